-- The tenant, its people and their credentials: read models of the tenant's stream, and beside them what is no event:
-- password hashes, failed attempts, when a session was last used.

create table tenants (
    tenant_id uuid not null primary key,
    slug text not null,
    name text not null,
    region text not null,
    plan text not null,
    created_at timestamptz not null
);
call portal_tenant_table('tenants');

create table accepted_terms (
    tenant_id uuid not null,
    document text not null,
    version text not null,
    sha256 text not null,
    accepted_by uuid not null,
    accepted_at timestamptz not null,
    primary key (tenant_id, document, version)
);
call portal_tenant_table('accepted_terms');

create table users (
    tenant_id uuid not null,
    user_id uuid not null,
    email text not null,
    normalized_email text not null,
    name text not null,
    role text not null,
    joined_at timestamptz not null,
    password_hash text null,
    security_stamp text not null default gen_random_uuid()::text,
    access_failed integer not null default 0,
    lockout_end timestamptz null,
    primary key (tenant_id, user_id),
    constraint users_email unique (tenant_id, normalized_email)
);
call portal_tenant_table('users');

create table invitations (
    tenant_id uuid not null,
    invitation_id uuid not null,
    email text not null,
    role text not null,
    status text not null,
    invited_by text not null,
    invited_at timestamptz not null,
    expires_at timestamptz not null,
    primary key (tenant_id, invitation_id)
);
create index invitations_id on invitations (invitation_id);
call portal_tenant_table('invitations');
call portal_system_read('invitations', 'tenant_id, invitation_id');

create table service_keys (
    tenant_id uuid not null,
    key_id uuid not null,
    name text not null,
    secret_hash text not null,
    role text not null,
    scopes text[] not null,
    person uuid not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz null,
    primary key (tenant_id, key_id)
);
create index service_keys_id on service_keys (key_id);
call portal_tenant_table('service_keys');
call portal_system_read('service_keys', 'tenant_id, key_id');

create table sessions (
    tenant_id uuid not null,
    session_id uuid not null,
    user_id uuid not null,
    strength text not null,
    started_at timestamptz not null,
    last_seen_at timestamptz not null,
    ended_at timestamptz null,
    primary key (tenant_id, session_id)
);
create index sessions_user on sessions (tenant_id, user_id);
call portal_tenant_table('sessions');
