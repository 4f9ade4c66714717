-- Products, what goes into them, own emissions; the journal; keys of past writes.

CREATE TABLE idempotency_key (
  who            varchar(200) NOT NULL,
  key            varchar(100) NOT NULL,
  request_digest varchar(64)  NOT NULL,
  created_at     timestamptz  NOT NULL,
  status         integer      NOT NULL,
  body           text,
  version        bigint,
  location       text,
  PRIMARY KEY (who, key)
);
CREATE INDEX idempotency_key_created_at ON idempotency_key (created_at);

CREATE TABLE journal (
  number  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at      timestamptz  NOT NULL,
  who     varchar(200) NOT NULL,
  action  varchar(100) NOT NULL,
  subject varchar(300) NOT NULL
);

CREATE TABLE plant (
  id              uuid PRIMARY KEY,
  name            varchar(256) NOT NULL,
  address         varchar(256) NOT NULL,
  open_plant_id   varchar(26) UNIQUE,
  global_plant_id varchar(256),
  version         bigint NOT NULL
);
