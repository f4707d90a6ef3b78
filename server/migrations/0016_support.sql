-- 我也是: a neighbour's voice joins a request that stands there already, instead of saying it again.

alter table service_requests
  -- distinct members in service_request_supporters; written with them, never counted when it is read
  add column supporter_count int not null default 0 constraint service_requests_supporter_count check (supporter_count >= 0);

create table service_request_supporters (
  community_id int not null,
  service_request_id uuid not null,
  membership_id uuid not null,
  -- the request under which they said it: this one, or one that was merged into it
  via_service_request_id uuid not null,
  at timestamptz not null,
  primary key (community_id, service_request_id, membership_id, via_service_request_id),
  foreign key (community_id, service_request_id) references service_requests,
  foreign key (community_id, via_service_request_id) references service_requests,
  foreign key (community_id, membership_id) references memberships
);
create index service_request_supporters_by_member on service_request_supporters (community_id, membership_id, at desc);

alter table notifications
  drop constraint notifications_kind_check,
  add constraint notifications_kind_check check (kind in (
    'serviceRequestSubmitted', 'serviceRequestRead', 'serviceRequestAnswered', 'serviceRequestAskedBack',
    'serviceRequestReplied', 'serviceRequestReplyAccepted', 'serviceRequestReplyEndorsed', 'serviceRequestHandedOver', 'serviceRequestAssigned', 'serviceRequestEscalated',
    'serviceRequestReportedUp', 'serviceRequestSuspended', 'serviceRequestResumed', 'serviceRequestSuspensionEnding',
    'serviceRequestQuestionWaiting', 'serviceRequestHalfTime', 'serviceRequestTimeNearlyUp', 'serviceRequestOverdue',
    'serviceRequestOverdueBelow', 'serviceRequestLookedInto', 'serviceRequestResolved',
    'serviceRequestReopened', 'serviceRequestConfirmed', 'serviceRequestLapsed', 'registrationSubmitted',
    'registrationApproved', 'registrationRefused', 'registrationAskedBack', 'membershipSuspended', 'membershipResumed',
    'membershipEndPlanned', 'membershipEndingSoon', 'membershipEnded', 'identityLookedUp', 'phoneMovedAtDesk',
    'supportedRequestAnswered', 'supportedRequestResolved', 'supportedRequestReopened', 'supportedRequestWithdrawn'));
