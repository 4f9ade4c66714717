-- What aggregators ask us to sign, request by request, and what became of it.
create table signature_request (
  request_id uuid primary key,
  number bigint generated always as identity unique,
  asker text not null,
  export_id text not null,
  thread text not null,
  body text not null,
  state text not null check (state in ('WAITING', 'SIGNED', 'REFUSED', 'WITHDRAWN')),
  received_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  signature text,
  log_entry text unique,
  reason text,
  -- The aggregator asks for it no more; what was decided before that stays so.
  withdrawn_at timestamptz,
  check (num_nonnulls(decided_by, decided_at)
    = case when state in ('WAITING', 'WITHDRAWN') then 0 else 2 end),
  check (num_nonnulls(signature, log_entry) = case state when 'SIGNED' then 2 else 0 end),
  check ((reason is not null) = (state = 'REFUSED')),
  check (withdrawn_at is null or state <> 'WAITING'),
  check (withdrawn_at is not null or state <> 'WITHDRAWN')
);
create index signature_request_export on signature_request (asker, export_id, number);
-- Of one export one request waits at a time.
create unique index signature_request_waiting on signature_request (asker, export_id)
  where state = 'WAITING';
