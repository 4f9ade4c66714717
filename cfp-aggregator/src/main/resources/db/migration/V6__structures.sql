-- What products are made of, each version as it was written; nothing is changed, so that any day can be worked out again.
create table product_structure (
  tenant text not null default current_setting('cfptrace.tenant'),
  trace_id uuid not null,
  version bigint not null,
  name text not null,
  category text not null,
  valid_from date not null,
  valid_to date,
  -- As its door takes it, strictly read again.
  body text not null,
  recorded_at timestamptz not null,
  removed_at timestamptz,
  primary key (tenant, trace_id, version)
);
create index product_structure_written on product_structure (tenant, recorded_at);
create index product_structure_day on product_structure (tenant, trace_id, valid_from desc, version desc);
alter table product_structure enable row level security;
alter table product_structure force row level security;
create policy own_rows on product_structure using (tenant = current_setting('cfptrace.tenant', true));

-- Which companies have any: names alone, for the start.
create table structure_holder (
  tenant text primary key
);

create table factor_set (
  tenant text not null default current_setting('cfptrace.tenant'),
  id text not null,
  version text not null,
  body text not null,
  recorded_at timestamptz not null,
  primary key (tenant, id, version)
);
alter table factor_set enable row level security;
alter table factor_set force row level security;
create policy own_rows on factor_set using (tenant = current_setting('cfptrace.tenant', true));

-- What brought many products at once, and how far it came.
create table structure_import (
  tenant text not null default current_setting('cfptrace.tenant'),
  id uuid not null,
  format text not null check (format in ('NDJSON', 'CSV')),
  state text not null check (state in ('READING', 'CHECKING', 'DONE', 'REFUSED', 'BROKEN')),
  products bigint not null,
  lines bigint not null,
  faults text,
  began_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant, id)
);
alter table structure_import enable row level security;
alter table structure_import force row level security;
create policy own_rows on structure_import using (tenant = current_setting('cfptrace.tenant', true));

-- What totals without their split are made of: an opened commitment says more than the total does.
alter table declaration add column opening text;
-- The owner of the tables is held by the rule too, and has to see all rows for once.
alter table declaration no force row level security;
alter table declaration_delivery no force row level security;
update declaration d set opening = (
  select y.opening from declaration_delivery y
  where y.declaration = d.number and y.opening is not null order by y.received_at desc limit 1);
alter table declaration force row level security;
alter table declaration_delivery force row level security;

-- Of which products something was heard that is not added up yet.
create table figure_change (
  number bigint generated always as identity primary key,
  tenant text not null default current_setting('cfptrace.tenant'),
  issuer text not null,
  trace_id uuid not null
);
create index figure_change_product on figure_change (tenant, issuer, trace_id);
alter table figure_change enable row level security;
alter table figure_change force row level security;
create policy own_rows on figure_change using (tenant = current_setting('cfptrace.tenant', true));

-- Which instance adds up for which company; the number goes up with each change of hands, and a write under an old one is refused.
create table tenant_lease (
  tenant text primary key,
  holder text not null,
  fencing bigint not null,
  ends_at timestamptz not null
);
