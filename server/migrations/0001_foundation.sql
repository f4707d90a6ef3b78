-- The foundation: territory, persons and their capacities, registrations, service requests, the outbox and what it feeds.
-- Kinds of tables are registered in server/src/platform/database/table-kinds.ts; a test compares.

-- ── reference ────────────────────────────────────────────────────────────────────────────────────────────────────────

create table districts (
  district_id int primary key,
  code text not null unique,
  name text not null
);

create table subdistricts (
  subdistrict_id int primary key,
  district_id int not null references districts,
  code text not null unique,
  name text not null,
  kind text not null constraint subdistricts_kind_check check (kind in ('street', 'town', 'industrialPark')),
  position int not null
);
create index subdistricts_by_district on subdistricts (district_id, position);

create table communities (
  community_id int primary key,
  subdistrict_id int not null references subdistricts,
  district_id int not null references districts,
  code text not null unique,
  name text not null,
  short_name text not null,
  kind text not null constraint communities_kind_check check (kind in ('neighbourhood', 'village')),
  position int not null
);
create index communities_by_subdistrict on communities (subdistrict_id, position);

-- Local numbers with the source beside them; no row means the default of the domain.
create table response_rules (
  response_rule_id int primary key,
  district_id int references districts,
  community_id int references communities,
  kind text constraint response_rules_kind_check check (kind in ('matter', 'help', 'complaint', 'suggestion')),
  answer_within_hours int not null check (answer_within_hours >= 1),
  source text not null check (source <> '')
);

-- ── distributed: the territory below a community ─────────────────────────────────────────────────────────────────────

create table compounds (
  community_id int not null references communities,
  compound_id uuid not null,
  name text not null,
  primary key (community_id, compound_id),
  unique (community_id, name)
);

create table sub_areas (
  community_id int not null,
  sub_area_id uuid not null,
  compound_id uuid not null,
  name text not null,
  position int not null,
  primary key (community_id, sub_area_id),
  foreign key (community_id, compound_id) references compounds,
  unique (community_id, compound_id, name)
);

create table buildings (
  community_id int not null,
  building_id uuid not null,
  compound_id uuid not null,
  sub_area_id uuid,
  name text not null,
  position int not null,
  primary key (community_id, building_id),
  foreign key (community_id, compound_id) references compounds,
  foreign key (community_id, sub_area_id) references sub_areas,
  unique (community_id, compound_id, name)
);

create table staircases (
  community_id int not null,
  staircase_id uuid not null,
  building_id uuid not null,
  name text not null,
  position int not null,
  primary key (community_id, staircase_id),
  foreign key (community_id, building_id) references buildings,
  unique (community_id, building_id, name)
);

create table dwellings (
  community_id int not null,
  dwelling_id uuid not null,
  staircase_id uuid not null,
  room text not null,
  floor int not null,
  floor_area_cm2 int check (floor_area_cm2 > 0),
  floor_area_source text constraint dwellings_floor_area_source_check
    check (floor_area_source in ('register', 'survey', 'purchaseContract')),
  primary key (community_id, dwelling_id),
  foreign key (community_id, staircase_id) references staircases,
  unique (community_id, staircase_id, room)
);

create table announcements (
  community_id int not null references communities,
  announcement_id uuid not null,
  title text not null,
  text text not null,
  signed_by text not null,
  published_at timestamptz not null,
  primary key (community_id, announcement_id)
);
create index announcements_newest on announcements (community_id, published_at desc);

-- ── local: persons, sessions, capacities above and beside communities ────────────────────────────────────────────────

-- Who this is in real life stands in the identity vault and nowhere else.
create table persons (
  person_id uuid primary key,
  created_at timestamptz not null,
  erased_at timestamptz
);

