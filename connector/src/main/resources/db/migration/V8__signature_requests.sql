-- Exports that aggregators ask us to sign, as they were first asked for, and what became of them.
create table signature_request (
  request_id uuid primary key,
  number bigint generated always as identity unique,
  asker text not null,
  export_id text not null,
  -- The newest request for the same export, and its thread: that one is answered.
  reply_to uuid not null,
  thread text not null,
  body text not null,
  state text not null check (state in ('WAITING', 'SIGNED', 'REFUSED')),
  received_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  signature text,
  log_entry text unique,
  reason text,
  unique (asker, export_id),
  check (num_nonnulls(decided_by, decided_at) = case state when 'WAITING' then 0 else 2 end),
  check (num_nonnulls(signature, log_entry) = case state when 'SIGNED' then 2 else 0 end),
  check ((reason is not null) = (state = 'REFUSED'))
);
