-- The door of the identity vault: what the program's role may do there, and all it may do.
-- Each function runs as the vault's role, with a search path of its own; EXECUTE is granted by name at the end.

set local role shequtong_vault;

-- ---------------------------------------------------------------- the door: writing

create function identity.put_person(
  p_person_id uuid, p_true_name_cipher bytea, p_true_name_blinds bytea[], p_document_kind text,
  p_document_number_cipher bytea, p_document_blinds bytea[], p_birth_on_cipher bytea, p_masks_cipher bytea,
  p_key_id text, p_blind_key_ids text[], p_at timestamptz
) returns boolean language plpgsql security definer set search_path = identity, pg_temp as $$
begin
  perform refuse_retired_keys(p_key_id, p_blind_key_ids);
  perform refuse_erased(p_person_id);
  -- First the row, then its blind indexes: the order of key rotation.
  perform from persons_identity t where t.person_id = p_person_id for update;
  if not claim_blinds('document', p_person_id, p_document_blinds, p_blind_key_ids, true) then
    return false;
  end if;
  insert into persons_identity values (
    p_person_id, p_true_name_cipher, p_true_name_blinds, p_document_kind, p_document_number_cipher, p_birth_on_cipher,
    p_masks_cipher, p_key_id, p_blind_key_ids, p_at
  ) on conflict (person_id) do update set
    true_name_cipher = excluded.true_name_cipher, true_name_blinds = excluded.true_name_blinds,
    document_kind = excluded.document_kind, document_number_cipher = excluded.document_number_cipher,
    birth_on_cipher = excluded.birth_on_cipher, masks_cipher = excluded.masks_cipher, key_id = excluded.key_id,
    blind_key_ids = excluded.blind_key_ids, updated_at = excluded.updated_at;
  return true;
end
$$;

create function identity.put_phone(
  p_person_id uuid, p_phone_cipher bytea, p_phone_blinds bytea[], p_masks_cipher bytea, p_verified_at timestamptz,
  p_key_id text, p_blind_key_ids text[]
) returns boolean language plpgsql security definer set search_path = identity, pg_temp as $$
begin
  perform refuse_retired_keys(p_key_id, p_blind_key_ids);
  perform refuse_erased(p_person_id);
  -- First the row, then its blind indexes: the order of key rotation.
  perform from contacts t where t.person_id = p_person_id for update;
  if not claim_blinds('phone', p_person_id, p_phone_blinds, p_blind_key_ids, true) then
    return false;
  end if;
  insert into contacts values (p_person_id, p_phone_cipher, p_masks_cipher, p_verified_at, p_key_id, p_blind_key_ids)
  on conflict (person_id) do update set
    phone_cipher = excluded.phone_cipher, masks_cipher = excluded.masks_cipher, verified_at = excluded.verified_at,
    key_id = excluded.key_id, blind_key_ids = excluded.blind_key_ids;
  return true;
end
$$;

create function identity.remove_phone(p_person_id uuid) returns void
language plpgsql security definer set search_path = identity, pg_temp as $$
begin
  delete from contacts c where c.person_id = p_person_id;
  delete from blind_indexes b where b.person_id = p_person_id and b.kind = 'phone';
end
$$;

-- A repeated openid of the same person keeps the first row.
create function identity.put_openid(
  p_openid_id uuid, p_person_id uuid, p_app_id text, p_openid_cipher bytea, p_openid_blinds bytea[],
  p_unionid_cipher bytea, p_unionid_blinds bytea[], p_key_id text, p_blind_key_ids text[], p_linked_at timestamptz
) returns boolean language plpgsql security definer set search_path = identity, pg_temp as $$
declare
  is_known boolean;
begin
  perform refuse_retired_keys(p_key_id, p_blind_key_ids);
  perform refuse_erased(p_person_id);
  -- Serialises the linking of one person's openids, so that a doubled request does not store two rows.
  perform pg_advisory_xact_lock(hashtextextended('identity.openids:' || p_person_id::text, 0));
  is_known := exists (
    select from blind_indexes b where b.kind = 'openid' and b.blind = any (p_openid_blinds) and b.person_id = p_person_id
  );
  if not claim_blinds('openid', p_person_id, p_openid_blinds, p_blind_key_ids, false) then
    return false;
  end if;
  if p_unionid_blinds is not null and not claim_blinds('unionid', p_person_id, p_unionid_blinds, p_blind_key_ids, false) then
    if not is_known then
      delete from blind_indexes b where b.kind = 'openid' and b.blind = any (p_openid_blinds);
    end if;
    return false;
  end if;
  if not is_known then
    insert into openids values (
      p_openid_id, p_person_id, p_app_id, p_openid_cipher, p_unionid_cipher, p_key_id, p_blind_key_ids, p_linked_at
    );
  end if;
  return true;
