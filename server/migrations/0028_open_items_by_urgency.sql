-- A page of what is open in one community comes off this index; without it every open item of the community was read and sorted.
create index open_items_by_urgency
  on open_items (community_id, (stopped_at is not null), deadline_at, service_request_id);
