-- What auditors have taken back of the words that a company has attached to its declarations, by the digest of the word.
create table withdrawn_attestation (
  tenant text not null default current_setting('cfptrace.tenant'),
  digest text not null,
  auditor text not null,
  reason text not null,
  token text not null,
  withdrawn_at timestamptz not null,
  kept_at timestamptz not null,
  primary key (tenant, digest)
);
alter table withdrawn_attestation enable row level security;
alter table withdrawn_attestation force row level security;
create policy own_rows on withdrawn_attestation
  using (tenant = current_setting('cfptrace.tenant', true));
