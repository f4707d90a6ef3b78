-- Under the key of a write is kept what its reply is about, not what it showed: whoever repeats the request is shown what they may see
-- then. Of what was written before, only that it was done stays.
alter table idempotency_keys drop column status;
alter table idempotency_keys alter column reply drop not null;
alter table idempotency_keys rename column reply to kept;
update idempotency_keys set kept = null;
