-- The figures of the command center are kept in memory under this epoch (ADR 9). Every statement that touches what they are made of
-- gives it another value, in its own transaction, so that no statement can forget to. A value never comes again.
create table figures_epoch (
  only_one boolean primary key default true check (only_one),
  epoch uuid not null,
  -- The transaction that moved it last: once in each is enough, and a rebuild touches the figures a hundred thousand times in one.
  moved_in xid8 not null
);

create function move_figures_epoch() returns trigger language plpgsql as $$
begin
  insert into figures_epoch (epoch, moved_in) values (gen_random_uuid(), pg_current_xact_id())
  on conflict (only_one) do update set epoch = excluded.epoch, moved_in = excluded.moved_in
  where figures_epoch.moved_in <> excluded.moved_in;
  return null;
end $$;

create trigger rollup_totals_figures after insert or update or delete or truncate on rollup_totals
  for each statement execute function move_figures_epoch();
create trigger rollup_days_figures after insert or update or delete or truncate on rollup_days
  for each statement execute function move_figures_epoch();
create trigger rollup_hours_figures after insert or update or delete or truncate on rollup_hours
  for each statement execute function move_figures_epoch();
create trigger open_items_figures after insert or update or delete or truncate on open_items
  for each statement execute function move_figures_epoch();
create trigger districts_figures after insert or update or delete or truncate on districts
  for each statement execute function move_figures_epoch();
create trigger subdistricts_figures after insert or update or delete or truncate on subdistricts
  for each statement execute function move_figures_epoch();
create trigger communities_figures after insert or update or delete or truncate on communities
  for each statement execute function move_figures_epoch();
create trigger sub_areas_figures after insert or update or delete or truncate on sub_areas
  for each statement execute function move_figures_epoch();
