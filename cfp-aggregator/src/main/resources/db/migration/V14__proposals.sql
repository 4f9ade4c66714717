-- What was proposed to companies of their products, with the explanation it was made from, and what they answered.
create table footprint_proposal (
  tenant text not null default current_setting('cfptrace.tenant'),
  proposal_id uuid not null,
  number bigint generated always as identity unique,
  trace_id uuid not null,
  body text not null,
  explanation text not null,
  state text not null check (state in ('PROPOSED', 'ACCEPTED', 'REFUSED')),
  proposed_by text not null,
  proposed_at timestamptz not null,
  answered_at timestamptz,
  reason text,
  declaration_id text,
  primary key (tenant, proposal_id),
  check ((answered_at is not null) = (state <> 'PROPOSED')),
  check ((reason is not null) = (state = 'REFUSED')),
  check ((declaration_id is not null) = (state = 'ACCEPTED'))
);
create index footprint_proposal_product on footprint_proposal (tenant, trace_id, number);
alter table footprint_proposal enable row level security;
alter table footprint_proposal force row level security;
create policy own_rows on footprint_proposal using (tenant = current_setting('cfptrace.tenant', true));
