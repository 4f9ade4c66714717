-- Whatever a supplier says of a product goes on to an aggregator, until somebody ends it.
create table presentation_order (
  supplier text not null,
  trace_id uuid not null,
  recipient text not null,
  since_number bigint not null,
  given_by text not null,
  given_at timestamptz not null,
  primary key (supplier, trace_id, recipient)
);
create index presentation_order_recipient on presentation_order (recipient);

-- A supplier's declaration as a recipient has it: what was shown last, and why it is no figure any more over there.
create table presentation (
  declaration_id text not null references received_declaration (declaration_id),
  recipient text not null,
  shown text[] not null,
  message_id uuid not null,
  presented_at timestamptz not null,
  fallen text check (fallen in ('RECALLED', 'SUPERSEDED', 'WITHHELD', 'ENDED')),
  fallen_reason text,
  fallen_at timestamptz,
  fallen_message_id uuid,
  primary key (declaration_id, recipient),
  check (num_nonnulls(fallen, fallen_at) in (0, 2)),
  check (fallen is not null or num_nonnulls(fallen_reason, fallen_message_id) = 0)
);
