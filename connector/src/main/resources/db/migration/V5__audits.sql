-- What was declared before there was a log goes into it as well, with what does not stand any more. The tables are ones of the exchange
-- (db/exchange), which makes them where they are not there yet; here they have to be there first.
create table log_entry (
  declaration_id text primary key,
  recipient text,
  trace_id uuid not null,
  declared_at timestamptz not null,
  log_index bigint,
  proof text,
  included_at timestamptz,
  due_at timestamptz not null,
  attempts integer not null
);
create table log_fallen (
  declaration_id text not null,
  bit text not null check (bit in ('SUPERSEDED', 'RECALLED')),
  due_at timestamptz not null,
  attempts integer not null,
  told_at timestamptz,
  primary key (declaration_id, bit)
);
insert into log_entry (declaration_id, recipient, trace_id, declared_at, due_at, attempts)
select declaration_id, case when audience = 'SELF' then null else recipient end, trace_id, issued_at, now(), 0
from issued_declaration;
insert into log_fallen (declaration_id, bit, due_at, attempts)
select declaration_id, state, now(), 0 from issued_declaration where state <> 'ACTIVE';

-- How this company answers auditors; no row is ASK.
create table audit_setting (
  only_row boolean primary key check (only_row),
  mode text not null check (mode in ('AUTOMATIC', 'ASK', 'REFUSE')),
  changed_by text not null,
  changed_at timestamptz not null,
  version bigint not null
);

-- Mandates we have issued as the company that wants to be audited, and those we have received as its auditor.
create table mandate (
  mandate_id uuid not null,
  side text not null check (side in ('ISSUED', 'RECEIVED')),
  company text not null,
  auditor text not null,
  trace_id uuid not null,
  period_from date not null,
  period_to date not null,
  depth bigint not null,
  expires_at timestamptz not null,
  token text not null,
  issued_by text,
  kept_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  number bigserial,
  primary key (mandate_id, side)
);
create unique index mandate_number on mandate (number);

-- What auditors have asked us to show.
create table audit_request (
  id uuid primary key,
  request_id uuid not null,
  auditor text not null,
  way text not null check (way in ('DOOR', 'INBOX')),
  thread text not null,
  first_input bigint not null,
  leave_kind text check (leave_kind in ('MANDATE', 'ENDORSEMENT')),
  leave_id text,
  leave_by text,
  auditor_key text,
  depth bigint,
  leave_until timestamptz,
  declaration_id text,
  state text not null check (state in ('WAITING', 'ACCEPTED', 'ANSWERED', 'REFUSED')),
  reason text,
  message text,
  settled_by text,
  received_at timestamptz not null,
  settled_at timestamptz,
  due_at timestamptz not null,
  attempts integer not null default 0,
  number bigserial,
  unique (auditor, request_id),
  check (state = 'REFUSED' or (leave_id is not null and declaration_id is not null))
);
create unique index audit_request_number on audit_request (number);
create index audit_request_accepted on audit_request (number) where state = 'ACCEPTED';

-- Who was shown which claims of which declaration, and what was refused: as the owner of what was shown, or as the auditor who was refused.
create table access_journal (
  number bigserial primary key,
  at timestamptz not null,
  side text not null check (side in ('OWNER', 'AUDITOR')),
  outcome text not null check (outcome in ('SHOWN', 'REFUSED')),
  company text not null,
  request_id uuid not null,
  declaration_id text,
  claims text[] not null,
  leave_kind text,
  leave_id text,
  leave_by text,
  reason text
);

-- Audits we carry out as the auditor.
create table audit (
  audit_id uuid primary key,
  mandate_id uuid not null,
  company text not null,
  company_key text not null,
  trace_id uuid not null,
  period_from date not null,
  period_to date not null,
  state text not null check (state in ('RUNNING', 'DONE', 'FAILED')),
  waiting_for text,
  waiting_since timestamptz,
  without_report text,
  result text,
  coverage text,
  report text,
  bundle bytea,
  attestation text,
  attested_by text,
  attested_at timestamptz,
  started_by text not null,
  started_at timestamptz not null,
  stopped_at timestamptz,
  due_at timestamptz not null,
  attempts integer not null default 0,
  done_at timestamptz,
  number bigserial
);
create unique index audit_number on audit (number);
create index audit_running on audit (due_at) where state = 'RUNNING';

-- One declaration of a chain that is asked for, and how far that has come.
create table audit_hop (
  request_id uuid primary key,
  audit_id uuid not null references audit,
  asked_through uuid,
  company text not null,
  declaration_id text,
  vouched_key text,
  leave_kind text not null check (leave_kind in ('MANDATE', 'ENDORSEMENT')),
  leave text not null,
  depth bigint not null,
  leave_until timestamptz not null,
  wait_until timestamptz not null,
  state text not null
    check (state in ('NEW', 'OPENING', 'ASKED', 'ANSWERED', 'REFUSED', 'FAILED', 'UNAVAILABLE', 'NOT_ASKED', 'REPLACED')),
  reason text,
  message text,
  parts bigint,
  received bigint not null default 0,
  bytes bigint not null default 0,
  due_at timestamptz not null,
  asked_at timestamptz,
  settled_at timestamptz,
  number bigserial
);
create unique index audit_hop_declaration on audit_hop (audit_id, declaration_id)
  where declaration_id is not null and state <> 'REPLACED';
create index audit_hop_number on audit_hop (audit_id, number);
create index audit_hop_through on audit_hop (asked_through);
create index audit_hop_due on audit_hop (due_at) where state in ('NEW', 'OPENING', 'ASKED');

create table audit_part (
  request_id uuid not null references audit_hop,
  part bigint not null,
  body text not null,
  primary key (request_id, part)
);

-- What auditors have attested of products of ours.
create table attestation (
  digest text primary key,
  auditor text not null,
  trace_id uuid not null,
  period_from date not null,
  period_to date not null,
  declaration_id text not null,
  result text not null,
  coverage text not null,
  token text not null,
  issued_at timestamptz not null,
  received_at timestamptz not null,
  number bigserial
);
create index attestation_product on attestation (trace_id, number desc);
