-- What was said on boards is found, too. The index is made anew below it: until the relay reads a post's next fact or
-- `npm run search -- rebuild` runs, what stood there before is not found.
alter table search_documents
  drop constraint search_documents_subject_kind_check,
  add constraint search_documents_subject_kind_check check (subject_kind = any (array['serviceRequest', 'post']));
