-- Boards, and what stands on them without a clock.

-- ── boards ───────────────────────────────────────────────────────────────────────────────────────────────────────────

create table boards (
  community_id int not null references communities,
  board_id uuid not null,
  kind text not null constraint boards_kind_check check (kind in (
    'announcements', 'party', 'deliberation', 'villageAffairs', 'property', 'ownersCommittee', 'police', 'familyDoctor',
    'legal', 'guide', 'homeVoices', 'exchange', 'own')),
  -- null: the name of its kind, in the reader's language
  name text check (name <> ''),
  answering_role text constraint boards_answering_role_check check (answering_role in (
    'committeeSecretary', 'committeeDirector', 'committeeMember', 'buildingLead', 'propertyManager', 'ownersCommittee',
    'policeOfficer', 'familyDoctor')),
  members_post boolean not null,
  posting_roles text[] not null,
  position int not null,
  is_hidden boolean not null default false,
  primary key (community_id, board_id),
  constraint boards_own_named check (kind <> 'own' or name is not null)
);
create unique index boards_one_of_a_kind on boards (community_id, kind) where kind <> 'own';

-- What communities that exist already begin with: the default set of domain/src/boards when this was written.
insert into boards (community_id, board_id, kind, answering_role, members_post, posting_roles, position, is_hidden)
select c.community_id, gen_random_uuid(), d.kind, d.answering_role, d.members_post,
  array['committeeSecretary', 'committeeDirector', 'committeeMember'] || d.also,
  row_number() over (partition by c.community_id order by d.position),
  c.kind = 'village' and d.kind in ('property', 'ownersCommittee')
from communities c
cross join (values
  (1, 'announcements', null, false, '{}'::text[]),
  (2, 'party', null, false, '{}'),
  (3, 'villageAffairs', null, false, '{}'),
  (4, 'deliberation', 'committeeDirector', true, '{}'),
  (5, 'property', 'propertyManager', true, '{propertyManager}'),
  (6, 'ownersCommittee', 'ownersCommittee', true, '{ownersCommittee}'),
  (7, 'police', 'policeOfficer', true, '{policeOfficer}'),
  (8, 'familyDoctor', 'familyDoctor', true, '{familyDoctor}'),
  (9, 'legal', 'committeeDirector', true, '{}'),
  (10, 'guide', null, false, '{}'),
  (11, 'homeVoices', null, true, '{buildingLead}'),
  (12, 'exchange', null, true, '{buildingLead}')
) as d (position, kind, answering_role, members_post, also)
where c.kind = 'village' or d.kind not in ('villageAffairs', 'homeVoices');

-- Who changed what on the notice board, and when.
create table board_changes (
  community_id int not null,
  board_change_id uuid not null,
  -- null: the order of all of them
  board_id uuid,
  change text not null constraint board_changes_change_check
    check (change in ('added', 'renamed', 'answering', 'posting', 'hidden', 'shown', 'ordered')),
  before text,
  after text,
  by_role_grant_id uuid not null,
  at timestamptz not null,
  primary key (community_id, board_change_id),
  foreign key (community_id, board_id) references boards
);
create index board_changes_newest on board_changes (community_id, at desc, board_change_id desc);

-- On which board it was said; null: the everyday one.
alter table service_requests
  add column board_id uuid,
  add constraint service_requests_board foreign key (community_id, board_id) references boards;
create index service_requests_by_board on service_requests (community_id, board_id, submitted_at desc, service_request_id desc)
  where board_id is not null and visibility = 'community' and state <> 'withdrawn';

-- ── posts ────────────────────────────────────────────────────────────────────────────────────────────────────────────

