-- A rule states one number with its source; how long a suspension may be and when an asked asker is reminded are such numbers.
alter table response_rules
  drop constraint response_rules_one_measure,
  add column suspend_at_most_days int check (suspend_at_most_days >= 1),
  add column remind_asked_back_after_days int check (remind_asked_back_after_days >= 1),
  add constraint response_rules_one_measure check (num_nonnulls(answer_within_hours, answer_within_working_days,
    suspend_at_most_days, remind_asked_back_after_days) = 1);

-- A suspension ends by itself, and whoever is waited for is reminded once.
alter table service_requests
  add column suspended_until timestamptz,
  add column suspension_remind_at timestamptz;
-- what is suspended already gets the bounds of the domain, counted from its start, in days of Asia/Shanghai
update service_requests set
  suspended_until = date_trunc('day', suspended_since at time zone 'Asia/Shanghai' + interval '31 days') at time zone 'Asia/Shanghai',
  suspension_remind_at = date_trunc('day', suspended_since at time zone 'Asia/Shanghai' + interval '30 days') at time zone 'Asia/Shanghai'
  where suspension_kind = 'suspended';
update service_requests set suspension_remind_at = suspended_since + interval '3 days' where suspension_kind = 'askedBack';
alter table service_requests
  add constraint service_requests_suspension_ends
    check ((suspension_kind is not distinct from 'suspended') = (suspended_until is not null)),
  add constraint service_requests_reminder_of_suspension check (suspension_kind is not null or suspension_remind_at is null);
create index service_requests_to_resume on service_requests (suspended_until) where suspended_until is not null;
create index service_requests_to_remind on service_requests (suspension_remind_at) where suspension_remind_at is not null;

alter table notifications
  drop constraint notifications_kind_check,
  add constraint notifications_kind_check check (kind in (
    'serviceRequestSubmitted', 'serviceRequestRead', 'serviceRequestAnswered', 'serviceRequestAskedBack',
    'serviceRequestReplied', 'serviceRequestHandedOver', 'serviceRequestAssigned', 'serviceRequestEscalated',
    'serviceRequestReportedUp', 'serviceRequestSuspended', 'serviceRequestResumed', 'serviceRequestSuspensionEnding',
    'serviceRequestQuestionWaiting', 'serviceRequestLookedInto', 'serviceRequestResolved', 'serviceRequestReopened',
    'serviceRequestConfirmed', 'serviceRequestLapsed', 'registrationSubmitted', 'registrationApproved',
    'registrationRefused', 'registrationAskedBack', 'membershipSuspended', 'membershipResumed', 'membershipEndPlanned',
    'membershipEnded', 'identityLookedUp'));
