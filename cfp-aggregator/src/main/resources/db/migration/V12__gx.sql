-- GX reductions: pools and the entries of their ledgers. Rows are added and never changed, and the database holds that as well.
create table gx_pool (
  tenant text not null default current_setting('cfptrace.tenant'),
  id uuid not null,
  project text not null,
  site text not null,
  other_sites text[] not null,
  multi_site_verifier text,
  product_line text not null,
  period_from date not null,
  period_to date not null,
  verified_reduction numeric not null check (verified_reduction > 0),
  verifier text not null,
  total_mass numeric not null check (total_mass > 0),
  actual_emissions numeric not null check (actual_emissions >= 0),
  opened_at timestamptz not null,
  opened_by text not null,
  primary key (tenant, id),
  check (period_from <= period_to and period_to < period_from + interval '12 months'),
  check ((cardinality(other_sites) > 0) = (multi_site_verifier is not null))
);
create index gx_pool_period on gx_pool (tenant, period_to);

create table gx_entry (
  tenant text not null default current_setting('cfptrace.tenant'),
  pool_id uuid not null,
  number bigint not null check (number > 0),
  kind text not null check (kind in ('ISSUED', 'TRANSFERRED', 'RETIRED', 'CANCELLED', 'DEBITED')),
  certificate_id text check ((certificate_id is null) = (kind = 'DEBITED')),
  product_lot text check ((product_lot is not null) = (kind = 'ISSUED')),
  site text check ((site is not null) = (kind = 'ISSUED')),
  method text check ((method is not null) = (kind = 'ISSUED')),
  mass numeric check ((mass is not null) = (kind = 'ISSUED') and mass > 0),
  reduction numeric check ((reduction is not null) = (kind in ('ISSUED', 'DEBITED')) and reduction > 0),
  cause text check ((cause is not null) = (kind = 'DEBITED')),
  -- to whom it was transferred, on whose behalf retired, why cancelled, what a debit is for
  note text check ((note is null) = (kind = 'ISSUED')),
  cfp_before_numerator numeric not null,
  cfp_before_denominator numeric not null check (cfp_before_denominator > 0),
  noted_at timestamptz not null,
  noted_by text not null,
  primary key (tenant, pool_id, number),
  foreign key (tenant, pool_id) references gx_pool
);
-- Issued once, retired once, cancelled once, and not both of the last two; a debit has its reason once.
create unique index gx_certificate_issued on gx_entry (tenant, certificate_id) where kind = 'ISSUED';
create unique index gx_certificate_ended on gx_entry (tenant, certificate_id)
  where kind in ('RETIRED', 'CANCELLED');
create unique index gx_debit_once on gx_entry (tenant, pool_id, note) where kind = 'DEBITED';
create index gx_entry_lot on gx_entry (tenant, product_lot) where kind = 'ISSUED';

create function gx_never_changed() returns trigger language plpgsql as $$
begin
  raise exception 'the GX ledger is added to and never changed: % on %', tg_op, tg_table_name;
end
$$;
create trigger gx_pool_never_changed before update or delete or truncate on gx_pool
  for each statement execute function gx_never_changed();
create trigger gx_entry_never_changed before update or delete or truncate on gx_entry
  for each statement execute function gx_never_changed();

alter table gx_pool enable row level security;
alter table gx_pool force row level security;
create policy own_rows on gx_pool using (tenant = current_setting('cfptrace.tenant', true));
alter table gx_entry enable row level security;
alter table gx_entry force row level security;
create policy own_rows on gx_entry using (tenant = current_setting('cfptrace.tenant', true));
