-- A neighbour tells the committee that words should not stand there; who told it is shown to nobody.
create table post_reports (
  community_id int not null,
  post_report_id uuid not null,
  post_id uuid not null,
  -- null: the post itself
  post_reply_id uuid,
  -- of whoever reported it: a membership or a role
  hat_id uuid not null,
  reason text not null constraint post_reports_reason_check
    check (reason in ('untrue', 'insult', 'privacy', 'advertising', 'unlawful', 'other')),
  words text not null,
  reported_at timestamptz not null,
  -- null: it waits
  outcome text constraint post_reports_outcome_check check (outcome in ('removed', 'kept')),
  decided_at timestamptz,
  -- null: the author took it away
  decided_by_role_grant_id uuid,
  -- the same for all that one decision ended
  decision_id uuid,
  primary key (community_id, post_report_id),
  foreign key (community_id, post_id) references posts,
  foreign key (community_id, post_reply_id) references post_replies,
  constraint post_reports_decision_whole check (
    (outcome is null) = (decided_at is null) and (outcome is null) = (decision_id is null))
);
-- one report of the same words by the same hat waits at a time
create unique index post_reports_once on post_reports (community_id, post_id, post_reply_id, hat_id) nulls not distinct
  where outcome is null;
create index post_reports_waiting on post_reports (community_id, reported_at) where outcome is null;
create index post_reports_by_decision on post_reports (community_id, decision_id) where decision_id is not null;
create index post_reports_by_hat on post_reports (community_id, hat_id, reported_at);

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
    'postReplied', 'postRemoved', 'postReplyRemoved',
    'postReported', 'reportedRemoved', 'reportedKept'));
