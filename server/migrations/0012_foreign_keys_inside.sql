-- A row of a community refers to rows of the same community and to reference tables. What it says of a local table is an id that the
-- same request had read there; persons and role grants are never deleted. A foreign key across would be refused when the distributed
-- tables move to servers of their own, and here every write would lock the row of a cadre or of the community that all others lock.
alter table memberships drop constraint memberships_person_id_fkey;
alter table registrations
  drop constraint registrations_person_id_fkey,
  drop constraint registrations_decided_by_fkey,
  drop constraint registrations_filed_by_fkey,
  drop constraint registrations_filed_by_role_grant_id_fkey,
  drop constraint registrations_guardian_person_id_fkey;
alter table photos drop constraint photos_uploaded_by_fkey;
alter table helper_consents drop constraint helper_consents_recorded_by_role_grant_id_fkey;
alter table committee_offices drop constraint committee_offices_changed_by_role_grant_id_fkey;
alter table service_requests
  drop constraint service_requests_assignee_role_grant_id_fkey,
  drop constraint service_requests_filed_by_role_grant_id_fkey,
  -- the asker's membership is of this community
  drop constraint service_requests_community_id_fkey;
alter table service_request_entries
  drop constraint service_request_entries_by_role_grant_id_fkey,
  drop constraint service_request_entries_filed_by_role_grant_id_fkey;

-- Keys are pruned by age from the oldest on: blocks of pages say enough.
drop index idempotency_keys_by_age;
create index idempotency_keys_by_age on idempotency_keys using brin (created_at);
