-- The last public voices are kept of each subdistrict too, so that its officer hears today's as the district does.

alter table recent_voices add column subdistrict_id int;
update recent_voices v set subdistrict_id = c.subdistrict_id from communities c where c.community_id = v.community_id;
delete from recent_voices where subdistrict_id is null;
alter table recent_voices alter column subdistrict_id set not null;
create index recent_voices_by_subdistrict on recent_voices (subdistrict_id, submitted_at desc, service_request_id desc);
create index open_items_by_subdistrict_wait on open_items (subdistrict_id, waiting_since, service_request_id)
  where stopped_at is null;
