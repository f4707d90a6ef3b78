-- Life goes on: leaving with days to regret it, suspension and end by the committee, what is filed on somebody's behalf,
-- consent for helpers, and neighbours who do not want to read each other.

-- ── memberships: how they end ────────────────────────────────────────────────────────────────────────────────────────

alter table memberships
  -- when it ends by itself: the days of regret are over, or the last day has passed
  add column leaves_at timestamptz,
  add column leave_cause text constraint memberships_leave_cause_check check (leave_cause in ('left', 'movedAway', 'tenancyEnded')),
  -- why it is suspended, or why the committee ends it; the member reads it
  add column reason text,
  -- when what was left behind is erased; null again once it is
  add column erase_at timestamptz,
  add column guardian_membership_id uuid,
  add constraint memberships_leave_whole check ((leaves_at is null) = (leave_cause is null));
create index memberships_to_end on memberships (leaves_at) where state <> 'ended' and leaves_at is not null;
create index memberships_to_erase on memberships (erase_at) where erase_at is not null;

-- ── registrations: filed by somebody else ────────────────────────────────────────────────────────────────────────────

alter table registrations
  add column filed_by uuid references persons,
  add column filed_by_role_grant_id uuid references role_grants,
  add column presence text constraint registrations_presence_check check (presence in ('present', 'atHome', 'byPhone')),
  add column guardian_person_id uuid references persons,
  add column guardian_membership_id uuid,
  add constraint registrations_filing_whole check ((filed_by is null) = (presence is null)),
  add constraint registrations_guardian_whole check ((guardian_person_id is null) = (guardian_membership_id is null)),
  -- the same hand does not write the claim and the yes
  add constraint registrations_two_hands check (state <> 'approved' or filed_by is null or decided_by is distinct from filed_by);
create index registrations_by_guardian on registrations (guardian_person_id, submitted_at desc) where guardian_person_id is not null;

-- The paper that was signed at the counter: a photo stands in a request or beside a registration, never in both.
alter table photos
  add column registration_id uuid,
  add constraint photos_paper foreign key (community_id, registration_id) references registrations,
  add constraint photos_one_place check (service_request_id is null or registration_id is null);
create index photos_by_registration on photos (community_id, registration_id, position) where registration_id is not null;
drop index photos_loose;
create index photos_loose on photos (created_at) where service_request_id is null and registration_id is null;

-- Global look-up of the codes on printed receipts.
create table receipts (
  code text primary key,
  community_id int not null references communities,
  kind text not null constraint receipts_kind_check check (kind in ('registration', 'serviceRequest')),
  subject_id uuid not null,
  created_at timestamptz not null,
  unique (community_id, subject_id)
);

-- ── service requests: filed by a helper, confirmed on the asker's word ───────────────────────────────────────────────

alter table service_requests
  add column filed_by_membership_id uuid,
  add column filed_by_role_grant_id uuid references role_grants,
  add constraint service_requests_one_filer check (num_nonnulls(filed_by_membership_id, filed_by_role_grant_id) <= 1),
  add constraint service_requests_filer foreign key (community_id, filed_by_membership_id) references memberships;

alter table service_request_entries
  add column filed_by_membership_id uuid,
  add column filed_by_role_grant_id uuid references role_grants,
  add constraint service_request_entries_one_filer check (num_nonnulls(filed_by_membership_id, filed_by_role_grant_id) <= 1),
  add constraint service_request_entries_filer foreign key (community_id, filed_by_membership_id) references memberships;

-- Whom a member allowed to speak for them (个人信息保护法 14, 15: freely given, withdrawn as easily).
create table helper_consents (
  community_id int not null,
  helper_consent_id uuid not null,
  membership_id uuid not null,
  helper_membership_id uuid not null,
  given_at timestamptz not null,
  -- the committee member who took it down; null: the member gave it themselves
  recorded_by_role_grant_id uuid references role_grants,
  ended_at timestamptz,
  primary key (community_id, helper_consent_id),
  foreign key (community_id, membership_id) references memberships,
  foreign key (community_id, helper_membership_id) references memberships,
  check (membership_id <> helper_membership_id)
);
create unique index helper_consents_once on helper_consents (community_id, membership_id, helper_membership_id) where ended_at is null;
create index helper_consents_by_helper on helper_consents (community_id, helper_membership_id) where ended_at is null;

-- ── local ────────────────────────────────────────────────────────────────────────────────────────────────────────────

-- What somebody does not want to read. Nobody but the person learns of it.
create table neighbour_blocks (
  person_id uuid not null references persons,
  community_id int not null references communities,
  blocked_membership_id uuid not null,
  block_id uuid not null unique,
  blocked_at timestamptz not null,
  primary key (person_id, community_id, blocked_membership_id)
);

-- Short messages that follow from the outbox. The phone is asked of the vault when one is sent, and stands nowhere else.
create table text_messages (
  text_message_id uuid primary key,
  person_id uuid not null references persons,
  template text not null,
  -- codes and public names alone
  words jsonb not null,
  event_id uuid not null unique,
  try_at timestamptz not null,
  tries int not null default 0
);
create index text_messages_due on text_messages (try_at);

-- ── the vault ────────────────────────────────────────────────────────────────────────────────────────────────────────

set local role shequtong_vault;

-- Everything but the phone: for somebody who left while a request of theirs is still open and whose result goes there.
create function identity.erase_but_phone(p_person_id uuid) returns void
language plpgsql security definer set search_path = identity, pg_temp as $$
begin
  delete from persons_identity i where i.person_id = p_person_id;
  delete from openids o where o.person_id = p_person_id;
  delete from blind_indexes b where b.person_id = p_person_id and b.kind <> 'phone';
end
$$;
grant execute on function identity.erase_but_phone to shequtong_program;

reset role;
