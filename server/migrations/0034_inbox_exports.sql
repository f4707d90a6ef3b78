-- Who took what of an inbox out as a file, and when. Only added to.
create table inbox_exports (
  community_id int not null references communities,
  inbox_export_id uuid not null,
  by_role_grant_id uuid not null,
  exported_at timestamptz not null,
  format text not null constraint inbox_exports_format_check check (format in ('csv', 'xlsx')),
  -- which part: null means all
  show text constraint inbox_exports_show_check check (show in ('waiting', 'overdue', 'paused', 'answered', 'mine')),
  kind text constraint inbox_exports_kind_check check (kind in ('matter', 'help', 'complaint', 'suggestion')),
  -- narrowed by words, too; the words may name somebody and are not kept
  by_words boolean not null,
  row_count int not null,
  primary key (community_id, inbox_export_id)
);
create index inbox_exports_newest on inbox_exports (community_id, exported_at desc, inbox_export_id desc);
