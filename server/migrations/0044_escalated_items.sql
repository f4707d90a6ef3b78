-- What was escalated to a level stands in the inbox of its officers, who answer it, state its result, or return it.

alter table open_items add column level text not null default 'community'
  constraint open_items_level_check check (level in ('community', 'subdistrict', 'district'));
-- only where there are some: an update moves the epoch of the figures on, also one that changes nothing, and a new database stays empty
do $$
begin
  if exists (select from service_requests where level <> 'community') then
    update open_items o set level = r.level from service_requests r
      where r.community_id = o.community_id and r.service_request_id = o.service_request_id and r.level <> 'community';
  end if;
end $$;
alter table open_items alter column level drop default;
create index open_items_of_subdistrict on open_items
  (subdistrict_id, (stopped_at is not null), deadline_at, service_request_id) where level = 'subdistrict' and state <> 'resolved';
create index open_items_of_district on open_items
  (district_id, (stopped_at is not null), deadline_at, service_request_id) where level = 'district' and state <> 'resolved';

alter table service_request_entries
  drop constraint service_request_entries_kind_check,
  add constraint service_request_entries_kind_check check (kind in (
    'answer', 'receipt', 'askBack', 'reply', 'note', 'suspension', 'resumption', 'handOver', 'handOverAccepted',
    'handOverReturned', 'assignment', 'escalation', 'escalationReturned', 'result', 'confirmation', 'reopening',
    'withdrawal', 'lapse', 'lookedInto', 'breach', 'replyAccepted', 'replyEndorsed', 'mergedInto', 'joined', 'split',
    'parted'));

alter table notifications
  drop constraint notifications_kind_check,
  add constraint notifications_kind_check check (kind in (
    'serviceRequestSubmitted', 'serviceRequestRead', 'serviceRequestAnswered', 'serviceRequestAskedBack',
    'serviceRequestReplied', 'serviceRequestReplyAccepted', 'serviceRequestReplyEndorsed', 'serviceRequestOffered',
    'serviceRequestHandedOver', 'serviceRequestHandOverReturned', 'serviceRequestAssigned',
    'serviceRequestEscalated', 'serviceRequestReportedUp', 'serviceRequestEscalationReturned',
    'serviceRequestCameBack', 'serviceRequestSuspended', 'serviceRequestResumed',
    'serviceRequestSuspensionEnding', 'serviceRequestQuestionWaiting', 'serviceRequestHalfTime',
    'serviceRequestTimeNearlyUp', 'serviceRequestOverdue', 'serviceRequestOverdueBelow',
    'serviceRequestLookedInto', 'serviceRequestResolved', 'serviceRequestReopened', 'serviceRequestConfirmed',
    'serviceRequestLapsed', 'serviceRequestMerged', 'serviceRequestJoined', 'serviceRequestSplit',
    'supportedRequestAnswered', 'supportedRequestResolved', 'supportedRequestReopened',
    'supportedRequestWithdrawn', 'registrationSubmitted', 'registrationApproved', 'registrationRefused',
    'registrationAskedBack', 'membershipSuspended', 'membershipResumed', 'membershipEndPlanned',
    'membershipEndingSoon', 'membershipEnded', 'identityLookedUp', 'phoneMovedAtDesk', 'postPublished',
    'postReplied', 'postRemoved', 'postReplyRemoved', 'postReported', 'reportedRemoved', 'reportedKept',
    'memberMentioned', 'roleMentioned',
    'mentionHalfTime', 'mentionTimeNearlyUp', 'mentionOverdue'));
