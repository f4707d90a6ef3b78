-- An officer who opens a private request that was not escalated says why; the line stands in the thread for the asker.
alter table service_request_entries
  drop constraint service_request_entries_kind_check,
  add constraint service_request_entries_kind_check check (kind in (
    'answer', 'receipt', 'askBack', 'reply', 'note', 'suspension', 'resumption', 'handOver', 'assignment', 'escalation',
    'result', 'confirmation', 'reopening', 'withdrawal', 'lapse', 'lookedInto'));
