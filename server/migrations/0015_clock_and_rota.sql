-- What a response clock says by itself, each at most once: half of the time is gone, 80 % of it, all of it.
alter table service_requests
  add column paused_ms bigint not null default 0,
  add column clock_alerted text constraint service_requests_clock_alerted_check check (clock_alerted in ('half', 'mostly', 'breached')),
  add column clock_alert_at timestamptz;
-- what was answered late before anybody counted stays as it is
update service_requests set clock_alerted = 'breached' where stopped_at > deadline_at;
update service_requests set clock_alert_at = clock_started_at + (deadline_at - clock_started_at) / 2
  where stopped_at is null and paused_at is null;
create index service_requests_to_alert on service_requests (clock_alert_at) where clock_alert_at is not null;

alter table service_request_entries
  drop constraint service_request_entries_kind_check,
  add constraint service_request_entries_kind_check check (kind in (
    'answer', 'receipt', 'askBack', 'reply', 'note', 'suspension', 'resumption', 'handOver', 'assignment', 'escalation',
    'result', 'confirmation', 'reopening', 'withdrawal', 'lapse', 'lookedInto', 'breach',
    'replyAccepted', 'replyEndorsed'));

create index open_items_unanswered on open_items (subdistrict_id, deadline_at, service_request_id) where stopped_at is null;

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
    'membershipEndPlanned', 'membershipEndingSoon', 'membershipEnded', 'identityLookedUp', 'phoneMovedAtDesk'));

-- ── who stands behind the clock at night, at weekends and on holidays ────────────────────────────────────────────────

create table rota_shifts (
  community_id int not null,
  on_date date not null,
  part text not null constraint rota_shifts_part_check check (part in ('day', 'night')),
  role_grant_id uuid not null,
  backup_role_grant_id uuid,
  named_at timestamptz not null,
  named_by_role_grant_id uuid,
  primary key (community_id, on_date, part),
  constraint rota_shifts_backup_is_another check (backup_role_grant_id is distinct from role_grant_id)
);

create table rota_absences (
  community_id int not null,
  absence_id uuid not null,
  absent_role_grant_id uuid not null,
  deputy_role_grant_id uuid not null,
  first_on date not null,
  last_on date not null,
  named_at timestamptz not null,
  named_by_role_grant_id uuid,
  primary key (community_id, absence_id),
  constraint rota_absences_in_order check (first_on <= last_on),
  constraint rota_absences_deputy_is_another check (deputy_role_grant_id <> absent_role_grant_id)
);
create index rota_absences_by_day on rota_absences (community_id, last_on);
