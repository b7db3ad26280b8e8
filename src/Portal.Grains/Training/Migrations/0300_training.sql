create table training_runs (
    tenant_id uuid not null,
    run_id uuid not null,
    project text not null,
    dataset_id uuid not null,
    target text not null,
    status text not null,
    cancel_requested boolean not null,
    attempt integer not null,
    state jsonb not null,
    updated_at timestamptz not null,
    primary key (tenant_id, run_id)
);
create index training_runs_dataset on training_runs (tenant_id, dataset_id);
call portal_tenant_table('training_runs', 'select, insert, update');

-- How a run goes, round by round and line by line. Not events: bounded, and nothing is decided on them.
create table run_progress (
    tenant_id uuid not null,
    run_id uuid not null,
    seq integer not null check (seq between 1 and 6000),
    attempt integer not null,
    at timestamptz not null,
    round integer null,
    rounds_max integer null,
    train double precision null,
    validation double precision null,
    line text null,
    primary key (tenant_id, run_id, seq),
    foreign key (tenant_id, run_id) references training_runs (tenant_id, run_id)
);
call portal_tenant_table('run_progress', 'select, insert');