end
$$;

create function identity.remove_openids(p_person_id uuid) returns void
language plpgsql security definer set search_path = identity, pg_temp as $$
begin
  delete from openids o where o.person_id = p_person_id;
  delete from blind_indexes b where b.person_id = p_person_id and b.kind in ('openid', 'unionid');
end
$$;

-- Erasure on leaving: 网络数据安全管理条例 24, 个人信息保护法 47. Look-ups stay: without the rows erased here they hold
-- no identity, and they are the record that others' access can be judged by. The dwelling roll is the committee's own
-- register of the building, held on another ground, and is corrected there.
create function identity.erase_person(p_person_id uuid, p_at timestamptz) returns void
language plpgsql security definer set search_path = identity, pg_temp as $$
begin
  delete from persons_identity i where i.person_id = p_person_id;
  delete from contacts c where c.person_id = p_person_id;
  delete from openids o where o.person_id = p_person_id;
  delete from blind_indexes b where b.person_id = p_person_id;
  insert into erasures (person_id, erased_at) values (p_person_id, p_at) on conflict (person_id) do nothing;
end
$$;

-- Inserts or replaces; returns how many rows.
create function identity.put_roll_entries(
  p_community_id int4, p_entry_ids uuid[], p_name_ciphers bytea[], p_name_blinds bytea[],
  p_document_kinds text[], p_document_number_ciphers bytea[], p_document_blinds bytea[], p_phone_ciphers bytea[],
  p_phone_blinds bytea[], p_masks_ciphers bytea[], p_key_id text, p_blind_key_ids text[]
) returns int4 language plpgsql security definer set search_path = identity, pg_temp as $$
declare
  stored int4;
begin
  perform refuse_retired_keys(p_key_id, p_blind_key_ids);
  insert into roll_entries
    select p_community_id, u.entry_id, u.name_cipher, split_blinds(u.name_blinds), u.document_kind, u.document_number_cipher,
      split_blinds(u.document_blinds), u.phone_cipher, split_blinds(u.phone_blinds), u.masks_cipher, p_key_id, p_blind_key_ids
    from unnest(
      p_entry_ids, p_name_ciphers, p_name_blinds, p_document_kinds, p_document_number_ciphers, p_document_blinds,
      p_phone_ciphers, p_phone_blinds, p_masks_ciphers
    ) u (
      entry_id, name_cipher, name_blinds, document_kind, document_number_cipher, document_blinds, phone_cipher, phone_blinds,
      masks_cipher
    )
  on conflict (community_id, entry_id) do update set
    name_cipher = excluded.name_cipher, name_blinds = excluded.name_blinds,
    document_kind = excluded.document_kind, document_number_cipher = excluded.document_number_cipher,
    document_blinds = excluded.document_blinds,
    phone_cipher = excluded.phone_cipher, phone_blinds = excluded.phone_blinds, masks_cipher = excluded.masks_cipher,
    key_id = excluded.key_id, blind_key_ids = excluded.blind_key_ids;
  get diagnostics stored = row_count;
  return stored;
end
$$;

create function identity.remove_roll_entries(p_community_id int4, p_entry_ids uuid[]) returns int4
language plpgsql security definer set search_path = identity, pg_temp as $$
declare
  removed int4;
begin
  delete from roll_entries r where r.community_id = p_community_id and r.entry_id = any (p_entry_ids);
  get diagnostics removed = row_count;
  return removed;
end
$$;

-- ---------------------------------------------------------------- the door: reading that reveals nothing to others

create function identity.find_person(p_kind text, p_blinds bytea[], p_blind_key_ids text[]) returns uuid
language plpgsql stable security definer set search_path = identity, pg_temp as $$
begin
  -- Without this a process with an old key ring would take a neighbour for a stranger.
  if exists (select from retired_keys r where r.key_id = any (p_blind_key_ids)) then
    raise exception 'the key ring is out of date: it still looks with a retired key' using errcode = 'SQV01';
  end if;
  return (select b.person_id from blind_indexes b where b.kind = p_kind and b.blind = any (p_blinds) limit 1);
end
$$;

