create table datasets (
    tenant_id uuid not null,
    dataset_id uuid not null,
    project text not null,
    name text not null,
    latest integer not null,
    revision bigint not null,
    created_at timestamptz not null,
    created_by text not null,
    updated_at timestamptz not null,
    deleted_at timestamptz null,
    primary key (tenant_id, dataset_id)
);
create unique index datasets_name on datasets (tenant_id, project, lower(name)) where deleted_at is null;
create index datasets_updated on datasets (tenant_id, project, updated_at, dataset_id) where deleted_at is null;
call portal_tenant_table('datasets');

create table dataset_versions (
    tenant_id uuid not null,
    dataset_id uuid not null,
    number integer not null,
    blob text not null,
    sha256 text not null,
    bytes bigint not null,
    rows bigint not null,
    delimiter text not null,
    columns jsonb not null,
    subject_key text null,
    added_at timestamptz not null,
    added_by text not null,
    primary key (tenant_id, dataset_id, number),
    foreign key (tenant_id, dataset_id) references datasets (tenant_id, dataset_id)
);
create index dataset_versions_blob on dataset_versions (tenant_id, blob);
call portal_tenant_table('dataset_versions', 'select, insert');

-- The statistics of every column; they name values of the data and go with it.
create table dataset_profiles (
    tenant_id uuid not null,
    dataset_id uuid not null,
    number integer not null,
    missing_cells bigint not null,
    profile jsonb not null,
    primary key (tenant_id, dataset_id, number),
    foreign key (tenant_id, dataset_id, number) references dataset_versions (tenant_id, dataset_id, number)
);
call portal_tenant_table('dataset_profiles');
