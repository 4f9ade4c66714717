-- What products are as vehicles; decimals as text, as they were written.
create table vehicle_model (
  tenant text not null default current_setting('cfptrace.tenant'),
  trace_id uuid not null,
  mass text not null,
  lifetime_km text not null,
  battery_lines text[] not null,
  outbound text,
  use_phase text,
  end_of_life text,
  changed_at timestamptz not null,
  primary key (tenant, trace_id)
);
alter table vehicle_model enable row level security;
alter table vehicle_model force row level security;
create policy own_rows on vehicle_model using (tenant = current_setting('cfptrace.tenant', true));
