-- Parameters of the Circular Footprint Formula that a company has loaded; a version is never changed.
create table battery_circular_parameters (
  tenant text not null default current_setting('cfptrace.tenant'),
  id text not null,
  version text not null,
  body jsonb not null,
  added_at timestamptz not null,
  primary key (tenant, id, version)
);
alter table battery_circular_parameters enable row level security;
alter table battery_circular_parameters force row level security;
create policy own_rows on battery_circular_parameters
  using (tenant = current_setting('cfptrace.tenant', true));
