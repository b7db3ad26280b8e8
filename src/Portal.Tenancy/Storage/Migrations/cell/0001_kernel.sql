-- The kernel of a cell's database. Feature migrations follow in hundreds: 0100 tenants, 0200 datasets,
-- 0300 training and registry, 0400 approvals and deployments, 0500 monitoring. One file is one transaction.
--
-- A table of a tenant is made in three lines:
--
--     create table models (tenant_id uuid not null, model_id uuid not null, name text not null,
--         primary key (tenant_id, model_id), constraint models_name unique (tenant_id, name));
--     call portal_tenant_table('models');
--
-- Every primary key, unique constraint and foreign key begins with tenant_id; portal_tenant_table refuses a table
-- whose keys do not. Views are made "with (security_invoker = true)". portal_system sees a table only after
-- portal_system_read (look-ups before the tenant is known, log readers) or portal_system_work (queues).

create procedure portal_tenant_table(name text, privileges text default 'select, insert, update, delete')
language plpgsql as $$
declare
    wrong text;
begin
    select string_agg(i.indexrelid::regclass::text, ', ') into wrong
    from pg_index i
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
    where i.indrelid = name::regclass and (i.indisprimary or i.indisunique) and a.attname <> 'tenant_id';
    if wrong is not null then
        raise exception 'keys of % do not begin with tenant_id: %', name, wrong;
    end if;
    if not exists (select 1 from pg_index i where i.indrelid = name::regclass and i.indisprimary) then
        raise exception '% has no primary key', name;
    end if;
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
        'create policy tenant_rows on %I for all to portal_app
            using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)
            with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', name);
    execute format('grant %s on %I to portal_app', privileges, name);
end
$$;

create procedure portal_system_read(name text, columns text default null)
language plpgsql as $$
begin
    execute format('create policy system_read on %I for select to portal_system using (true)', name);
    execute format('grant select%s on %I to portal_system', coalesce(' (' || columns || ')', ''), name);
end
$$;

create procedure portal_system_work(name text)
language plpgsql as $$
begin
    execute format('create policy system_read on %I for select to portal_system using (true)', name);
    execute format('create policy system_update on %I for update to portal_system using (true)', name);
    execute format('create policy system_delete on %I for delete to portal_system using (true)', name);
    execute format('grant select, update, delete on %I to portal_system', name);
end
$$;

revoke execute on procedure portal_tenant_table(text, text), portal_system_read(text, text),
    portal_system_work(text) from public;

-- A restore raises the epoch: positions given before and after it must not be compared by xid.
create table log_epoch (only_row boolean primary key default true check (only_row), epoch integer not null);
insert into log_epoch (epoch) values (1);
grant select on log_epoch to portal_app, portal_system;

create function portal_epoch() returns integer language sql stable as $$ select epoch from log_epoch $$;

create table streams (
    tenant_id uuid not null,
    stream text not null,
    version bigint not null check (version >= 0),
    primary key (tenant_id, stream)
);
call portal_tenant_table('streams', 'select, insert, update');

create table events (
    tenant_id uuid not null,
    stream text not null,
    version bigint not null,
    event_id uuid not null,
    pos bigint generated always as identity,
    xid xid8 not null default pg_current_xact_id(),
    epoch integer not null default portal_epoch(),
    type text not null,
    type_version integer not null,
    occurred_at timestamptz not null,
    actor_type text not null,
    actor_id text not null,
    session_id text null,
    auth_strength text not null,
    on_behalf_of text null,
    action text not null,
    object_type text not null,
    object_id text not null,
    object_version text null,
    object_hash text null,
    decision text not null check (decision in ('allow', 'deny')),
    policy_id text null,
    policy_version text null,
    reason text null,
    approval_ids text[] not null,
    correlation_id uuid not null,
    causation_id uuid null,
    command_id text null,
    region text not null,
    node text not null,
    classification text not null,
    legal_basis text null,
    body bytea not null,
    personal bytea null,
    primary key (tenant_id, stream, version),
    constraint events_event_id unique (tenant_id, event_id)
);
create index events_order on events (epoch, xid, pos);
create index events_tenant_order on events (tenant_id, epoch, xid, pos);
create index events_object on events (tenant_id, object_type, object_id);
call portal_tenant_table('events', 'select, insert');
call portal_system_read('events', 'tenant_id, stream, version, event_id, pos, xid, epoch, type, type_version,
    occurred_at, actor_type, actor_id, session_id, auth_strength, on_behalf_of, action, object_type, object_id,
    object_version, object_hash, decision, policy_id, policy_version, reason, approval_ids, correlation_id,
    causation_id, command_id, region, node, classification, legal_basis, body');

create table commands (
    tenant_id uuid not null,
    principal text not null,
    command_id text not null,
    request_hash bytea not null,
    response text not null,
    at timestamptz not null,
    primary key (tenant_id, principal, command_id)
);
call portal_tenant_table('commands', 'select, insert');

-- A row that is replaced, or deleted and made anew, gets another generation, by which whoever works on it can tell.
create sequence due_work_generation;
grant usage on sequence due_work_generation to portal_app;

create table due_work (
    tenant_id uuid not null,
    key text not null,
    due_at timestamptz not null,
    kind text not null,
    command text not null,
    attempt integer not null default 0,
    generation bigint not null default nextval('due_work_generation'),
    lease_until timestamptz null,
    lease_owner text null,
    last_error text null,
    parked boolean not null default false,
    primary key (tenant_id, key)
);
create index due_work_due on due_work (due_at) where not parked;
call portal_tenant_table('due_work');
call portal_system_work('due_work');

create table outbox (
    tenant_id uuid not null,
    id bigint generated always as identity,
    kind text not null,
    payload text not null,
    at timestamptz not null default now(),
    primary key (tenant_id, id)
);
call portal_tenant_table('outbox', 'select, insert');
call portal_system_work('outbox');

-- Locks the heads of an append in the order of p_streams, which every caller sorts in the same way, so that two
-- appends never wait for each other in a circle. The head at p_own moves by p_count; the others are compared under
-- FOR SHARE. A head that does not exist is made with version 0, so that relying on absence locks something.
create function portal_heads(
    p_tenant uuid, p_streams text[], p_expected bigint[], p_own integer, p_count integer) returns void
language plpgsql as $$
declare
    head bigint;
begin
    for i in 1 .. cardinality(p_streams) loop
        if p_expected[i] = 0 then
            insert into streams (tenant_id, stream, version) values (p_tenant, p_streams[i], 0)
            on conflict (tenant_id, stream) do nothing;
        end if;
        if i = p_own then
            update streams set version = version + p_count
            where tenant_id = p_tenant and stream = p_streams[i] and version = p_expected[i]
            returning version into head;
        else
            select version into head from streams
            where tenant_id = p_tenant and stream = p_streams[i] and version = p_expected[i]
            for share;
        end if;
        if head is null then
            raise exception 'head moved' using errcode = 'PTL01';
        end if;
    end loop;
end
$$;
