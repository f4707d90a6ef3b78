-- From where words came (IP属地; 互联网用户账号信息管理规定 art. 12): a province of China or another country, by its ISO 3166 code. The
-- address itself is kept nowhere. Null: it said nothing, or the words are older than this.

alter table service_requests add column region text constraint service_requests_region check (region ~ '^[A-Z]{2}(-[A-Z]{2})?$');
alter table service_request_entries add column region text constraint service_request_entries_region check (region ~ '^[A-Z]{2}(-[A-Z]{2})?$');
alter table posts add column region text constraint posts_region check (region ~ '^[A-Z]{2}(-[A-Z]{2})?$');
alter table post_replies add column region text constraint post_replies_region check (region ~ '^[A-Z]{2}(-[A-Z]{2})?$');
