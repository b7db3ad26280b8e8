alter table models add column tags jsonb not null default '{}';
