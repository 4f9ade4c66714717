-- How many findings the files of a subject state: the manifest of the whole adds them up, and the company signs the sum.
alter table export_subject add column warnings bigint not null default 0;
alter table export_subject add column overridden bigint not null default 0;

-- Which subjects wait for which declarations to be proved to be in the public log.
create table export_unproved (
  tenant text not null default current_setting('cfptrace.tenant'),
  declaration_id text not null,
  export uuid not null,
  place int not null,
  primary key (tenant, declaration_id, export, place)
);
create index export_unproved_export on export_unproved (tenant, export, place);
alter table export_unproved enable row level security;
alter table export_unproved force row level security;
create policy own_rows on export_unproved using (tenant = current_setting('cfptrace.tenant', true));

-- How often in a row the program itself broke over a job: tried for ever it would never end.
alter table export_due add column breaks int not null default 0;

-- Which of what the company itself has written an export rests on; written anew, it marks the export as a declaration that falls does.
create table export_source (
  tenant text not null default current_setting('cfptrace.tenant'),
  export uuid not null,
  kind text not null,
  key text not null,
  version bigint not null,
  seen_at timestamptz not null,
  primary key (tenant, export, kind, key)
);
create index export_source_key on export_source (tenant, kind, key);
alter table export_source enable row level security;
alter table export_source force row level security;
create policy own_rows on export_source using (tenant = current_setting('cfptrace.tenant', true));

-- A mark is of a declaration or of a source; the other one is empty.
alter table export_mark add column source text not null default '';
alter table export_mark drop constraint export_mark_pkey;
alter table export_mark add primary key (tenant, export, declaration_id, source, kind);
