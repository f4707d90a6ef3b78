-- Under the key of a write is kept what its reply is about, not what it showed: whoever repeats the request is shown what they may see
-- then. Of what was written before, only that it was done stays.
alter table idempotency_keys drop column status;
alter table idempotency_keys alter column reply drop not null;
alter table idempotency_keys rename column reply to kept;
update idempotency_keys set kept = null;

-- Whatever way a helper's consent goes, who reads what is decided anew.
create or replace function move_voice_epoch() returns trigger language plpgsql as $$
begin
  insert into voice_epochs (community_id, epoch) values (coalesce(new.community_id, old.community_id), 1)
  on conflict (community_id) do update set epoch = voice_epochs.epoch + 1;
  return null;
end $$;
create trigger helper_consents_voice_gone after delete on helper_consents for each row execute function move_voice_epoch();

-- How often a door was knocked at, for whatever process of however many: the limits that guessing has to fear. `address_hash` is keyed,
-- no address stands here. Lost with a crash, which costs a minute of counting.
create unlogged table door_knocks (
  door text not null,
  address_hash bytea not null,
  ends_at timestamptz not null,
  knocks int not null,
  primary key (door, address_hash)
);
create index door_knocks_by_end on door_knocks (ends_at);
