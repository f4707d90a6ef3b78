-- What was filed on somebody's behalf keeps how they took part and the paper they signed, as a registration does.

alter table service_requests
  add column presence text constraint service_requests_presence_check check (presence in ('present', 'atHome', 'byPhone'));

-- Where it is, down to the staircase (门牌幢 / 单元), beside the place in words.
alter table service_requests
  add column staircase_id uuid,
  add constraint service_requests_staircase foreign key (community_id, staircase_id) references staircases,
  add constraint service_requests_staircase_of_building check (staircase_id is null or building_id is not null);

-- A result that waits for the word of somebody who opens no screen: the counter reads these, the oldest first.
create index service_requests_awaiting_word on service_requests (community_id, resolved_at, service_request_id)
  where state = 'resolved' and (filed_by_membership_id is not null or filed_by_role_grant_id is not null);

-- The paper lies beside the request, for the committee and the asker; it is no photo of the thread.
alter table photos
  add column paper_of_service_request_id uuid,
  add constraint photos_paper_of_request foreign key (community_id, paper_of_service_request_id) references service_requests,
  add constraint photos_paper_apart check (
    paper_of_service_request_id is null or (service_request_id is null and registration_id is null));
create index photos_by_request_paper on photos (community_id, paper_of_service_request_id, position)
  where paper_of_service_request_id is not null;
