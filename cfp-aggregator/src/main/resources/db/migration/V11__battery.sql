-- Battery models, the rules and classes a company loads, and what it has declared: each seen by that company alone.
create table battery_model (
  tenant text not null default current_setting('cfptrace.tenant'),
  trace_id uuid not null,
  body jsonb not null,
  changed_at timestamptz not null,
  primary key (tenant, trace_id)
);

create table battery_class_scheme (
  tenant text not null default current_setting('cfptrace.tenant'),
  category text not null,
  version text not null,
  valid_from date not null,
  body jsonb not null,
  added_at timestamptz not null,
  primary key (tenant, category, version)
);

create table battery_functional_unit_rules (
  tenant text not null default current_setting('cfptrace.tenant'),
  category text not null,
  version text not null,
  valid_from date not null,
  body jsonb not null,
  added_at timestamptz not null,
  primary key (tenant, category, version)
);

-- One row for each declaration of a model made at a plant; the newest is what the next is held against.
create table battery_declared (
  tenant text not null default current_setting('cfptrace.tenant'),
  number bigint generated always as identity,
  model_id text not null,
  facility_id text not null,
  bom_hash text not null,
  mix_hash text not null,
  per_kwh text not null,
  declared_at timestamptz not null,
  primary key (tenant, number)
);
create index battery_declared_last on battery_declared (tenant, model_id, facility_id, number desc);

alter table battery_model enable row level security;
alter table battery_model force row level security;
create policy own_rows on battery_model using (tenant = current_setting('cfptrace.tenant', true));
alter table battery_class_scheme enable row level security;
alter table battery_class_scheme force row level security;
create policy own_rows on battery_class_scheme using (tenant = current_setting('cfptrace.tenant', true));
alter table battery_functional_unit_rules enable row level security;
alter table battery_functional_unit_rules force row level security;
create policy own_rows on battery_functional_unit_rules using (tenant = current_setting('cfptrace.tenant', true));
alter table battery_declared enable row level security;
alter table battery_declared force row level security;
create policy own_rows on battery_declared using (tenant = current_setting('cfptrace.tenant', true));
