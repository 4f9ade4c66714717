-- Requests for footprints, as we see them: those we have sent (ASKER) and those we have received (ANSWERER).
create table footprint_request (
  request_id uuid not null,
  side text not null check (side in ('ASKER', 'ANSWERER')),
  partner text not null,
  thread text not null,
  state text not null check (state in ('ASKED', 'LINKED', 'ANSWERED', 'REJECTED', 'CANCELLED')),
  part_name text not null,
  customer_part_id text,
  unit text not null,
  mass_per_unit numeric,
  period_from date,
  period_to date,
  message text,
  due date,
  asked_before uuid,
  -- Only where we ask: for which line of which product, and how much of it. Never sent.
  trace_id uuid,
  line_id text,
  share numeric,
  valid_from date,
  valid_to date,
  is_placed boolean not null,
  -- What the answerer said.
  linked_trace_id uuid,
  linked_name text,
  linked_unit text,
  linked_mass_per_unit numeric,
  reply text,
  reason text,
  -- Place in the thread of our last message that changed the state: an incoming one that does not know it has crossed it.
  own_move_seq bigint not null,
  told_progress text,
  asked_at timestamptz not null,
  changed_at timestamptz not null,
  number bigserial,
  version bigint not null,
  primary key (request_id, side),
  check (side = 'ANSWERER' or (trace_id is not null and line_id is not null and share is not null))
);
create unique index footprint_request_number on footprint_request (number);
create index footprint_request_line on footprint_request (trace_id, line_id) where side = 'ASKER';
create index footprint_request_linked on footprint_request (partner, linked_trace_id) where linked_trace_id is not null;
create index footprint_request_due on footprint_request (due) where state in ('ASKED', 'LINKED');

create table request_event (
  number bigserial primary key,
  request_id uuid not null,
  side text not null,
  at timestamptz not null,
  by_side text not null,
  who text,
  move text not null,
  state text not null,
  note text,
  foreign key (request_id, side) references footprint_request on delete cascade
);
create index request_event_of on request_event (request_id, side, number);

-- What a partner has said about a product of its own beside its declarations.
create table supplier_word (
  partner text not null,
  trace_id uuid not null,
  is_linked boolean not null,
  withheld text[] not null,
  is_complete boolean,
  asked bigint,
  answered bigint,
  progress_on date,
  primary key (partner, trace_id)
);

-- What one partner is told of one product: drafted by a clerk, in force once an approver has released it.
create table product_release (
  partner text not null,
  trace_id uuid not null,
  audience text not null,
  draft_switches text[],
  draft_rule text,
  draft_percent numeric,
  drafted_by text,
  switches text[] not null,
  rule text not null,
  percent numeric,
  released_by text,
  changed_at timestamptz not null,
  version bigint not null,
  primary key (partner, trace_id)
);
create index product_release_product on product_release (trace_id);

-- A declaration stands until it is superseded or recalled; rows are never taken away.
alter table issued_declaration
  add column state text not null default 'ACTIVE' check (state in ('ACTIVE', 'SUPERSEDED', 'RECALLED')),
  add column state_at timestamptz,
  add column superseded_by text,
  add column state_reason text,
  add column cause text not null default 'PERSON' check (cause in ('PERSON', 'AUTOMATIC')),
  add column valid_until date,
  add column expiry_warning text;
update issued_declaration set valid_until = (period_to + interval '36 months')::date;
alter table issued_declaration alter column valid_until set not null;
create index issued_declaration_expiry on issued_declaration (valid_until) where state = 'ACTIVE';
create index issued_declaration_word on issued_declaration (trace_id, recipient, number desc);

alter table received_declaration
  add column state text not null default 'ACTIVE' check (state in ('ACTIVE', 'SUPERSEDED', 'RECALLED')),
  add column state_at timestamptz,
  add column superseded_by text,
  add column supersedes text,
  add column state_reason text,
  add column expiry_warning text;
create index received_declaration_expiry on received_declaration (valid_until) where state = 'ACTIVE';

-- Products whose footprint has to be worked out anew, each once.
create table stale_product (
  trace_id uuid primary key,
  cause text not null,
  since timestamptz not null,
  due_at timestamptz not null,
  attempts integer not null
);
create index stale_product_due on stale_product (due_at);

-- What we knew of a product's footprint, and since when.
create table footprint_history (
  number bigserial primary key,
  trace_id uuid not null,
  period_from date not null,
  period_to date not null,
  excl_biogenic_uptake numeric not null,
  incl_biogenic_uptake numeric not null,
  is_complete boolean not null,
  figure text not null,
  shown text not null,
  known_at timestamptz not null
);
create index footprint_history_of on footprint_history (trace_id, known_at desc, number desc);

-- Declarations that would be made anew and wait for a person.
create table correction (
  id uuid primary key,
  trace_id uuid not null,
  partner text not null,
  audience text not null,
  period_from date not null,
  period_to date not null,
  reason text not null,
  before_total numeric,
  before_complete boolean,
  after_total numeric not null,
  after_complete boolean not null,
  figure text not null,
  state text not null check (state in ('WAITING', 'APPROVED', 'DISMISSED', 'OBSOLETE')),
  since timestamptz not null,
  settled_at timestamptz,
  settled_by text,
  number bigserial
);
create unique index correction_waiting on correction (trace_id, partner, period_from, period_to) where state = 'WAITING';
create index correction_number on correction (number);
create index correction_figure on correction (trace_id, partner, figure) where state = 'DISMISSED';
