-- Specific embedded emissions of steel goods (CBAM): what an installation did in a year and what came out of it, every version kept as it was sent and as it was answered.
create table steel_installation_year (
  tenant text not null default current_setting('cfptrace.tenant'),
  installation text not null,
  year integer not null,
  version bigint not null,
  input text not null,
  result text not null,
  saved_at timestamptz not null,
  saved_by text not null,
  primary key (tenant, installation, year, version)
);

-- Published default values an officer has loaded: the newest set is used, the one a result was made with is named in it.
create table steel_default_value_set (
  tenant text not null default current_setting('cfptrace.tenant'),
  version bigint not null,
  name text not null,
  csv text not null,
  loaded_at timestamptz not null,
  loaded_by text not null,
  primary key (tenant, version)
);

alter table steel_installation_year enable row level security;
alter table steel_installation_year force row level security;
create policy own_rows on steel_installation_year
  using (tenant = current_setting('cfptrace.tenant', true));
alter table steel_default_value_set enable row level security;
alter table steel_default_value_set force row level security;
create policy own_rows on steel_default_value_set
  using (tenant = current_setting('cfptrace.tenant', true));
