-- Messages on their way out. The signed bytes are kept; they are sealed only when they leave.
create table outgoing_thread (
  recipient text not null,
  thread text not null,
  last_seq bigint not null,
  primary key (recipient, thread)
);

create table outbox (
  position bigserial primary key,
  message_id uuid not null unique,
  recipient text not null,
  way text not null check (way in ('DOOR', 'INBOX')),
  thread text not null,
  seq bigint not null,
  type text not null,
  message bytea not null,
  state text not null check (state in ('PENDING', 'SENT', 'DELIVERED', 'REFUSED')),
  attempts integer not null,
  created_at timestamptz not null,
  due_at timestamptz not null,
  sent_at timestamptz,
  settled_at timestamptz,
  reason text,
  unique (recipient, thread, seq)
);
create index outbox_pending on outbox (recipient, thread, seq) where state = 'PENDING';
create index outbox_due on outbox (position) where state = 'PENDING';

-- Which thread belongs to which product link; one without a product is for the two companies themselves.
create table partner_thread (
  partner text not null,
  trace_id text not null,
  thread text not null unique,
  primary key (partner, trace_id)
);

-- Messages that came in: enough to know a repeat from a forgery.
create table incoming_thread (
  sender text not null,
  thread text not null,
  last_seq bigint not null,
  primary key (sender, thread)
);

create table incoming_message (
  sender text not null,
  message_id text not null,
  digest text,
  thread text not null,
  seq bigint not null,
  outcome text not null check (outcome in ('APPLIED', 'QUARANTINED')),
  received_at timestamptz not null,
  primary key (sender, message_id)
);

-- What could not be applied: poison, held back until its sender's standing is known, or ahead of its turn.
create table quarantine (
  id uuid primary key,
  state text not null check (state in ('QUARANTINED', 'HELD', 'AHEAD', 'RESOLVED')),
  way text not null check (way in ('DOOR', 'INBOX')),
  bytes bytea not null,
  digest bytea not null,
  sender text,
  message_id text,
  thread text,
  seq bigint,
  reason text not null,
  detail text not null,
  received_at timestamptz not null,
  due_at timestamptz not null,
  attempts integer not null,
  resolved_at timestamptz
);
create unique index quarantine_open on quarantine (digest) where state <> 'RESOLVED';
create index quarantine_due on quarantine (due_at) where state in ('HELD', 'AHEAD');
create index quarantine_turn on quarantine (sender, thread, seq) where state = 'AHEAD';

-- What we have said. A statement (audience SELF) holds everything; a copy is made from it for one recipient.
create table issued_declaration (
  number bigserial primary key,
  declaration_id text not null unique,
  audience text not null,
  recipient text not null,
  trace_id uuid not null,
  period_from date not null,
  period_to date not null,
  statement_id text references issued_declaration (declaration_id),
  figure text not null,
  token bytea not null,
  claims text not null,
  opening text not null,
  view bytea not null,
  shown text[] not null,
  message_id uuid references outbox (message_id),
  issued_at timestamptz not null
);
create index issued_declaration_product on issued_declaration (trace_id, period_to, number);

-- What others have told us. The bytes are the evidence; the columns are for finding them again.
create table received_declaration (
  number bigserial primary key,
  declaration_id text not null unique,
  issuer text not null,
  jti text not null,
  trace_id uuid not null,
  product_name text not null,
  unit text not null,
  period_from date not null,
  period_to date not null,
  valid_until date not null,
  token bytea not null,
  claims text not null,
  commitment text not null,
  opening text,
  message_id text not null,
  issued_at timestamptz not null,
  received_at timestamptz not null,
  unique (issuer, jti)
);
create index received_declaration_figure
  on received_declaration (issuer, trace_id, period_to desc, number desc);

-- Whom we deal with, and the keys by which we know them.
create table partner (
  participant text primary key,
  name text not null,
  state text not null check (state in ('INVITED', 'INVITES_US', 'ACCEPTED', 'REFUSED')),
  note text,
  reason text,
  trusted_keys text[] not null,
  inbox text not null check (inbox in ('CLOSED', 'OPENING', 'OPEN', 'CLOSING')),
  registry_due_at timestamptz not null,
  registry_failures integer not null,
  changed_at timestamptz not null,
  version bigint not null
);

-- Registry-signed directory entries of our partners and of ourselves.
create table directory_entry (
  participant text primary key,
  sequence bigint not null,
  entry text not null
);

create table directory_state (
  only_row boolean primary key check (only_row),
  complete_as_of timestamptz not null
);

-- What a person has to look at.
create table alarm (
  number bigserial primary key,
  kind text not null,
  participant text not null,
  key text not null,
  raised_at timestamptz not null,
  settled_at timestamptz,
  settled_by text,
  unique (kind, participant, key)
);
