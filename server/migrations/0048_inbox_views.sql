-- Parts of an inbox that somebody keeps under a name, for one hat, on every device.
create table inbox_views (
  community_id int not null references communities,
  inbox_view_id uuid not null,
  role_grant_id uuid not null,
  name text not null,
  show text constraint inbox_views_show_check check (show in ('waiting', 'overdue', 'paused', 'answered', 'mine')),
  kind text constraint inbox_views_kind_check check (kind in ('matter', 'help', 'complaint', 'suggestion')),
  q text,
  primary key (community_id, inbox_view_id),
  constraint inbox_views_named_once unique (community_id, role_grant_id, name),
  constraint inbox_views_narrow check (num_nonnulls(show, kind, q) > 0)
);
