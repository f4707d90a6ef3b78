-- Cards and threads are kept in memory under the version of the request and the epoch of the names in it (ADR 9,
-- server/src/platform/view-cache.ts). So that neither can be forgotten by a statement, the database itself moves them on.

-- Moves on when something changes that stands beside words in this community or decides who reads them: the name, badge or state of a
-- member or of a role, or in whose name somebody may act.
create table voice_epochs (
  community_id int primary key references communities,
  epoch bigint not null
);

create function move_voice_epoch() returns trigger language plpgsql as $$
begin
  insert into voice_epochs (community_id, epoch) values (new.community_id, 1)
  on conflict (community_id) do update set epoch = voice_epochs.epoch + 1;
  return null;
end $$;

create function move_voice_epochs_of_role() returns trigger language plpgsql as $$
begin
  insert into voice_epochs (community_id, epoch)
  select c.community_id, 1 from communities c
  where new.territory_id = case new.level
    when 'community' then c.community_id when 'subdistrict' then c.subdistrict_id else c.district_id end
  order by c.community_id
  on conflict (community_id) do update set epoch = voice_epochs.epoch + 1;
  return null;
end $$;

create trigger memberships_voice after update of shown_name, party, state, guardian_membership_id on memberships for each row
  when ((old.shown_name, old.party, old.state, old.guardian_membership_id)
    is distinct from (new.shown_name, new.party, new.state, new.guardian_membership_id))
  execute function move_voice_epoch();
create trigger helper_consents_voice after insert or update on helper_consents for each row execute function move_voice_epoch();
create trigger role_grants_voice after update of shown_name, role on role_grants for each row
  when ((old.shown_name, old.role) is distinct from (new.shown_name, new.role))
  execute function move_voice_epochs_of_role();

-- Every write of a request is a new version, whichever statement it was.
create function next_version() returns trigger language plpgsql as $$
begin
  new.version := old.version + 1;
  return new;
end $$;

create trigger service_requests_version before update on service_requests for each row execute function next_version();

-- What is said in a thread only grows, together with its request. Should an entry or a photo that stands in it ever change or go,
-- the request has another version too.
create function touch_service_request() returns trigger language plpgsql as $$
begin
  update service_requests set entry_count = entry_count
  where community_id = old.community_id and service_request_id = old.service_request_id;
  return null;
end $$;

create trigger service_request_entries_touch after update or delete on service_request_entries for each row
  execute function touch_service_request();
create trigger photos_touch after update or delete on photos for each row when (old.service_request_id is not null)
  execute function touch_service_request();

-- The reply that a write gave is sent again as it stands and never looked into.
alter table idempotency_keys alter column reply type text using reply::text;

-- Whoever is erased is signed in nowhere.
create function end_sessions_of_erased() returns trigger language plpgsql as $$
begin
  update sessions set revoked_at = coalesce(revoked_at, new.erased_at) where person_id = new.person_id;
  return null;
end $$;
create trigger persons_erased after update of erased_at on persons for each row
  when (old.erased_at is null and new.erased_at is not null) execute function end_sessions_of_erased();
