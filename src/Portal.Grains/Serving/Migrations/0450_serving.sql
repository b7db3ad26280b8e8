-- Nodes belong to the cell, not to a tenant: the row names a process and how long it may be counted on.
create table serving_nodes (
    node text primary key,
    tier text not null,
    started_at timestamptz not null,
    lease_until timestamptz not null
);
grant select, insert, update, delete on serving_nodes to portal_system;

create table serving_reports (
    tenant_id uuid not null,
    deployment_id uuid not null,
    revision integer not null,
    node text not null,
    state text not null check (state in ('loaded', 'failed')),
    sha256 text null,
    error_code text null,
    error text null,
    at timestamptz not null,
    primary key (tenant_id, deployment_id, revision, node)
);
call portal_tenant_table('serving_reports');

-- Sums of one minute; every node adds its own. Latency buckets are those of LatencyBuckets.
create table request_minutes (
    tenant_id uuid not null,
    deployment_id uuid not null,
    minute timestamptz not null,
    model_id uuid not null,
    model_version integer not null,
    requests bigint not null,
    rows bigint not null,
    refused bigint not null,
    limited bigint not null,
    failed bigint not null,
    latency_ms double precision not null,
    latency_buckets integer[] not null,
    primary key (tenant_id, deployment_id, minute, model_id, model_version)
);
call portal_tenant_table('request_minutes');

-- What was asked and answered, in encrypted blobs.
create table capture_segments (
    tenant_id uuid not null,
    segment_id uuid not null,
    deployment_id uuid not null,
    revision integer not null,
    model_id uuid not null,
    model_version integer not null,
    from_at timestamptz not null,
    to_at timestamptz not null,
    rows integer not null,
    bytes bigint not null,
    blob text not null,
    primary key (tenant_id, segment_id)
);
create index capture_segments_time on capture_segments (tenant_id, deployment_id, to_at);
call portal_tenant_table('capture_segments', 'select, insert, delete');
