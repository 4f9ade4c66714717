-- Companies that ask to take part.
CREATE TABLE application (
  number           bigint GENERATED ALWAYS AS IDENTITY,
  id               uuid PRIMARY KEY,
  state            text NOT NULL CHECK (state IN ('SUBMITTED', 'APPROVED', 'REFUSED')),
  company          jsonb NOT NULL,
  submitted_at     timestamptz NOT NULL,
  decided_by       text,
  decided_at       timestamptz,
  participant_id   text,
  refusal_reason   text,
  UNIQUE (number),
  CHECK ((state = 'SUBMITTED') = (decided_at IS NULL)),
  CHECK ((state = 'APPROVED') = (participant_id IS NOT NULL)),
  CHECK ((state = 'REFUSED') = (refusal_reason IS NOT NULL))
);
CREATE INDEX application_by_state ON application (state, number);

-- Companies that were approved. The numbers and the searched form of the name stand beside the
-- company's own words, because they are looked for.
CREATE TABLE participant (
  id                text PRIMARY KEY CHECK (id ~ '^[a-z2-7]{16}$'),
  did               text NOT NULL UNIQUE,
  application_id    uuid NOT NULL UNIQUE REFERENCES application (id),
  company           jsonb NOT NULL,
  corporate_number  text UNIQUE,
  lei               text UNIQUE,
  name_form         text NOT NULL,
  admitted_at       timestamptz NOT NULL,
  last_key_number   integer NOT NULL,
  sequence          bigint NOT NULL,
  changed_at        timestamptz NOT NULL,
  suspension        text
);

-- One-time codes, by digest only.
CREATE TABLE enrolment_code (
  digest          text PRIMARY KEY,
  participant_id  text NOT NULL REFERENCES participant (id),
  expires_at      timestamptz NOT NULL,
  used_at         timestamptz
);
CREATE INDEX enrolment_code_by_participant ON enrolment_code (participant_id);

-- Nonces certificate requests are signed over, by digest only.
CREATE TABLE enrolment_nonce (
  digest          text PRIMARY KEY,
  participant_id  text NOT NULL REFERENCES participant (id),
  expires_at      timestamptz NOT NULL,
  used_at         timestamptz
);

-- Every signing and encryption key that ever was.
CREATE TABLE participant_key (
  number             bigint GENERATED ALWAYS AS IDENTITY,
  kid                text PRIMARY KEY,
  participant_id     text NOT NULL REFERENCES participant (id),
  key_number         integer NOT NULL,
  key_use            text NOT NULL CHECK (key_use IN ('SIGN', 'ENC')),
  jwk                text NOT NULL,
  valid_from         timestamptz NOT NULL,
  valid_to           timestamptz,
  revoked_at         timestamptz,
  compromised_since  timestamptz,
  proof              text
);
CREATE INDEX participant_key_by_participant ON participant_key (participant_id, number);

-- The certificates of each key number, and its TLS key.
CREATE TABLE certified_key (
  participant_id       text NOT NULL REFERENCES participant (id),
  key_number           integer NOT NULL,
  tls_kid              text NOT NULL UNIQUE,
  signing_serial       text NOT NULL UNIQUE,
  signing_certificate  bytea NOT NULL,
  tls_serial           text NOT NULL UNIQUE,
  tls_certificate      bytea NOT NULL,
  not_after            timestamptz NOT NULL,
  revoked_at           timestamptz,
  PRIMARY KEY (participant_id, key_number)
);

-- Who lets whom write to its inbox.
CREATE TABLE accepted_partner (
  owner_id     text NOT NULL REFERENCES participant (id),
  partner_id   text NOT NULL REFERENCES participant (id),
  accepted_at  timestamptz NOT NULL,
  PRIMARY KEY (owner_id, partner_id),
  CHECK (owner_id <> partner_id)
);
CREATE INDEX accepted_partner_by_partner ON accepted_partner (partner_id);

-- Signed directory records on their way to the topic.
CREATE TABLE directory_outbox (
  number      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  record_key  text NOT NULL,
  token       text NOT NULL,
  sent_at     timestamptz
);
CREATE INDEX directory_outbox_waiting ON directory_outbox (record_key, number) WHERE sent_at IS NULL;

-- One row: when the last heartbeat was made, by whichever instance.
CREATE TABLE heartbeat (
  only_one  boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  made_at   timestamptz NOT NULL
);
INSERT INTO heartbeat (made_at) VALUES ('1970-01-01T00:00:00Z');

-- Participants whose topics and rights have to be looked at. Rows are only added and removed, so
-- that a request never waits for an instance that is talking to the broker.
CREATE TABLE broker_work (
  number          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  participant_id  text NOT NULL REFERENCES participant (id)
);
CREATE INDEX broker_work_by_participant ON broker_work (participant_id, number);

-- Signed calls that were taken, until they would have expired anyway.
CREATE TABLE signed_call (
  id          uuid PRIMARY KEY,
  expires_at  timestamptz NOT NULL
);

-- What a write was answered, sealed with the caller's own idempotency key, of which we keep a digest.
CREATE TABLE idempotent_answer (
  name            text PRIMARY KEY,
  request_digest  text NOT NULL,
  created_at      timestamptz NOT NULL,
  status          integer,
  sealed_body     bytea
);
CREATE INDEX idempotent_answer_by_age ON idempotent_answer (created_at);

-- What was done, by whom, to whom.
CREATE TABLE audit_trail (
  number   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at       timestamptz NOT NULL,
  actor    text NOT NULL,
  action   text NOT NULL,
  subject  text NOT NULL,
  facts    jsonb NOT NULL
);

CREATE FUNCTION audit_trail_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit trail is only ever added to';
END $$;
CREATE TRIGGER audit_trail_is_append_only
  BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_trail
  FOR EACH STATEMENT EXECUTE FUNCTION audit_trail_is_append_only();
