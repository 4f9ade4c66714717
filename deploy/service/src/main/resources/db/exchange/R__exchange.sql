-- The tables of the exchange, for every participant. Flyway runs this again whenever it changes, after the service's own scripts: each
-- statement must do no harm where it was done before, so a table is changed by adding a statement below, never by changing one above.

-- That a table is there already is no news.
set local client_min_messages = warning;

-- Messages on their way out. The signed bytes are kept; they are sealed only when they leave.
create table if not exists outgoing_thread (
  recipient text not null,
  thread text not null,
  last_seq bigint not null,
  primary key (recipient, thread)
);

create table if not exists outbox (
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
create index if not exists outbox_pending on outbox (recipient, thread, seq) where state = 'PENDING';
create index if not exists outbox_due on outbox (position) where state = 'PENDING';

-- Which thread belongs to which product link; one without a product is for the two companies themselves.
create table if not exists partner_thread (
  partner text not null,
  trace_id text not null,
  thread text not null unique,
  primary key (partner, trace_id)
);

-- Messages that came in: enough to know a repeat from a forgery.
create table if not exists incoming_thread (
  sender text not null,
  thread text not null,
  last_seq bigint not null,
  primary key (sender, thread)
);

create table if not exists incoming_message (
  sender text not null,
  message_id text not null,
  digest text,
  thread text not null,
  seq bigint not null,
  outcome text not null check (outcome in ('APPLIED', 'QUARANTINED')),
  received_at timestamptz not null,
  primary key (sender, message_id)
);
create index if not exists incoming_message_place on incoming_message (sender, thread, seq);

-- What could not be applied: poison, held back until its sender's standing is known, or ahead of its turn.
create table if not exists quarantine (
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
create unique index if not exists quarantine_open on quarantine (digest) where state <> 'RESOLVED';
create index if not exists quarantine_due on quarantine (due_at) where state in ('HELD', 'AHEAD');
create index if not exists quarantine_turn on quarantine (sender, thread, seq) where state = 'AHEAD';

-- Whom we deal with, and the keys by which we know them.
create table if not exists partner (
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
create table if not exists directory_entry (
  participant text primary key,
  sequence bigint not null,
  entry text not null
);

create table if not exists directory_state (
  only_row boolean primary key check (only_row),
  complete_as_of timestamptz not null
);

-- What a person has to look at.
create table if not exists alarm (
  number bigserial primary key,
  kind text not null,
  participant text not null,
  key text not null,
  raised_at timestamptz not null,
  settled_at timestamptz,
  settled_by text,
  unique (kind, participant, key)
);

-- Who did what: every write and every reading of a received figure.
create table if not exists journal (
  number bigint generated always as identity primary key,
  at timestamptz not null,
  who varchar(200) not null,
  action varchar(100) not null,
  subject varchar(300) not null
);

-- What outlived its life untaken is sent anew under another id; the old row says so.
alter table outbox add column if not exists sent_anew_at timestamptz;
create index if not exists outbox_waiting on outbox (recipient, thread) where state in ('PENDING', 'SENT');
create index if not exists outbox_refused on outbox (recipient) where state = 'REFUSED';

-- Companies that are no partners, known by the word of one: an auditor that may ask us, or whom we ask as an auditor.
create table if not exists introduction (
  participant text not null,
  purpose text not null check (purpose in ('ASKS_US', 'ANSWERS_US')),
  fingerprint text not null,
  introduced_by text not null,
  until timestamptz not null,
  inbox text not null check (inbox in ('CLOSED', 'OPENING', 'OPEN', 'CLOSING')),
  taken_at timestamptz not null,
  registry_due_at timestamptz not null,
  registry_failures integer not null,
  primary key (participant, purpose, fingerprint)
);
create index if not exists introduction_due on introduction (registry_due_at) where inbox in ('OPENING', 'CLOSING');

-- What we have declared, on its way into the public log, with the proof once it is there.
create table if not exists log_entry (
  declaration_id text primary key,
  recipient text,
  trace_id uuid not null,
  declared_at timestamptz not null,
  log_index bigint,
  proof text,
  included_at timestamptz,
  due_at timestamptz not null,
  attempts integer not null
);
create index if not exists log_entry_unproven on log_entry (due_at) where proof is null;

-- What the log has to be told of those of them that do not stand any more.
create table if not exists log_fallen (
  declaration_id text not null,
  bit text not null check (bit in ('SUPERSEDED', 'RECALLED')),
  due_at timestamptz not null,
  attempts integer not null,
  told_at timestamptz,
  primary key (declaration_id, bit)
);
create index if not exists log_fallen_untold on log_fallen (due_at) where told_at is null;

-- The statements of exports that we have signed, on their way into the log in the same way.
create table if not exists log_export (
  entry text primary key,
  signed_at timestamptz not null,
  proof text,
  included_at timestamptz,
  due_at timestamptz not null,
  attempts integer not null
);
create index if not exists log_export_unproven on log_export (due_at) where proof is null;

-- What partners have proved of what they have declared to us.
create table if not exists received_proof (
  declaration_id text primary key,
  issuer text not null,
  message_id text not null,
  thread text not null,
  proof text not null,
  tree_size bigint not null,
  tree_root text not null,
  included_at timestamptz not null,
  is_late boolean not null,
  kept_at timestamptz not null
);
create index if not exists received_proof_tree on received_proof (tree_size, tree_root);

-- Checkpoints of the log that have come by: of our registry (shown_by is null) and of partners.
create table if not exists log_checkpoint (
  size bigint not null,
  root text not null,
  note text not null,
  shown_by text,
  state text not null check (state in ('SAME_TREE', 'PENDING', 'OTHER_TREE')),
  seen_at timestamptz not null,
  due_at timestamptz not null,
  attempts integer not null,
  primary key (size, root)
);
create index if not exists log_checkpoint_pending on log_checkpoint (due_at) where state = 'PENDING';

-- The newest version of the status list that the log has shown us.
create table if not exists log_status_seen (
  only_row boolean primary key check (only_row),
  version bigint not null,
  entry text not null
);

-- The journal is added to and never changed, by whatever means one tries. How long it is kept is for the owner of the database to say.
create or replace function journal_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the journal is added to and never changed: %', tg_op;
end
$$;
create or replace trigger journal_is_append_only before update or delete or truncate on journal
  for each statement execute function journal_is_append_only();
