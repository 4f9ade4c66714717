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
