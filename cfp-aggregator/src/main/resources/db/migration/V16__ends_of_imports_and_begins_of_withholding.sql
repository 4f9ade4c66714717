-- Why a file was not brought to its end; of those that broke before nobody noted it.
alter table structure_import
  add column broken text check (broken in ('STOPPED', 'BROKE_OFF', 'NOT_NOW', 'FAILED'));
create index structure_import_unended on structure_import (tenant)
  where state in ('READING', 'CHECKING');

-- When an issuer did not show the total of a product: what was known at an earlier moment is shown as it was then.
create table total_withheld (
  tenant text not null default current_setting('cfptrace.tenant'),
  number bigint generated always as identity,
  issuer text not null,
  trace_id uuid not null,
  -- Nobody noted when it began: withheld before this table was there.
  withheld_from timestamptz,
  withheld_until timestamptz,
  primary key (tenant, number)
);
create unique index total_withheld_now on total_withheld (tenant, issuer, trace_id)
  where withheld_until is null;
create index total_withheld_product on total_withheld (tenant, issuer, trace_id);
-- The owner of the tables is held by the rule too, and has to see all rows for once.
alter table issuer_word no force row level security;
insert into total_withheld (tenant, issuer, trace_id)
  select tenant, issuer, trace_id from issuer_word where 'TOTAL' = any (withheld);
alter table issuer_word force row level security;
alter table total_withheld enable row level security;
alter table total_withheld force row level security;
create policy own_rows on total_withheld using (tenant = current_setting('cfptrace.tenant', true));
