-- An issuer can withdraw a declaration: it stays readable, and is no figure any more.
alter table declaration
  add column recalled_at timestamptz,
  add column recall_reason text,
  add check (num_nonnulls(recalled_at, recall_reason) in (0, 2));

-- What an issuer has said of a product beside its declarations: what it shows no longer, and how far the tree behind it is.
create table issuer_word (
  issuer text not null,
  trace_id uuid not null,
  withheld text[] not null,
  is_complete boolean,
  asked bigint,
  answered bigint,
  progress_on date,
  primary key (issuer, trace_id),
  check (num_nonnulls(is_complete, progress_on) in (0, 2)),
  check (num_nonnulls(asked, answered) in (0, 2))
);
