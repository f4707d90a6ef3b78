-- A tenant states the last day of the lease; whoever is about to leave is reminded; a committee suspends nobody without end.

alter table memberships
  drop constraint memberships_leave_cause_check,
  add constraint memberships_leave_cause_check
    check (leave_cause in ('left', 'movedAway', 'tenancyEnded', 'leaseEnds')),
  -- when the member is reminded of a stated last day; null: never, or it is done
  add column leave_remind_at timestamptz,
  add constraint memberships_remind_whole check (leave_remind_at is null or leave_remind_at < leaves_at),
  -- days of suspension that count against the bound, and the last of them (Asia/Shanghai)
  add column suspended_days int check (suspended_days > 0),
  add column suspended_last_on date,
  add constraint memberships_suspended_days_whole check ((suspended_days is null) = (suspended_last_on is null));
create index memberships_to_remind on memberships (leave_remind_at) where leave_remind_at is not null;

alter table notifications
  drop constraint notifications_kind_check,
  add constraint notifications_kind_check check (kind in (
    'serviceRequestSubmitted', 'serviceRequestRead', 'serviceRequestAnswered', 'serviceRequestAskedBack',
    'serviceRequestReplied', 'serviceRequestHandedOver', 'serviceRequestAssigned', 'serviceRequestEscalated',
    'serviceRequestReportedUp', 'serviceRequestSuspended', 'serviceRequestResumed', 'serviceRequestSuspensionEnding',
    'serviceRequestQuestionWaiting', 'serviceRequestLookedInto', 'serviceRequestResolved', 'serviceRequestReopened',
    'serviceRequestConfirmed', 'serviceRequestLapsed', 'registrationSubmitted', 'registrationApproved',
    'registrationRefused', 'registrationAskedBack', 'membershipSuspended', 'membershipResumed', 'membershipEndPlanned',
    'membershipEndingSoon', 'membershipEnded', 'identityLookedUp',
    'phoneMovedAtDesk'));
