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

-- ── hand-overs ───────────────────────────────────────────────────────────────────────────────────────────────────────

alter table service_requests
  -- the role that was asked to take it and has not said yet whether it does
  add column offered_role text constraint service_requests_offered_role_check check (offered_role in (
    'committeeSecretary', 'committeeDirector', 'committeeMember', 'buildingLead', 'propertyManager', 'ownersCommittee',
    'policeOfficer', 'familyDoctor')),
  add column offered_at timestamptz,
  add column offer_lapses_at timestamptz,
  add constraint service_requests_offer_whole check (
    (offered_role is null) = (offered_at is null) and (offered_role is null) = (offer_lapses_at is null));
create index service_requests_offer_due on service_requests (offer_lapses_at) where offer_lapses_at is not null;

alter table service_request_entries
  drop constraint service_request_entries_kind_check,
  add constraint service_request_entries_kind_check check (kind in (
    'answer', 'receipt', 'askBack', 'reply', 'note', 'suspension', 'resumption', 'handOver', 'handOverAccepted',
    'handOverReturned', 'assignment', 'escalation', 'result', 'confirmation', 'reopening', 'withdrawal', 'lapse',
    'lookedInto', 'breach', 'replyAccepted', 'replyEndorsed', 'mergedInto', 'joined', 'split', 'parted'));

alter table notifications
  drop constraint notifications_kind_check,
  add constraint notifications_kind_check check (kind in (
    'serviceRequestSubmitted', 'serviceRequestRead', 'serviceRequestAnswered', 'serviceRequestAskedBack',
    'serviceRequestReplied', 'serviceRequestReplyAccepted', 'serviceRequestReplyEndorsed', 'serviceRequestOffered',
    'serviceRequestHandedOver', 'serviceRequestHandOverReturned', 'serviceRequestAssigned',
    'serviceRequestEscalated', 'serviceRequestReportedUp', 'serviceRequestSuspended', 'serviceRequestResumed',
    'serviceRequestSuspensionEnding', 'serviceRequestQuestionWaiting', 'serviceRequestHalfTime',
    'serviceRequestTimeNearlyUp', 'serviceRequestOverdue', 'serviceRequestOverdueBelow',
    'serviceRequestLookedInto', 'serviceRequestResolved', 'serviceRequestReopened', 'serviceRequestConfirmed',
    'serviceRequestLapsed', 'serviceRequestMerged', 'serviceRequestJoined', 'serviceRequestSplit',
    'supportedRequestAnswered', 'supportedRequestResolved', 'supportedRequestReopened',
    'supportedRequestWithdrawn', 'registrationSubmitted', 'registrationApproved', 'registrationRefused',
    'registrationAskedBack', 'membershipSuspended', 'membershipResumed', 'membershipEndPlanned',
    'membershipEndingSoon', 'membershipEnded', 'identityLookedUp', 'phoneMovedAtDesk', 'postPublished',
    'postReplied', 'postRemoved', 'postReplyRemoved'));
