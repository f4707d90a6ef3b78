-- 合并: one request goes on as part of another one, and comes back from there.

alter table service_requests
  drop constraint service_requests_state_check,
  add constraint service_requests_state_check check (state in
    ('submitted', 'read', 'answered', 'resolved', 'confirmed', 'unconfirmed', 'reopened', 'withdrawn', 'merged')),
  -- the one it is part of, also after that one's result was its own
  add column merged_into_id uuid,
  -- how many are part of this one; written with them, never counted when it is read
  add column merged_count int not null default 0 constraint service_requests_merged_count check (merged_count >= 0),
  -- how much sooner its deadline is, because one that is part of it is due before
  add column pulled_forward_ms bigint not null default 0 constraint service_requests_pulled_forward check (pulled_forward_ms >= 0),
  add constraint service_requests_merged_into foreign key (community_id, merged_into_id) references service_requests,
  add constraint service_requests_merged_somewhere check (state <> 'merged' or merged_into_id is not null),
  add constraint service_requests_merged_for_others check (merged_into_id is null or visibility = 'community'),
  add constraint service_requests_merged_flat check (merged_into_id is null or (merged_count = 0 and merged_into_id <> service_request_id));
create index service_requests_merged on service_requests (community_id, merged_into_id) where merged_into_id is not null;
create index service_request_supporters_via on service_request_supporters (community_id, via_service_request_id);

alter table service_request_entries
  drop constraint service_request_entries_kind_check,
  add constraint service_request_entries_kind_check check (kind in (
    'answer', 'receipt', 'askBack', 'reply', 'note', 'suspension', 'resumption', 'handOver', 'assignment', 'escalation',
    'result', 'confirmation', 'reopening', 'withdrawal', 'lapse', 'lookedInto', 'breach',
    'replyAccepted', 'replyEndorsed', 'mergedInto', 'joined', 'split', 'parted'));

alter table notifications
  drop constraint notifications_kind_check,
  add constraint notifications_kind_check check (kind in (
    'serviceRequestSubmitted', 'serviceRequestRead', 'serviceRequestAnswered', 'serviceRequestAskedBack',
    'serviceRequestReplied', 'serviceRequestReplyAccepted', 'serviceRequestReplyEndorsed', 'serviceRequestHandedOver', 'serviceRequestAssigned', 'serviceRequestEscalated',
    'serviceRequestReportedUp', 'serviceRequestSuspended', 'serviceRequestResumed', 'serviceRequestSuspensionEnding',
    'serviceRequestQuestionWaiting', 'serviceRequestHalfTime', 'serviceRequestTimeNearlyUp', 'serviceRequestOverdue',
    'serviceRequestOverdueBelow', 'serviceRequestLookedInto', 'serviceRequestResolved',
    'serviceRequestReopened', 'serviceRequestConfirmed', 'serviceRequestLapsed',
    'serviceRequestMerged', 'serviceRequestJoined', 'serviceRequestSplit', 'registrationSubmitted',
    'registrationApproved', 'registrationRefused', 'registrationAskedBack', 'membershipSuspended', 'membershipResumed',
    'membershipEndPlanned', 'membershipEndingSoon', 'membershipEnded', 'identityLookedUp', 'phoneMovedAtDesk',
    'supportedRequestAnswered', 'supportedRequestResolved', 'supportedRequestReopened', 'supportedRequestWithdrawn',
    'postPublished', 'postReplied', 'postRemoved', 'postReplyRemoved'));
