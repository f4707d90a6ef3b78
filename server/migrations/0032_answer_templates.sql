-- Prepared answers, shared by whoever answers from one desk. Each leaves a blank, and none counts as an answer alone.
create table answer_templates (
  community_id int not null references communities,
  answer_template_id uuid not null,
  desk text not null constraint answer_templates_desk_check check (desk in (
    'committee', 'buildingLead', 'propertyManager', 'ownersCommittee', 'policeOfficer', 'familyDoctor')),
  text text not null,
  changed_by_role_grant_id uuid not null,
  changed_at timestamptz not null,
  primary key (community_id, answer_template_id)
);
create index answer_templates_by_desk on answer_templates (community_id, desk, answer_template_id);
