create table models (
    tenant_id uuid not null,
    model_id uuid not null,
    project text not null,
    name text not null,
    description text not null default '',
    problem text not null,
    target text not null,
    latest integer not null default 0,
    created_at timestamptz not null,
    created_by text not null,
    updated_at timestamptz not null default now(),
    primary key (tenant_id, model_id)
);
create unique index models_name on models (tenant_id, project, lower(name));
call portal_tenant_table('models', 'select, insert, update');

create table model_versions (
    tenant_id uuid not null,
    model_id uuid not null,
    number integer not null,
    run_id uuid not null,
    dataset_id uuid not null,
    dataset_version integer not null,
    artifact text not null,
    version jsonb not null,
    primary key (tenant_id, model_id, number),
    unique (tenant_id, run_id),
    foreign key (tenant_id, model_id) references models (tenant_id, model_id)
);
call portal_tenant_table('model_versions', 'select, insert');
