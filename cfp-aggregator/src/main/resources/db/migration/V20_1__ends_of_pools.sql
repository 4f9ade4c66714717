-- A pool can be closed, and one that was opened by mistake withdrawn: entries like all others, with their reason.
-- The rule about certificates was written without a name.
do $$
declare
  rule text;
begin
  select conname into strict rule from pg_constraint
  where conrelid = 'gx_entry'::regclass and contype = 'c'
    and pg_get_constraintdef(oid) like '%certificate_id IS NULL%';
  execute format('alter table gx_entry drop constraint %I', rule);
end
$$;
alter table gx_entry
  drop constraint gx_entry_kind_check,
  add constraint gx_entry_kind_check check (
    kind in ('ISSUED', 'TRANSFERRED', 'RETIRED', 'CANCELLED', 'DEBITED', 'CLOSED', 'WITHDRAWN')),
  add constraint gx_entry_names_its_certificate check (
    (certificate_id is null) = (kind in ('DEBITED', 'CLOSED', 'WITHDRAWN')));
create unique index gx_pool_ended_once on gx_entry (tenant, pool_id, kind)
  where kind in ('CLOSED', 'WITHDRAWN');
