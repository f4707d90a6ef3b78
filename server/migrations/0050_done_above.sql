-- The committee, which stays accountable, is told what an officer said to something it reported up.
alter table notifications
  drop constraint notifications_kind_check,
  add constraint notifications_kind_check check (kind in (
    'serviceRequestSubmitted', 'serviceRequestRead', 'serviceRequestAnswered', 'serviceRequestAskedBack',
    'serviceRequestReplied', 'serviceRequestReplyAccepted', 'serviceRequestReplyEndorsed', 'serviceRequestOffered',
    'serviceRequestHandedOver', 'serviceRequestHandOverReturned', 'serviceRequestAssigned',
    'serviceRequestEscalated', 'serviceRequestReportedUp', 'serviceRequestEscalationReturned',
    'serviceRequestCameBack', 'serviceRequestAnsweredAbove', 'serviceRequestResolvedAbove', 'serviceRequestSuspended', 'serviceRequestResumed',
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
    'mentionHalfTime', 'mentionTimeNearlyUp', 'mentionOverdue', 'mentionOverdueBelow'));
