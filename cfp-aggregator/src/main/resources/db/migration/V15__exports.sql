-- Export jobs: what was ordered, what was gathered of each subject, and the files.
create table export_job (
  tenant text not null default current_setting('cfptrace.tenant'),
  number bigint generated always as identity,
  id uuid not null,
  target text not null,
  plant text,
  period_from date not null,
  period_to date not null,
  as_of timestamptz not null,
  request_hash text not null,
  request text not null,
  supersedes uuid,
  ordered_by text not null,
  ordered_at timestamptz not null,
  subjects int not null,
  gathered int not null default 0,
  rendered int not null default 0,
  state text not null,
  export_id text,
  override_reason text,
  overridden_by text,
  trouble text,
  superseded_by uuid,
  ended_at timestamptz,
  primary key (tenant, id)
);
create unique index export_job_number on export_job (number);
create index export_job_request on export_job (tenant, request_hash);
create index export_job_supersedes on export_job (tenant, supersedes);
create index export_job_newest on export_job (tenant, number);

create table export_subject (
  tenant text not null default current_setting('cfptrace.tenant'),
  export uuid not null,
  place int not null,
  subject text not null,
  folder text not null,
  options text not null,
  state text not null,
  gathered text,
  facts_digest text,
  findings text not null default '[]',
  warns boolean not null default false,
  blocks boolean not null default false,
  forbids boolean not null default false,
  manifest_sha256 text,
  primary key (tenant, export, place)
);
create index export_subject_state on export_subject (tenant, export, state, place);

create table export_file (
  tenant text not null default current_setting('cfptrace.tenant'),
  export uuid not null,
  place int not null,
  path text not null,
  nr int not null,
  media_type text not null,
  sha256 text not null,
  beside boolean not null default false,
  content bytea not null,
  primary key (tenant, export, path)
);
-- What is in there is compressed already.
alter table export_file alter column content set storage external;
create index export_file_place on export_file (tenant, export, place, nr);

-- Which declarations an export rests on, and which of them have fallen since.
create table export_input (
  tenant text not null default current_setting('cfptrace.tenant'),
  declaration_id text not null,
  export uuid not null,
  primary key (tenant, declaration_id, export)
);
create index export_input_export on export_input (tenant, export);
create table export_mark (
  tenant text not null default current_setting('cfptrace.tenant'),
  export uuid not null,
  declaration_id text not null,
  kind text not null,
  marked_at timestamptz not null,
  primary key (tenant, export, declaration_id, kind)
);

-- What the company's own connector was asked to sign, as it was told, and what it has said.
create table export_signature (
  tenant text not null default current_setting('cfptrace.tenant'),
  request_id uuid not null,
  export uuid not null,
  export_id text not null,
  target text not null,
  manifest_sha256 text not null,
  supersedes text,
  warnings int not null check (warnings >= 0),
  overridden text,
  asked_at timestamptz not null,
  signature text,
  refusal text,
  answered_at timestamptz,
  withdrawn_at timestamptz,
  proof text,
  logged_at timestamptz,
  primary key (tenant, request_id)
);
create unique index export_signature_export on export_signature (tenant, export);

-- Keeps digests of what a company does not tell from being found by trying.
create table export_secret (
  tenant text primary key default current_setting('cfptrace.tenant'),
  secret bytea not null
);

-- Names alone: which jobs, of whichever company, have work to do.
create table export_due (
  export uuid primary key,
  tenant text not null,
  since bigint generated always as identity,
  attempts int not null default 0,
  due_at timestamptz not null
);

alter table export_job enable row level security;
alter table export_job force row level security;
create policy own_rows on export_job using (tenant = current_setting('cfptrace.tenant', true));
alter table export_subject enable row level security;
alter table export_subject force row level security;
create policy own_rows on export_subject using (tenant = current_setting('cfptrace.tenant', true));
alter table export_file enable row level security;
alter table export_file force row level security;
create policy own_rows on export_file using (tenant = current_setting('cfptrace.tenant', true));
alter table export_input enable row level security;
alter table export_input force row level security;
create policy own_rows on export_input using (tenant = current_setting('cfptrace.tenant', true));
alter table export_mark enable row level security;
alter table export_mark force row level security;
create policy own_rows on export_mark using (tenant = current_setting('cfptrace.tenant', true));
alter table export_signature enable row level security;
alter table export_signature force row level security;
create policy own_rows on export_signature using (tenant = current_setting('cfptrace.tenant', true));
alter table export_secret enable row level security;
alter table export_secret force row level security;
create policy own_rows on export_secret using (tenant = current_setting('cfptrace.tenant', true));
