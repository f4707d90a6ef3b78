-- The identity vault: true names, document numbers, phones, openids and the real identities of the dwelling roll.
-- Every value is a cipher made by the program with a key the database never sees; equality is known by keyed blind
-- indexes. The program's role has no right on any table here: the functions of 0003_identity_door.sql are its only door.
-- The migrator has made the roles and may act as them (platform/database/roles.ts).

create schema identity authorization shequtong_vault;
set local role shequtong_vault;

-- Functions of this and of later migrations are closed to everybody until granted by name.
alter default privileges for role shequtong_vault revoke execute on functions from public;

create table identity.persons_identity (
  person_id uuid primary key,
  true_name_cipher bytea not null,
  true_name_blinds bytea[] not null,
  document_kind text not null constraint persons_identity_document_kind_check
    check (document_kind in ('citizenId', 'travelPermit', 'passport')),
  document_number_cipher bytea not null,
  birth_on_cipher bytea,
  masks_cipher bytea not null,
  key_id text not null,
  blind_key_ids text[] not null,
  updated_at timestamptz not null
);

create table identity.contacts (
  person_id uuid primary key,
  phone_cipher bytea not null,
  masks_cipher bytea not null,
  verified_at timestamptz not null,
  key_id text not null,
  blind_key_ids text[] not null
);

create table identity.openids (
  openid_id uuid primary key,
  person_id uuid not null,
  app_id text not null,
  openid_cipher bytea not null,
  unionid_cipher bytea,
  key_id text not null,
  blind_key_ids text[] not null,
  linked_at timestamptz not null
);
create index openids_person_id on identity.openids (person_id);

-- One person per document, per phone, per openid of an app, per unionid. While blind keys rotate a value has one row per
-- key; writers with an older key ring still meet the row of the key they share, so that uniqueness never lapses.
create table identity.blind_indexes (
  kind text not null constraint blind_indexes_kind_check check (kind in ('document', 'phone', 'openid', 'unionid')),
  blind bytea not null check (octet_length(blind) = 32),
  person_id uuid not null,
  blind_key_id text not null,
  primary key (kind, blind)
);
create index blind_indexes_person_id on identity.blind_indexes (person_id, kind);

-- The people of the dwelling roll, registered here or not. The dwelling itself (place, tenure, floor area) is no
-- identity and lives with the roll; entry_id joins the two.
create table identity.roll_entries (
  community_id int4 not null,
  entry_id uuid not null,
  name_cipher bytea,
  name_blinds bytea[],
  document_kind text constraint roll_entries_document_kind_check
    check (document_kind in ('citizenId', 'travelPermit', 'passport')),
  document_number_cipher bytea,
  document_blinds bytea[],
  phone_cipher bytea,
  phone_blinds bytea[],
  masks_cipher bytea not null,
  key_id text not null,
  blind_key_ids text[] not null,
  primary key (community_id, entry_id)
);
create index roll_entries_document_blinds on identity.roll_entries using gin (document_blinds);

-- Who looked at whose real identity. The subject is a person, a roll entry, or both.
create table identity.look_ups (
  look_up_id uuid primary key default gen_random_uuid(),
  subject_person_id uuid,
  subject_entry_id uuid,
  looked_by_person_id uuid not null,
  as_role text not null check (as_role <> ''),
  community_id int4,
  occasion text not null constraint look_ups_occasion_check check (occasion in ('screen', 'export')),
  fields text[] not null constraint look_ups_fields_check check (
    cardinality(fields) > 0
    and fields <@ array['trueName', 'documentNumber', 'birthOn', 'phone', 'dwelling', 'ageBand']::text[]
  ),
  -- characters that say something: white space, the ideographic included, does not count
  reason text not null constraint look_ups_reason_check
    check (char_length(regexp_replace(reason, '[\s\u3000]', '', 'g')) between 4 and 500),
  looked_at timestamptz not null,
  check (subject_person_id is not null or subject_entry_id is not null)
);
create index look_ups_subject_person_id on identity.look_ups (subject_person_id, looked_at desc, look_up_id desc);
create index look_ups_subject_entry_id on identity.look_ups (subject_entry_id) where subject_entry_id is not null;

-- Proof of erasure, and what a restored backup has to be brought in line with. Holds no identity.
create table identity.erasures (
  person_id uuid primary key,
  erased_at timestamptz not null
);

-- Keys no longer in the key ring: a process that still writes with one is refused instead of storing what nobody can open.
create table identity.retired_keys (
  key_id text primary key,
  retired_at timestamptz not null
);

create function identity.refuse_change() returns trigger
language plpgsql set search_path = identity, pg_temp as $$
begin
  raise exception '% of identity.% refused: it is append-only', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end
$$;
create trigger look_ups_append_only before update or delete or truncate on identity.look_ups
  for each statement execute function identity.refuse_change();
create trigger erasures_append_only before update or delete or truncate on identity.erasures
  for each statement execute function identity.refuse_change();
revoke update, delete, truncate on identity.look_ups, identity.erasures from shequtong_vault;

-- ---------------------------------------------------------------- inner parts, granted to nobody

create function identity.refuse_retired_keys(p_key_id text, p_blind_key_ids text[]) returns void
language plpgsql set search_path = identity, pg_temp as $$
begin
  -- Retirement takes the same lock alone: it waits for writers that passed here, and the next ones see its mark.
  perform pg_advisory_xact_lock_shared(7438003);
  if exists (select from retired_keys r where r.key_id = p_key_id or r.key_id = any (p_blind_key_ids)) then
    raise exception 'the key ring is out of date: it still writes with a retired key' using errcode = 'SQV01';
  end if;
end
$$;

create function identity.refuse_erased(p_person_id uuid) returns void
language plpgsql stable set search_path = identity, pg_temp as $$
begin
  if exists (select from erasures e where e.person_id = p_person_id) then
    raise exception 'person % was erased', p_person_id using errcode = 'SQV02';
  end if;
end
$$;

-- Makes p_blinds the only blind indexes of this kind for the person. False, and nothing changed, when another has one.
create function identity.claim_blinds(p_kind text, p_person_id uuid, p_blinds bytea[], p_blind_key_ids text[], p_replace boolean)
returns boolean language plpgsql set search_path = identity, pg_temp as $$
begin
  if p_replace then
    delete from blind_indexes b where b.person_id = p_person_id and b.kind = p_kind and b.blind <> all (p_blinds);
  end if;
  insert into blind_indexes (kind, blind, person_id, blind_key_id)
    select p_kind, u.blind, p_person_id, u.key_id from unnest(p_blinds, p_blind_key_ids) u (blind, key_id) order by u.blind
    on conflict (kind, blind) do nothing;
  if exists (
    select from blind_indexes b where b.kind = p_kind and b.blind = any (p_blinds) and b.person_id <> p_person_id
  ) then
    raise exception 'taken' using errcode = 'SQV03';
  end if;
  return true;
exception when sqlstate 'SQV03' then
  return false;
end
$$;

-- Blind indexes of one value, 32 bytes each, end to end: the shape in which bulk writes send them.
create function identity.split_blinds(p_blinds bytea) returns bytea[]
language sql immutable set search_path = identity, pg_temp as $$
  select case when p_blinds is null then null else
    (select array_agg(substring(p_blinds from 1 + 32 * n for 32) order by n)
       from generate_series(0, octet_length(p_blinds) / 32 - 1) n) end
$$;

grant usage on schema identity to shequtong_program;

reset role;
