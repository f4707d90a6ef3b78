-- What can be found by words: a row for each thing said, with its terms (domain/src/search/search-terms.ts) and never the words themselves.
-- Fed by the relay, rebuilt by `npm run search -- rebuild`. Its rows say who may be shown them at most; whether somebody is, the
-- feature decides whose words they are, from what stands there now.
create table search_documents (
  community_id int not null,
  subject_kind text not null constraint search_documents_subject_kind_check check (subject_kind = any (array['serviceRequest'])),
  -- what was said: the subject itself, or one entry of its thread
  part_id uuid not null,
  subject_id uuid not null,
  subdistrict_id int not null,
  at timestamptz not null,
  visibility text not null constraint search_documents_visibility_check check (visibility in ('community', 'private')),
  -- memberships, role grants and roles that may see it although it is private
  concerned text[] collate "C" not null,
  -- whoever blocked one of these is not shown it: who asked, who speaks
  membership_ids uuid[] not null,
  -- an open subject, told by its own first words: what similar ones are looked for among
  open boolean not null,
  words_hash bytea not null,
  terms text[] collate "C" not null,
  primary key (community_id, subject_kind, part_id)
);
create index search_documents_by_subject on search_documents (community_id, subject_kind, subject_id);
-- common words: from the newest on, until a page is full
create index search_documents_newest on search_documents (community_id, at desc, part_id desc);
create index search_documents_newest_above on search_documents (subdistrict_id, at desc, part_id desc);
create index search_documents_open on search_documents (community_id, at desc) where open;

-- Rare words: each term behind its community, so that a look-up reads what one community said and nothing else, in PostgreSQL's own GIN
-- without an extension. The list of what is not yet merged stays short, because every look-up reads it.
create function terms_in_community(community int, terms text[]) returns text[]
  language sql immutable strict parallel safe
  return (select array_agg((community::text || ' ' || term) collate "C") from unnest(terms) as term);
create index search_documents_by_term on search_documents using gin (terms_in_community(community_id, terms))
  with (gin_pending_list_limit = 256);
