-- A claim with a document that somebody else registered with is taken in as contested, so that nobody learns by trying which
-- documents are known here. It holds no blind index of the document: the first holder stays the one who is found by it.

set local role shequtong_vault;

alter table identity.persons_identity add column contested boolean not null default false;

create or replace function identity.put_person(
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
    blind_key_ids = excluded.blind_key_ids, updated_at = excluded.updated_at, contested = false;
  return true;
end
$$;

-- As put_person, without a claim to the document.
create function identity.put_contested_person(
  p_person_id uuid, p_true_name_cipher bytea, p_true_name_blinds bytea[], p_document_kind text,
  p_document_number_cipher bytea, p_birth_on_cipher bytea, p_masks_cipher bytea, p_key_id text, p_blind_key_ids text[],
  p_at timestamptz
) returns void language plpgsql security definer set search_path = identity, pg_temp as $$
begin
  perform refuse_retired_keys(p_key_id, p_blind_key_ids);
  perform refuse_erased(p_person_id);
  perform from persons_identity t where t.person_id = p_person_id for update;
  delete from blind_indexes b where b.person_id = p_person_id and b.kind = 'document';
  insert into persons_identity values (
    p_person_id, p_true_name_cipher, p_true_name_blinds, p_document_kind, p_document_number_cipher, p_birth_on_cipher,
    p_masks_cipher, p_key_id, p_blind_key_ids, p_at, true
  ) on conflict (person_id) do update set
    true_name_cipher = excluded.true_name_cipher, true_name_blinds = excluded.true_name_blinds,
    document_kind = excluded.document_kind, document_number_cipher = excluded.document_number_cipher,
    birth_on_cipher = excluded.birth_on_cipher, masks_cipher = excluded.masks_cipher, key_id = excluded.key_id,
    blind_key_ids = excluded.blind_key_ids, updated_at = excluded.updated_at, contested = true;
end
$$;

create function identity.is_contested(p_person_id uuid) returns boolean
language sql stable security definer set search_path = identity, pg_temp as $$
  select coalesce((select i.contested from persons_identity i where i.person_id = p_person_id), false)
$$;

grant execute on function identity.put_contested_person, identity.is_contested to shequtong_program;

reset role;
