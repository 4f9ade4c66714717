-- What the auditor's word is worth that an issuer has attached to a declaration: how much it verifies, or why it is
-- not to be relied on. Neither is there until it is judged.
alter table declaration
  add column audited_by text,
  add column audited_percent numeric,
  add column audit_doubts text,
  add constraint declaration_relied_on_or_doubted check (audited_percent is null or audit_doubts is null);

-- Which declarations carry such a word, of all companies together: ids alone. Each time there is reason to judge it,
-- wanted goes up.
create table attested_declaration (
  tenant text not null,
  declaration_id text not null,
  auditor text,
  wanted bigint not null default 1,
  judged bigint not null default 0,
  primary key (tenant, declaration_id)
);
create index attested_declaration_to_judge on attested_declaration (declaration_id, tenant) where judged < wanted;
create index attested_declaration_auditor on attested_declaration (auditor);
-- The owner of the tables is held by the rule too, and has to see all rows for once.
alter table declaration no force row level security;
insert into attested_declaration (tenant, declaration_id)
  select tenant, declaration_id from declaration where claims::jsonb ? 'attest';
alter table declaration force row level security;
