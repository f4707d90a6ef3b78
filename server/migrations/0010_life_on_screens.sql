-- Life goes on, on the screens: suspensions that end by themselves, where the committee can be reached, taking along what
-- is one's own.

-- ── memberships ──────────────────────────────────────────────────────────────────────────────────────────────────────

alter table memberships
  -- when a suspension ends by itself; null: it stands from before there were last days, until somebody resumes it
  add column suspended_until timestamptz,
  add constraint memberships_suspension_whole check (suspended_until is null or state = 'suspended' or state = 'ended');
create index memberships_to_lift on memberships (suspended_until) where state = 'suspended' and suspended_until is not null;

alter table notifications
  drop constraint notifications_kind_check,
  add constraint notifications_kind_check check (kind in (
    'serviceRequestSubmitted', 'serviceRequestRead', 'serviceRequestAnswered', 'serviceRequestAskedBack',
    'serviceRequestReplied', 'serviceRequestHandedOver', 'serviceRequestAssigned', 'serviceRequestEscalated',
    'serviceRequestReportedUp', 'serviceRequestSuspended', 'serviceRequestResumed', 'serviceRequestSuspensionEnding',
    'serviceRequestQuestionWaiting', 'serviceRequestLookedInto', 'serviceRequestResolved', 'serviceRequestReopened',
    'serviceRequestConfirmed', 'serviceRequestLapsed', 'registrationSubmitted', 'registrationApproved',
    'registrationRefused', 'registrationAskedBack', 'membershipSuspended', 'membershipResumed', 'membershipEndPlanned',
    'membershipEnded', 'identityLookedUp',
    'phoneMovedAtDesk'));

-- ── where the committee can be reached ───────────────────────────────────────────────────────────────────────────────

create table committee_offices (
  community_id int primary key references communities,
  phone text not null check (phone <> ''),
  address text,
  hours text,
  changed_at timestamptz not null,
  changed_by_role_grant_id uuid references role_grants
);

-- ── taking along what is one's own (个人信息保护法 45) ───────────────────────────────────────────────────────────────

-- When somebody took a copy. What it held is nowhere kept.
create table data_exports (
  person_id uuid not null references persons,
  data_export_id uuid not null,
  exported_at timestamptz not null,
  primary key (person_id, data_export_id)
);

set local role shequtong_vault;

-- The person's own values, and in the same statement the line that says so: who comes in by a stolen session leaves it too.
create function identity.export_own(p_person_id uuid, p_reason text, p_at timestamptz)
returns table (
  true_name_cipher bytea, document_kind text, document_number_cipher bytea, birth_on_cipher bytea, phone_cipher bytea,
  phone_verified_at timestamptz
) language plpgsql security definer set search_path = identity, pg_temp as $$
begin
  insert into look_ups (subject_person_id, looked_by_person_id, as_role, community_id, occasion, fields, reason, looked_at)
    values (p_person_id, p_person_id, 'self', null, 'export',
      array['trueName', 'documentNumber', 'birthOn', 'phone'], p_reason, p_at);
  return query
    select i.true_name_cipher, i.document_kind, i.document_number_cipher, i.birth_on_cipher, c.phone_cipher, c.verified_at
    from (select p_person_id as person_id) p
    left join persons_identity i on i.person_id = p.person_id
    left join contacts c on c.person_id = p.person_id;
end
$$;
grant execute on function identity.export_own to shequtong_program;

reset role;
