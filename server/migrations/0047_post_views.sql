-- Which members opened what an office announced, once each. Told on as numbers of a building and never by name.
create table post_views (
  community_id int not null,
  post_id uuid not null,
  membership_id uuid not null,
  seen_at timestamptz not null,
  primary key (community_id, post_id, membership_id),
  foreign key (community_id, post_id) references posts,
  foreign key (community_id, membership_id) references memberships
);
create index post_views_by_member on post_views (community_id, membership_id, seen_at);