-- For the person alone, reading their own data (个人信息保护法 45): not a look-up.
create function identity.own_identity(p_person_id uuid)
returns table (
  true_name_cipher bytea, document_kind text, document_number_cipher bytea, birth_on_cipher bytea,
  phone_cipher bytea, phone_verified_at timestamptz
) language sql stable security definer set search_path = identity, pg_temp as $$
  select i.true_name_cipher, i.document_kind, i.document_number_cipher, i.birth_on_cipher, c.phone_cipher, c.verified_at
  from (select p_person_id as person_id) p
  left join persons_identity i using (person_id)
  left join contacts c using (person_id)
  where i.person_id is not null or c.person_id is not null
$$;

-- For the program alone, to send the person's own messages: never shown to anybody.
create function identity.delivery_addresses(p_person_id uuid)
returns table (openid_id uuid, app_id text, openid_cipher bytea, phone_cipher bytea)
language sql stable security definer set search_path = identity, pg_temp as $$
  select o.openid_id, o.app_id, o.openid_cipher, null::bytea from openids o where o.person_id = p_person_id
  union all
  select null, null, null, c.phone_cipher from contacts c where c.person_id = p_person_id
$$;

-- Masks are ciphers of their own: a reader of masks never holds the full value, a reader of a stolen dump holds neither.
create function identity.masks(p_person_ids uuid[])
returns table (
  person_id uuid, document_kind text, masks_cipher bytea, phone_masks_cipher bytea, phone_verified_at timestamptz
) language sql stable security definer set search_path = identity, pg_temp as $$
  select p.person_id, i.document_kind, i.masks_cipher, c.masks_cipher, c.verified_at
  from unnest(p_person_ids) p (person_id)
  left join persons_identity i on i.person_id = p.person_id
  left join contacts c on c.person_id = p.person_id
  where i.person_id is not null or c.person_id is not null
$$;

create function identity.roll_masks(p_community_id int4, p_entry_ids uuid[])
returns table (entry_id uuid, masks_cipher bytea)
language sql stable security definer set search_path = identity, pg_temp as $$
  select r.entry_id, r.masks_cipher from roll_entries r
  where r.community_id = p_community_id and r.entry_id = any (p_entry_ids)
$$;

-- Null where one of the two sides holds no value.
create function identity.compare_claim(p_person_id uuid, p_community_id int4, p_entry_ids uuid[])
returns table (
  entry_id uuid, name_matches boolean, document_matches boolean, phone_matches boolean, masks_cipher bytea
) language sql stable security definer set search_path = identity, pg_temp as $$
  with claim as (
    select
      (select i.true_name_blinds from persons_identity i where i.person_id = p_person_id) as name_blinds,
      (select array_agg(b.blind) from blind_indexes b where b.person_id = p_person_id and b.kind = 'document') as document_blinds,
      (select array_agg(b.blind) from blind_indexes b where b.person_id = p_person_id and b.kind = 'phone') as phone_blinds
  )
  select r.entry_id, c.name_blinds && r.name_blinds, c.document_blinds && r.document_blinds,
    c.phone_blinds && r.phone_blinds, r.masks_cipher
  from roll_entries r cross join claim c
  where r.community_id = p_community_id and r.entry_id = any (p_entry_ids)
$$;

-- ---------------------------------------------------------------- the door: look-ups

create function identity.reveal(
  p_subject_person_id uuid, p_fields text[], p_looked_by_person_id uuid, p_as_role text, p_community_id int4,
  p_reason text, p_at timestamptz
) returns table (
  look_up_id uuid, true_name_cipher bytea, document_kind text, document_number_cipher bytea, birth_on_cipher bytea,
  phone_cipher bytea
) language plpgsql security definer set search_path = identity, pg_temp as $$
declare
  logged uuid;
begin
  if not p_fields <@ array['trueName', 'documentNumber', 'birthOn', 'phone'] then
    raise exception 'a field that the vault does not hold' using errcode = 'check_violation';
  end if;
  insert into look_ups (subject_person_id, looked_by_person_id, as_role, community_id, occasion, fields, reason, looked_at)
    values (p_subject_person_id, p_looked_by_person_id, p_as_role, p_community_id, 'screen', p_fields, p_reason, p_at)
    returning look_ups.look_up_id into logged;
  return query
    select logged,
      case when 'trueName' = any (p_fields) then i.true_name_cipher end,
      case when 'documentNumber' = any (p_fields) then i.document_kind end,
      case when 'documentNumber' = any (p_fields) then i.document_number_cipher end,
      case when 'birthOn' = any (p_fields) then i.birth_on_cipher end,
      case when 'phone' = any (p_fields) then c.phone_cipher end
    from (select p_subject_person_id as person_id) p
    left join persons_identity i on i.person_id = p.person_id
    left join contacts c on c.person_id = p.person_id;
