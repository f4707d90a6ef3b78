/**
 * Every table is one of three kinds (docs/architecture.md, "Territory is one tree").
 * `distributed`: rows of one community; `community_id` (int4) is the first column of its primary key and of its indexes:
 * the unit of isolation, of export, of sharding.
 * `reference`: small and read everywhere.
 * `local`: persons, identity, sessions, jobs, matters above a community, rollups, and look-ups of global codes.
 */
export type TableKind = 'distributed' | 'reference' | 'local'

/** By `schema.table`; a test compares with the catalog of a migrated database. */
export const tableKinds: Readonly<Record<string, TableKind>> = {
  'public.districts': 'reference',
  'public.subdistricts': 'reference',
  'public.communities': 'reference',
  'public.response_rules': 'reference',

  'public.compounds': 'distributed',
  'public.sub_areas': 'distributed',
  'public.buildings': 'distributed',
  'public.staircases': 'distributed',
  'public.dwellings': 'distributed',
  'public.registrations': 'distributed',
  'public.roll_entries': 'distributed',
  'public.memberships': 'distributed',
  'public.service_requests': 'distributed',
  'public.service_request_entries': 'distributed',
  'public.service_request_supporters': 'distributed',
  'public.service_request_ratings': 'distributed',
  'public.photos': 'distributed',
  'public.voice_epochs': 'distributed',
  'public.helper_consents': 'distributed',
  'public.committee_offices': 'distributed',
  'public.boards': 'distributed',
  'public.board_changes': 'distributed',
  'public.posts': 'distributed',
  'public.post_replies': 'distributed',
  'public.post_likes': 'distributed',
  'public.answer_templates': 'distributed',
  'public.post_edits': 'distributed',
  'public.post_reports': 'distributed',
  'public.feed_visits': 'distributed',
  'public.rota_shifts': 'distributed',
  'public.rota_absences': 'distributed',
  'public.events': 'distributed',
  'public.search_documents': 'distributed',

  'public.schema_migrations': 'local',
  'public.persons': 'local',
  'public.sessions': 'local',
  'public.door_knocks': 'local',
  'public.phone_codes': 'local',
  'public.wechat_states': 'local',
  'public.idempotency_keys': 'local',
  'public.role_grants': 'local',
  'public.qr_codes': 'local',
  'public.demo_personas': 'local',
  'public.member_directory': 'local',
  'public.realtime_rooms': 'local',
  'public.realtime_messages': 'local',
  'public.notifications': 'local',
  'public.open_items': 'local',
  'public.rollup_days': 'local',
  'public.rollup_hours': 'local',
  'public.rollup_totals': 'local',
  'public.rollup_dwellings': 'local',
  'public.figures_epoch': 'local',
  'public.recent_voices': 'local',
  'public.relay_failures': 'local',
  'public.receipts': 'local',
  'public.neighbour_blocks': 'local',
  'public.text_messages': 'local',
  'public.data_exports': 'local',

  'identity.persons_identity': 'local',
  'identity.contacts': 'local',
  'identity.openids': 'local',
  'identity.blind_indexes': 'local',
  'identity.roll_entries': 'local',
  'identity.look_ups': 'local',
  'identity.erasures': 'local',
  'identity.retired_keys': 'local',
}

/** Indexes of distributed tables that do not begin with `community_id`, each with its reason. */
export const crossCommunityIndexes: Readonly<Record<string, string>> = {
  registrations_by_person: 'a person asks for their own registrations wherever they are; one shard each, by fan-out',
  service_requests_to_lapse: 'the lapse job walks what was resolved seven days ago, shard by shard',
  posts_to_publish: 'the clock publishes what was scheduled, shard by shard',
  service_requests_offer_due: 'the clock gives back what nobody took, shard by shard',
  service_requests_to_resume: 'the clock ends suspensions whose last day is over, shard by shard',
  service_requests_to_remind: 'the clock reminds whoever is waited for, shard by shard',
  service_requests_to_alert: 'clocks say that half of the time, most of it or all of it is gone, shard by shard',
  photos_loose: 'the sweeper walks uploads that nothing refers to, shard by shard',
  registrations_by_guardian: 'a guardian asks for the registrations of their children; one shard each, by fan-out',
  memberships_to_end: 'the sweep walks memberships whose day has come, shard by shard',
  memberships_to_remind: 'the sweep walks stated last days that are near, shard by shard',
  memberships_to_lift: 'the sweep walks suspensions whose last day is over, shard by shard',
  memberships_to_erase: 'the sweep walks what was left behind, shard by shard',
  search_documents_by_term:
    'each of its terms begins with the community; a look-up of several asks each shard for its own',
  search_documents_newest_above: 'an officer searches a subdistrict from the newest on, shard by shard',
  events_to_relay: 'the relay claims what is not relayed, shard by shard',
}
