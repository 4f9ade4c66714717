-- Keys of past writes and what they were answered.
CREATE TABLE idempotency_key (
  who            varchar(200) NOT NULL,
  key            varchar(100) NOT NULL,
  request_digest varchar(64)  NOT NULL,
  created_at     timestamptz  NOT NULL,
  status         integer      NOT NULL,
  body           text,
  PRIMARY KEY (who, key)
);
CREATE INDEX idempotency_key_created_at ON idempotency_key (created_at);

-- Who has knocked at our door, and the keys by which we know them (thumbprints, oldest first).
CREATE TABLE partner (
  participant  varchar(300) PRIMARY KEY,
  name         varchar(300) NOT NULL,
  state        varchar(16)  NOT NULL CHECK (state IN ('INVITES_US', 'ACCEPTED', 'REFUSED')),
  thread       varchar(128) NOT NULL,
  note         varchar(500),
  reason       varchar(500),
  trusted_keys text         NOT NULL,
  changed_at   timestamptz  NOT NULL
);

-- Registry-signed directory entries of our partners and of ourselves.
CREATE TABLE directory_entry (
  participant varchar(300) PRIMARY KEY,
  sequence    bigint       NOT NULL,
  entry       text         NOT NULL
);
CREATE TABLE directory_state (
  id             integer     PRIMARY KEY CHECK (id = 1),
  complete_as_of timestamptz NOT NULL
);

-- Messages on their way out. The signed bytes are kept; they are sealed only when they leave.
CREATE TABLE outgoing_thread (
  recipient varchar(300) NOT NULL,
  thread    varchar(128) NOT NULL,
  last_seq  bigint       NOT NULL,
  PRIMARY KEY (recipient, thread)
);
CREATE TABLE outbox (
  position   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  message_id uuid         NOT NULL UNIQUE,
  recipient  varchar(300) NOT NULL,
  way        varchar(8)   NOT NULL CHECK (way IN ('DOOR', 'INBOX')),
  thread     varchar(128) NOT NULL,
  seq        bigint       NOT NULL,
  type       varchar(32)  NOT NULL,
  token      text         NOT NULL,
  state      varchar(16)  NOT NULL CHECK (state IN ('PENDING', 'SENT', 'DELIVERED', 'REFUSED')),
  attempts   integer      NOT NULL,
  created_at timestamptz  NOT NULL,
  due_at     timestamptz  NOT NULL,
  sent_at    timestamptz,
  settled_at timestamptz,
  reason     varchar(200),
  UNIQUE (recipient, thread, seq)
);
CREATE INDEX outbox_pending ON outbox (recipient, thread, seq) WHERE state = 'PENDING';
CREATE INDEX outbox_due ON outbox (position) WHERE state = 'PENDING';

-- What came in: enough to know a repeat from a forgery, and whose turn it is.
CREATE TABLE incoming_thread (
  sender   varchar(300) NOT NULL,
  thread   varchar(128) NOT NULL,
  last_seq bigint       NOT NULL,
  PRIMARY KEY (sender, thread)
);
CREATE TABLE incoming_message (
  sender     varchar(300) NOT NULL,
  message_id varchar(64)  NOT NULL,
  -- Of an applied message only: after a refusal another one may come under the same identity.
  digest     varchar(64),
  at         timestamptz  NOT NULL,
  PRIMARY KEY (sender, message_id)
);

-- What could not be applied, with its bytes.
CREATE TABLE quarantine (
  id          uuid        PRIMARY KEY,
  state       varchar(16) NOT NULL CHECK (state IN ('QUARANTINED', 'HELD', 'AHEAD', 'RESOLVED')),
  way         varchar(8)  NOT NULL CHECK (way IN ('DOOR', 'INBOX')),
  bytes       bytea       NOT NULL,
  digest      bytea       NOT NULL,
  sender      varchar(300),
  message_id  varchar(64),
  thread      varchar(128),
  seq         bigint,
  reason      varchar(64) NOT NULL,
  outward     varchar(64) NOT NULL,
  detail      text        NOT NULL,
  received_at timestamptz NOT NULL,
  due_at      timestamptz NOT NULL,
  attempts    integer     NOT NULL,
  resolved_at timestamptz
);
CREATE UNIQUE INDEX quarantine_open ON quarantine (digest) WHERE state <> 'RESOLVED';
CREATE INDEX quarantine_due ON quarantine (due_at) WHERE state IN ('HELD', 'AHEAD');
CREATE INDEX quarantine_turn ON quarantine (sender, thread, seq) WHERE state = 'AHEAD';

-- What was collected: columns to find it by, its claims as they were shown, and below its bytes.
CREATE TABLE declaration (
  number              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  declaration_id      varchar(64)  NOT NULL UNIQUE,
  issuer              varchar(300) NOT NULL,
  jti                 varchar(64)  NOT NULL,
  trace_id            uuid         NOT NULL,
  product_name        varchar(256) NOT NULL,
  unit                varchar(32)  NOT NULL,
  period_from         date         NOT NULL,
  period_to           date         NOT NULL,
  valid_until         date         NOT NULL,
  -- All four or none: kilograms of CO2-equivalent per one unit.
  excl_biogenic       numeric,
  incl_biogenic       numeric,
  complete            boolean,
  estimated_share     numeric,
  primary_data_share  numeric,
  gwp                 varchar(32),
  boundary            varchar(64),
  supersedes          varchar(64),
  claims              text         NOT NULL,
  commitment          varchar(64)  NOT NULL,
  issued_at           timestamptz  NOT NULL,
  received_at         timestamptz  NOT NULL,
  UNIQUE (issuer, jti),
  CHECK (num_nonnulls(excl_biogenic, incl_biogenic, complete, estimated_share) IN (0, 4))
);
CREATE INDEX declaration_product ON declaration (trace_id, issuer, period_to DESC, number DESC);
CREATE INDEX declaration_supersedes ON declaration (supersedes) WHERE supersedes IS NOT NULL;

-- Each delivery of a declaration exactly as it came; a later one may show more.
CREATE TABLE declaration_delivery (
  message_id  varchar(64)  NOT NULL,
  issuer      varchar(300) NOT NULL,
  declaration bigint       NOT NULL REFERENCES declaration (number),
  token       bytea        NOT NULL,
  opening     text,
  received_at timestamptz  NOT NULL,
  PRIMARY KEY (issuer, message_id)
);
