-- What the asker thought of a round, and hand-overs that wait for somebody to accept them.

-- ── ratings ──────────────────────────────────────────────────────────────────────────────────────────────────────────

-- One row per round; who rated is the asker of the request, and nowhere else. 1 is the worst, 5 the best.
create table service_request_ratings (
  community_id int not null,
  service_request_id uuid not null,
  -- reopened_count of the round
  round int not null check (round >= 0),
  attitude smallint check (attitude between 1 and 5),
  result smallint check (result between 1 and 5),
  -- first rated; a later change keeps it
  rated_at timestamptz not null,
  primary key (community_id, service_request_id, round),
  foreign key (community_id, service_request_id) references service_requests,
  constraint service_request_ratings_not_empty check (num_nonnulls(attitude, result) > 0)
);
create index service_request_ratings_newest on service_request_ratings (community_id, rated_at);
