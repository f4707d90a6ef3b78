-- Who is named with an @ below or in a post. For a role it starts a clock: words without a clock get one for whom they name, and the
-- post itself stays a post. Words that were said in a service request have the clock of the request.

create table mentions (
  community_id int not null,
  mention_id uuid not null,
  post_id uuid not null,
  -- null: in the words of the post itself
  post_reply_id uuid,
  -- what stands behind the @ in the words
  words text not null,
  membership_id uuid,
  role text constraint mentions_role_check check (role in (
    'committeeSecretary', 'committeeDirector', 'committeeMember', 'buildingLead', 'propertyManager', 'ownersCommittee',
    'policeOfficer', 'familyDoctor')),
  started_at timestamptz not null,
  -- until when the role is to answer; null: a neighbour owes none
  deadline_at timestamptz,
  read_at timestamptz,
  answered_at timestamptz,
  -- the latest that was said of its clock, and when the next is due
  alerted text constraint mentions_alerted_check check (alerted in ('half', 'mostly', 'breached')),
  alert_at timestamptz,
  primary key (community_id, mention_id),
  foreign key (community_id, post_id) references posts,
  foreign key (community_id, post_reply_id) references post_replies,
  foreign key (community_id, membership_id) references memberships,
  constraint mentions_target check (num_nonnulls(membership_id, role) = 1),
  constraint mentions_clock check ((deadline_at is null) = (role is null))
);
create index mentions_by_post on mentions (community_id, post_id, started_at);
create index mentions_by_member on mentions (community_id, membership_id) where membership_id is not null;
create index mentions_waiting on mentions (community_id, role, deadline_at, mention_id)
  where role is not null and answered_at is null;
create index mentions_to_alert on mentions (alert_at) where alert_at is not null;

-- Whom a few characters find: by the whole shown name, or by what follows the building.
create index memberships_by_shown_name on memberships (community_id, lower(shown_name) text_pattern_ops)
  where state = 'active';
create index memberships_by_last_name on memberships (community_id, lower(split_part(shown_name, ' ', -1)) text_pattern_ops)
  where state = 'active';

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
    'postReplied', 'postRemoved', 'postReplyRemoved', 'postReported', 'reportedRemoved', 'reportedKept',
    'memberMentioned', 'roleMentioned',
    'mentionHalfTime', 'mentionTimeNearlyUp', 'mentionOverdue'));
