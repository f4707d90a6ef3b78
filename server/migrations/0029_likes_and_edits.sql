-- A post may be liked, and its words changed while everybody sees what they were.

alter table posts
  -- distinct hats in post_likes; written with them, never counted when it is read
  add column like_count int not null default 0 constraint posts_like_count check (like_count >= 0),
  -- when its words were changed last; null: they stand as they were published
  add column edited_at timestamptz;

create table post_likes (
  community_id int not null,
  post_id uuid not null,
  -- of a membership or of a role
  hat_id uuid not null,
  at timestamptz not null,
  primary key (community_id, post_id, hat_id),
  foreign key (community_id, post_id) references posts
);
create index post_likes_by_hat on post_likes (community_id, hat_id, at);

-- What stood there before a change.
create table post_edits (
  community_id int not null,
  post_edit_id uuid not null,
  post_id uuid not null,
  title text,
  text text not null,
  replaced_at timestamptz not null,
  primary key (community_id, post_edit_id),
  foreign key (community_id, post_id) references posts
);
create index post_edits_by_post on post_edits (community_id, post_id, replaced_at desc, post_edit_id desc);
