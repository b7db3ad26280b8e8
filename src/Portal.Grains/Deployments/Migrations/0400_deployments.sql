create table deployments (
    tenant_id uuid not null,
    deployment_id uuid not null,
    project text not null,
    endpoint text not null,
    environment text not null,
    routed_revision integer null,
    created_at timestamptz not null,
    created_by text not null,
    updated_at timestamptz not null,
    stopped_at timestamptz null,
    primary key (tenant_id, deployment_id)
);
create unique index deployments_endpoint on deployments (tenant_id, endpoint) where stopped_at is null;
call portal_tenant_table('deployments', 'select, insert, update');

create table deployment_revisions (
    tenant_id uuid not null,
    deployment_id uuid not null,
    revision integer not null,
    status text not null check (status in ('loading', 'routed', 'superseded', 'failed')),
    cause text not null,
    targets jsonb not null,
    approvals text[] not null,
    failure_code text null,
    failure text null,
    proposed_at timestamptz not null,
    proposed_by text not null,
    concluded_at timestamptz null,
    primary key (tenant_id, deployment_id, revision),
    foreign key (tenant_id, deployment_id) references deployments (tenant_id, deployment_id)
);
call portal_tenant_table('deployment_revisions', 'select, insert, update');
create index deployment_revisions_live on deployment_revisions (status) where status in ('loading', 'routed');

create table approvals (
    tenant_id uuid not null,
    approval_id uuid not null,
    project text not null,
    model_id uuid not null,
    version integer not null,
    environment text not null,
    artifact_sha256 text not null,
    status text not null check (status in ('pending', 'granted', 'refused', 'withdrawn')),
    requested_at timestamptz not null,
    requested_by text not null,
    note text not null,
    metrics jsonb not null,
    gate jsonb null,
    outcome jsonb null,
    expires_at timestamptz not null,
    mode text null,
    decided_at timestamptz null,
    decided_by text null,
    comment text null,
    primary key (tenant_id, approval_id)
);
call portal_tenant_table('approvals', 'select, insert, update');
create index approvals_version on approvals (tenant_id, model_id, version, environment);
