-- What aggregators propose to state of our products, as it came, and what became of it.
create table footprint_proposal (
  proposal_id uuid primary key,
  number bigint generated always as identity unique,
  proposer text not null,
  thread text not null,
  trace_id uuid not null,
  period_from date not null,
  period_to date not null,
  body text not null,
  state text not null check (state in ('WAITING', 'ACCEPTED', 'REFUSED')),
  received_at timestamptz not null,
  settled_by text,
  settled_at timestamptz,
  reason text,
  statement text,
  check (num_nonnulls(settled_by, settled_at) = case state when 'WAITING' then 0 else 2 end),
  check ((reason is not null) = (state = 'REFUSED')),
  check (statement is null or state = 'ACCEPTED')
);
create index footprint_proposal_accepted on footprint_proposal (trace_id, period_to) where state = 'ACCEPTED';
