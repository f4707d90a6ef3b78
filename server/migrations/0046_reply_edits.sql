-- What was said below a post may be changed by whoever said it, while everybody sees what it was.

alter table post_replies
  -- when its words were changed last; null: they stand as they were said
  add column edited_at timestamptz;
-- null: of the post itself
alter table post_edits add column post_reply_id uuid;
alter table post_edits add foreign key (community_id, post_reply_id) references post_replies;
create index post_edits_by_reply on post_edits (community_id, post_reply_id, replaced_at desc, post_edit_id desc)
  where post_reply_id is not null;
