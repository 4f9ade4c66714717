-- What a customer has shown an auditor of a declaration of ours is in the journal, too: `through` is the customer. Of such a line no request
-- and no leave is known here.
alter table access_journal add column through text;
alter table access_journal alter column request_id drop not null;
alter table access_journal drop constraint access_journal_side_check;
alter table access_journal add constraint access_journal_side_check check (side in ('OWNER', 'AUDITOR', 'SUPPLIER'));
alter table access_journal add constraint access_journal_through_check check ((side = 'SUPPLIER') = (through is not null));
alter table access_journal add constraint access_journal_request_check check ((side = 'SUPPLIER') = (request_id is null));

-- The journal of one declaration is read page by page; of all, the key serves.
create index access_journal_declaration on access_journal (declaration_id, number desc) where declaration_id is not null;

create function access_journal_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the access journal is added to and never changed: %', tg_op;
end
$$;
create trigger access_journal_is_append_only before update or delete or truncate on access_journal
  for each statement execute function access_journal_is_append_only();

-- What our own audits were shown, one line for each copy and one for the statement behind it: so that an auditor notices a company that tells
-- two audits different things.
create table audit_statement (
  audit_id uuid not null references audit,
  declaration_id text not null,
  statement_id text not null,
  company text not null,
  trace_id uuid not null,
  period_from date not null,
  period_to date not null,
  token text not null,
  proof text,
  primary key (audit_id, declaration_id)
);
create index audit_statement_product on audit_statement (company, trace_id, period_from, period_to) where declaration_id = statement_id;
create index audit_statement_declaration on audit_statement (declaration_id);

-- Words that auditors have taken back: our own, about us, and about our suppliers, by the digest of the word.
create table withdrawn_word (
  auditor text not null,
  digest text not null,
  company text not null,
  reason text not null,
  token text not null,
  withdrawn_at timestamptz not null,
  kept_at timestamptz not null,
  primary key (auditor, digest)
);
