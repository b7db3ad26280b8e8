-- The only global thing: which slug lives in which region. No e-mail, no name.
create table slugs (
    slug text primary key,
    tenant_id uuid not null constraint slugs_tenant unique,
    region text not null,
    confirmed boolean not null default false,
    reserved_at timestamptz not null
);
create index slugs_pending on slugs (region, reserved_at) where not confirmed;
grant select, insert, update, delete on slugs to portal_system;