end
$$;

-- One look-up for each entry, tied to the person who registered with the same document, if any.
create function identity.reveal_roll_entries(
  p_community_id int4, p_entry_ids uuid[], p_fields text[], p_looked_by_person_id uuid, p_as_role text, p_occasion text,
  p_reason text, p_at timestamptz
) returns table (
  entry_id uuid, look_up_id uuid, name_cipher bytea, document_number_cipher bytea, phone_cipher bytea
) language plpgsql security definer set search_path = identity, pg_temp as $$
begin
  if not p_fields <@ array['trueName', 'documentNumber', 'phone'] then
    raise exception 'a field that the roll does not hold' using errcode = 'check_violation';
  end if;
  return query
    with logged as (
      insert into look_ups (
        subject_person_id, subject_entry_id, looked_by_person_id, as_role, community_id, occasion, fields, reason, looked_at
      )
      select
        (select b.person_id from blind_indexes b
          where b.kind = 'document' and b.blind = any (r.document_blinds) limit 1),
        r.entry_id, p_looked_by_person_id, p_as_role, p_community_id, p_occasion, p_fields, p_reason, p_at
      from roll_entries r where r.community_id = p_community_id and r.entry_id = any (p_entry_ids)
      returning subject_entry_id, look_ups.look_up_id
    )
    select r.entry_id, l.look_up_id,
      case when 'trueName' = any (p_fields) then r.name_cipher end,
      case when 'documentNumber' = any (p_fields) then r.document_number_cipher end,
      case when 'phone' = any (p_fields) then r.phone_cipher end
    from logged l
    join roll_entries r on r.community_id = p_community_id and r.entry_id = l.subject_entry_id;
end
$$;

-- For what is shown with a name outside the vault (a room number, an export of a list): one row for each subject.
create function identity.record_look_ups(
  p_subject_person_ids uuid[], p_fields text[], p_looked_by_person_id uuid, p_as_role text, p_community_id int4,
  p_occasion text, p_reason text, p_at timestamptz
) returns int4 language plpgsql security definer set search_path = identity, pg_temp as $$
declare
  recorded int4;
begin
  insert into look_ups (subject_person_id, looked_by_person_id, as_role, community_id, occasion, fields, reason, looked_at)
    select u.subject, p_looked_by_person_id, p_as_role, p_community_id, p_occasion, p_fields, p_reason, p_at
    from unnest(p_subject_person_ids) u (subject);
  get diagnostics recorded = row_count;
  return recorded;
end
$$;

-- Newest first; also the look-ups of a roll entry that carries the person's document, from before they registered.
create function identity.look_ups_about(p_person_id uuid, p_before_at timestamptz, p_before_id uuid, p_limit int4)
returns table (
  look_up_id uuid, looked_by_person_id uuid, as_role text, community_id int4, occasion text, fields text[], reason text,
  looked_at timestamptz
) language sql stable security definer set search_path = identity, pg_temp as $$
  with own_blinds as (
    select array_agg(b.blind) as blinds from blind_indexes b where b.person_id = p_person_id and b.kind = 'document'
  ), about as (
    (select l.* from look_ups l
      where l.subject_person_id = p_person_id
        and (p_before_at is null or (l.looked_at, l.look_up_id) < (p_before_at, p_before_id))
      order by l.looked_at desc, l.look_up_id desc limit p_limit)
    union
    (select l.* from look_ups l
      where l.subject_entry_id in (
          select r.entry_id from roll_entries r, own_blinds o where r.document_blinds && o.blinds
        )
        and l.subject_person_id is null
        and (p_before_at is null or (l.looked_at, l.look_up_id) < (p_before_at, p_before_id))
      order by l.looked_at desc, l.look_up_id desc limit p_limit)
  )
  select a.look_up_id, a.looked_by_person_id, a.as_role, a.community_id, a.occasion, a.fields, a.reason, a.looked_at
  from about a order by a.looked_at desc, a.look_up_id desc limit p_limit
$$;

grant execute on function
  identity.put_person, identity.put_phone, identity.remove_phone, identity.put_openid, identity.remove_openids,
  identity.erase_person, identity.put_roll_entries, identity.remove_roll_entries, identity.find_person,
  identity.own_identity, identity.delivery_addresses, identity.masks, identity.roll_masks, identity.compare_claim,
  identity.reveal, identity.reveal_roll_entries, identity.record_look_ups, identity.look_ups_about
  to shequtong_program;

reset role;