create table posts (
  community_id int not null,
  post_id uuid not null,
  board_id uuid not null,
  state text not null constraint posts_state_check check (state in ('scheduled', 'published', 'canceled', 'removed')),
  title text,
  text text not null,
  by_membership_id uuid,
  by_role_grant_id uuid,
  in_office_name boolean not null default false,
  -- who signed what was published before there were posts
  signed_by text,
  scope text not null constraint posts_scope_check check (scope in ('community', 'compound', 'subArea', 'building', 'staircase')),
  -- of the compound, sub-area, building or staircase it is for
  scope_id uuid,
  written_at timestamptz not null,
  -- when it was, or is to be, published
  published_at timestamptz not null,
  pinned_at timestamptz,
  removed_at timestamptz,
  removed_by_membership_id uuid,
  removed_by_role_grant_id uuid,
  removal_reason text,
  reply_count int not null default 0,
  version int not null default 1,
  primary key (community_id, post_id),
  foreign key (community_id, board_id) references boards,
  foreign key (community_id, by_membership_id) references memberships,
  constraint posts_signed check (num_nonnulls(by_membership_id, by_role_grant_id, signed_by) = 1),
  constraint posts_scope_whole check ((scope = 'community') = (scope_id is null)),
  constraint posts_removal_whole check ((state = 'removed') = (removed_at is not null)),
  constraint posts_pinned_published check (pinned_at is null or state = 'published')
);
create index posts_feed on posts (community_id, published_at desc, post_id desc) where state = 'published';
create index posts_by_board on posts (community_id, board_id, published_at desc, post_id desc) where state = 'published';
create index posts_pinned on posts (community_id, board_id, pinned_at desc) where pinned_at is not null;
create index posts_removed on posts (community_id, removed_at desc, post_id desc) where state = 'removed';
create index posts_scheduled on posts (community_id, published_at, post_id) where state = 'scheduled';
create index posts_to_publish on posts (published_at) where state = 'scheduled';
create index posts_by_member on posts (community_id, by_membership_id, published_at desc) where by_membership_id is not null;

create table post_replies (
  community_id int not null,
  post_reply_id uuid not null,
  post_id uuid not null,
  text text not null,
  by_membership_id uuid,
  by_role_grant_id uuid,
  in_office_name boolean not null default false,
  at timestamptz not null,
  removed_at timestamptz,
  removed_by_membership_id uuid,
  removed_by_role_grant_id uuid,
  removal_reason text,
  primary key (community_id, post_reply_id),
  foreign key (community_id, post_id) references posts,
  foreign key (community_id, by_membership_id) references memberships,
  constraint post_replies_signed check (num_nonnulls(by_membership_id, by_role_grant_id) = 1)
);
create index post_replies_by_post on post_replies (community_id, post_id, at, post_reply_id);
create index post_replies_by_member on post_replies (community_id, by_membership_id, at) where by_membership_id is not null;

create trigger posts_version before update on posts for each row execute function next_version();

-- A photo stands in one thing.
alter table photos
  add column post_id uuid,
  add column post_reply_id uuid,
  add constraint photos_post foreign key (community_id, post_id) references posts,
  add constraint photos_post_reply foreign key (community_id, post_reply_id) references post_replies,
  add constraint photos_post_apart check (post_id is null or (service_request_id is null and registration_id is null
    and paper_of_service_request_id is null)),
  add constraint photos_reply_of_post check (post_reply_id is null or post_id is not null);
create index photos_by_post on photos (community_id, post_id, position) where post_id is not null;
drop index photos_loose;
create index photos_loose on photos (created_at)
  where service_request_id is null and registration_id is null and paper_of_service_request_id is null and post_id is null;

-- A photo that goes takes the shown card with it.
create function touch_post() returns trigger language plpgsql as $$
begin
  update posts set reply_count = reply_count where community_id = old.community_id and post_id = old.post_id;
  return null;
end $$;
create trigger photos_touch_post after update or delete on photos for each row when (old.post_id is not null)
  execute function touch_post();

-- The announcements that there were are posts on their board.
insert into posts (community_id, post_id, board_id, state, title, text, signed_by, scope, written_at, published_at)
select a.community_id, a.announcement_id, b.board_id, 'published', a.title, a.text, a.signed_by, 'community', a.published_at,
  a.published_at
from announcements a join boards b on b.community_id = a.community_id and b.kind = 'announcements';
drop table announcements;

-- ── since the last visit ─────────────────────────────────────────────────────────────────────────────────────────────

create table feed_visits (
  community_id int not null,
  membership_id uuid not null,
  visited_at timestamptz not null,
  -- when the visit before this one ended
  previous_at timestamptz,
  primary key (community_id, membership_id),
  foreign key (community_id, membership_id) references memberships
);

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
    'supportedRequestAnswered', 'supportedRequestResolved', 'supportedRequestReopened', 'supportedRequestWithdrawn',
    'postPublished', 'postReplied', 'postRemoved', 'postReplyRemoved'));