create table sessions (
  session_id uuid primary key,
  token_hash bytea not null unique,
  person_id uuid not null references persons,
  -- the hat worn now: a membership of `acting_community_id`, or a role grant where that is null
  acting_hat_id uuid,
  acting_community_id int,
  device text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index sessions_by_person on sessions (person_id, created_at desc);

-- One-time codes by SMS: looked up by a keyed hash of the phone, never the phone.
create table phone_codes (
  phone_index bytea not null,
  code_hash bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  tries int not null default 0,
  used_at timestamptz,
  primary key (phone_index, created_at)
);

create table wechat_states (
  state_hash bytea primary key,
  return_to text,
  created_at timestamptz not null,
  used_at timestamptz
);

-- The answer that a write gave, so that the same key gives the same answer.
create table idempotency_keys (
  owner_id uuid not null,
  key text not null,
  request_hash bytea not null,
  status int not null,
  reply jsonb not null,
  created_at timestamptz not null,
  primary key (owner_id, key)
);
create index idempotency_keys_by_age on idempotency_keys (created_at);

create table role_grants (
  role_grant_id uuid primary key,
  person_id uuid not null references persons,
  role text not null constraint role_grants_role_check check (role in (
    'committeeSecretary', 'committeeDirector', 'committeeMember', 'buildingLead', 'propertyManager', 'ownersCommittee',
    'policeOfficer', 'familyDoctor', 'subdistrictOfficer', 'districtOfficer')),
  level text not null constraint role_grants_level_check check (level in ('district', 'subdistrict', 'community')),
  territory_id int not null,
  -- what neighbours read beside the words: 孙主任
  shown_name text not null,
  building_id uuid,
  granted_by uuid references persons,
  granted_at timestamptz not null,
  ends_on date,
  ended_at timestamptz,
  ended_by uuid references persons
);
create index role_grants_by_person on role_grants (person_id) where ended_at is null;
create index role_grants_by_territory on role_grants (level, territory_id) where ended_at is null;
create unique index role_grants_once on role_grants (person_id, role, level, territory_id) where ended_at is null;

-- Global look-up of the codes on the gates. The code is public by nature (it hangs on a wall); guessing is rate-limited.
create table qr_codes (
  qr_code_id uuid primary key,
  code text not null unique,
  community_id int not null references communities,
  compound_id uuid not null,
  edition int not null,
  created_at timestamptz not null,
  created_by uuid references persons,
  revoked_at timestamptz,
  unique (community_id, compound_id, edition),
  foreign key (community_id, compound_id) references compounds
);
create unique index qr_codes_one_current on qr_codes (community_id, compound_id) where revoked_at is null;

-- Who may be played with one click; filled by a demo world alone, empty everywhere else.
create table demo_personas (
  persona_id text primary key,
  person_id uuid not null references persons,
  shown_name text not null,
  role text,
  what text not null,
  shell text not null,
  elder boolean not null,
  position int not null
);

create table member_directory (
  person_id uuid not null references persons,
  community_id int not null references communities,
  membership_id uuid not null,
  primary key (person_id, community_id, membership_id)
);

-- ── distributed: members ─────────────────────────────────────────────────────────────────────────────────────────────

create table registrations (
  community_id int not null references communities,
  registration_id uuid not null,
  person_id uuid not null references persons,
  compound_id uuid not null,
  -- absent for an employee, who may name no dwelling
  dwelling_id uuid,
  member_kind text not null constraint registrations_member_kind_check
    check (member_kind in ('resident', 'villager', 'enterprise', 'merchant', 'employee')),
  tenure text constraint registrations_tenure_check check (tenure in ('propertyOwner', 'coOwner', 'tenant', 'family')),
  shown_name text not null,
  consents text[] not null,
  state text not null constraint registrations_state_check
    check (state in ('submitted', 'askedBack', 'approved', 'refused', 'withdrawn')),
  submitted_at timestamptz not null,
  -- the last time it came back from the applicant
  last_returned_at timestamptz,
  question text,
  reply text,
  refusal_reason text,
  decided_at timestamptz,
  decided_by uuid references persons,
  -- what the comparison with the roll said at submission, for the list; the review compares anew
  exact boolean not null,
  differing int not null,
  on_roll boolean not null,
  version int not null default 1,
  primary key (community_id, registration_id),
  foreign key (community_id, compound_id) references compounds,
  foreign key (community_id, dwelling_id) references dwellings,
  constraint registrations_refusal_has_reason check (state <> 'refused' or refusal_reason is not null),
  constraint registrations_ask_back_has_question check (state <> 'askedBack' or question is not null)
);
create unique index registrations_one_open on registrations (community_id, person_id) where state in ('submitted', 'askedBack');
create index registrations_waiting on registrations (community_id, coalesce(last_returned_at, submitted_at), registration_id) where state = 'submitted';
create index registrations_by_person on registrations (person_id, submitted_at desc);
create index registrations_by_dwelling on registrations (community_id, dwelling_id);

-- The dwelling roll: who the committee knows to live or own where. Names, ID numbers and phones stand in the vault under
-- the same id.
create table roll_entries (
  community_id int not null references communities,
  roll_entry_id uuid not null,
  dwelling_id uuid not null,
  tenure text constraint roll_entries_tenure_check check (tenure in ('propertyOwner', 'coOwner', 'tenant', 'family')),
  primary key (community_id, roll_entry_id),
  foreign key (community_id, dwelling_id) references dwellings
);
create index roll_entries_by_dwelling on roll_entries (community_id, dwelling_id);

create table memberships (
  community_id int not null references communities,
  membership_id uuid not null,
  person_id uuid not null references persons,
  registration_id uuid not null,
  compound_id uuid not null,
  dwelling_id uuid,
  member_kind text not null constraint memberships_member_kind_check
    check (member_kind in ('resident', 'villager', 'enterprise', 'merchant', 'employee')),
  tenure text constraint memberships_tenure_check check (tenure in ('propertyOwner', 'coOwner', 'tenant', 'family')),
  shown_name text not null,
  building_name text,
  party boolean not null default false,
  state text not null constraint memberships_state_check check (state in ('active', 'suspended', 'ended')),
  started_at timestamptz not null,
  ended_at timestamptz,
  primary key (community_id, membership_id),
  foreign key (community_id, registration_id) references registrations,
  foreign key (community_id, dwelling_id) references dwellings
);
create unique index memberships_one_living on memberships (community_id, person_id) where state <> 'ended';
create index memberships_by_dwelling on memberships (community_id, dwelling_id) where state <> 'ended';

-- ── distributed: service requests ────────────────────────────────────────────────────────────────────────────────────

create table service_requests (
  community_id int not null references communities,
  service_request_id uuid not null,
  kind text not null constraint service_requests_kind_check check (kind in ('matter', 'help', 'complaint', 'suggestion')),
  visibility text not null constraint service_requests_visibility_check check (visibility in ('community', 'private')),
  state text not null constraint service_requests_state_check check (state in
    ('submitted', 'read', 'answered', 'resolved', 'confirmed', 'unconfirmed', 'reopened', 'withdrawn')),
  level text not null constraint service_requests_level_check check (level in ('community', 'subdistrict', 'district')),
  text text not null,
  place text not null,
  building_id uuid,
  by_membership_id uuid not null,
  submitted_at timestamptz not null,
  read_at timestamptz,
  answered_at timestamptz,
  resolved_at timestamptz,
  ended_at timestamptz,
  clock_started_at timestamptz not null,
  deadline_at timestamptz not null,
  paused_at timestamptz,
  stopped_at timestamptz,
  suspension_kind text constraint service_requests_suspension_kind_check check (suspension_kind in ('askedBack', 'suspended')),
  suspended_since timestamptz,
  outcome text constraint service_requests_outcome_check check (outcome in ('solved', 'beyondOurPower')),
  onward_owner text,
  responsible_role text not null constraint service_requests_responsible_role_check check (responsible_role in (
    'committeeSecretary', 'committeeDirector', 'committeeMember', 'buildingLead', 'propertyManager', 'ownersCommittee',
    'policeOfficer', 'familyDoctor')),
  assignee_role_grant_id uuid references role_grants,
  reopened_count int not null default 0,
  entry_count int not null default 0,
  answer_entry_id uuid,
  version int not null default 1,
  primary key (community_id, service_request_id),
  foreign key (community_id, by_membership_id) references memberships,
  foreign key (community_id, building_id) references buildings,
  -- nothing ends without a stated result, unless the asker took it back
  constraint service_requests_result_stated check (state not in ('resolved', 'confirmed', 'unconfirmed') or (resolved_at is not null and outcome is not null)),
  constraint service_requests_onward_owner_named check (outcome is distinct from 'beyondOurPower' or onward_owner <> ''),
  constraint service_requests_suspension_whole check ((suspension_kind is null) = (suspended_since is null))
);
create index service_requests_feed on service_requests (community_id, submitted_at desc, service_request_id desc) where visibility = 'community' and state <> 'withdrawn';
create index service_requests_by_member on service_requests (community_id, by_membership_id, submitted_at desc, service_request_id desc);
create index service_requests_inbox on service_requests (community_id, (stopped_at is not null), deadline_at, service_request_id) where state in ('submitted', 'read', 'answered', 'reopened');
create index service_requests_to_lapse on service_requests (resolved_at) where state = 'resolved';

create table service_request_entries (
  community_id int not null,
  entry_id uuid not null,
  service_request_id uuid not null,
  number int not null,
  kind text not null constraint service_request_entries_kind_check check (kind in (
    'answer', 'receipt', 'askBack', 'reply', 'note', 'suspension', 'resumption', 'handOver', 'assignment', 'escalation',
    'result', 'confirmation', 'reopening', 'withdrawal', 'lapse')),
  by_membership_id uuid,
  by_role_grant_id uuid references role_grants,
  in_office_name boolean not null default false,
  text text not null,
  handed_to text,
  at timestamptz not null,
  primary key (community_id, entry_id),
  foreign key (community_id, service_request_id) references service_requests,
  foreign key (community_id, by_membership_id) references memberships,
  unique (community_id, service_request_id, number)
);

create table photos (
  community_id int not null references communities,
  photo_id uuid not null,
  uploaded_by uuid not null references persons,
  service_request_id uuid,
  entry_id uuid,
  position int not null default 0,
  width_px int not null,
  height_px int not null,
  byte_count int not null,
  created_at timestamptz not null,
  primary key (community_id, photo_id),
  foreign key (community_id, service_request_id) references service_requests,
  foreign key (community_id, entry_id) references service_request_entries
);
create index photos_by_request on photos (community_id, service_request_id, position) where service_request_id is not null;
create index photos_loose on photos (created_at) where service_request_id is null;

-- ── the outbox: append-only facts; `relayed_at` is the only thing that ever changes ──────────────────────────────────

create table events (
  community_id int not null,
  event_id uuid not null,
  -- Order of appending; commits come out of order, so readers claim rows and never ask for what is greater.
  sequence bigint generated always as identity,
  type text not null,
  aggregate_id uuid not null,
  by_person_id uuid,
  payload jsonb not null,
  at timestamptz not null,
  relayed_at timestamptz,
  primary key (community_id, event_id)
);
create index events_to_relay on events (sequence) where relayed_at is null;
create index events_by_aggregate on events (community_id, aggregate_id, sequence);

-- ── local: what the outbox feeds ─────────────────────────────────────────────────────────────────────────────────────

create table realtime_rooms (
  room text primary key,
  last_sequence bigint not null
);

create table realtime_messages (
  room text not null,
  sequence bigint not null,
  message jsonb not null,
  at timestamptz not null,
  primary key (room, sequence)
);
create index realtime_messages_by_age on realtime_messages (at);

create table notifications (
  person_id uuid not null references persons,
  notification_id uuid not null,
  kind text not null constraint notifications_kind_check check (kind in (
    'serviceRequestSubmitted', 'serviceRequestRead', 'serviceRequestAnswered', 'serviceRequestAskedBack',
    'serviceRequestReplied', 'serviceRequestHandedOver', 'serviceRequestResolved', 'serviceRequestReopened',
    'serviceRequestConfirmed', 'serviceRequestLapsed', 'registrationSubmitted', 'registrationApproved',
    'registrationRefused', 'registrationAskedBack', 'identityLookedUp')),
  community_id int,
  subject_id uuid,
  title text not null,
  at timestamptz not null,
  read_at timestamptz,
  event_id uuid not null,
  primary key (person_id, notification_id),
  unique (person_id, event_id)
);
create index notifications_newest on notifications (person_id, at desc, notification_id desc);
create index notifications_unread on notifications (person_id) where read_at is null;

-- What is not finished, mirrored from every community for the levels above it. Its size is the backlog, never the history.
create table open_items (
  community_id int not null,
  service_request_id uuid not null,
  subdistrict_id int not null,
  district_id int not null,
  state text not null constraint open_items_state_check check (state in ('submitted', 'read', 'answered', 'resolved', 'reopened')),
  waiting_since timestamptz not null,
  deadline_at timestamptz not null,
  paused_at timestamptz,
  stopped_at timestamptz,
  primary key (community_id, service_request_id)
);
create index open_items_by_district on open_items (district_id);
create index open_items_by_subdistrict on open_items (subdistrict_id);
create index open_items_longest_waiting on open_items (district_id, waiting_since) where stopped_at is null;

-- Counters of every territory of the three levels: per day (Asia/Shanghai) for ever, per hour for the last days, and running
-- totals. The relay adds to all three levels at once, so that a page reads the rows of its own territory only.
create table rollup_days (
  level text not null constraint rollup_days_level_check check (level in ('district', 'subdistrict', 'community')),
  territory_id int not null,
  on_date date not null,
  metric text not null,
  count bigint not null,
  primary key (level, territory_id, on_date, metric)
);

create table rollup_hours (
  level text not null constraint rollup_hours_level_check check (level in ('district', 'subdistrict', 'community')),
  territory_id int not null,
  hour_at timestamptz not null,
  metric text not null,
  count bigint not null,
  primary key (level, territory_id, hour_at, metric)
);
create index rollup_hours_by_time on rollup_hours (hour_at);

create table rollup_totals (
  level text not null constraint rollup_totals_level_check check (level in ('district', 'subdistrict', 'community')),
  territory_id int not null,
  metric text not null,
  count bigint not null,
  primary key (level, territory_id, metric)
);

-- How many living members each dwelling has, so that a household is counted once.
create table rollup_dwellings (
  community_id int not null,
  dwelling_id uuid not null,
  members int not null,
  primary key (community_id, dwelling_id)
);

-- The last public voices of each district: ids and times, trimmed to a fixed number.
create table recent_voices (
  community_id int not null,
  service_request_id uuid not null,
  district_id int not null,
  submitted_at timestamptz not null,
  primary key (community_id, service_request_id)
);
create index recent_voices_by_district on recent_voices (district_id, submitted_at desc, service_request_id desc);

-- An event whose effects failed. It holds back the later events of its own aggregate and nothing else; from `parked_at` on it
-- is reported as a fault and tried again at long intervals, so that a mended program catches up by itself.
create table relay_failures (
  event_id uuid primary key,
  community_id int not null,
  aggregate_id uuid not null,
  attempts int not null,
  fault text not null,
  retry_at timestamptz not null,
  parked_at timestamptz
);
create index relay_failures_by_aggregate on relay_failures (community_id, aggregate_id);

-- ── the program's rights ─────────────────────────────────────────────────────────────────────────────────────────────

grant usage on schema public to shequtong_program;
grant select, insert, update, delete on all tables in schema public to shequtong_program;
-- facts stay: the program may append events and mark them relayed, nothing else
revoke update, delete on events from shequtong_program;
grant update (relayed_at) on events to shequtong_program;
revoke insert, update, delete on districts, subdistricts, communities, response_rules from shequtong_program;
alter default privileges in schema public grant select, insert, update, delete on tables to shequtong_program;
