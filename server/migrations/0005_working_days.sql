-- A local rule may count working days instead of hours; exactly one of the two.
alter table response_rules
  alter column answer_within_hours drop not null,
  add column answer_within_working_days int check (answer_within_working_days >= 1),
  add constraint response_rules_one_measure check (num_nonnulls(answer_within_hours, answer_within_working_days) = 1);
