-- What was handed in, and by whom first; that is known to nobody but us. Rows are never moved: an entry's
-- place stands apart, so that giving it costs no second look at random digests.
CREATE TABLE log_entry (
  number      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  entry       bytea NOT NULL UNIQUE CHECK (length(entry) = 33),
  submitter   text,
  superseded  boolean NOT NULL DEFAULT false,
  recalled    boolean NOT NULL DEFAULT false
);
ALTER TABLE log_entry ALTER COLUMN entry SET STORAGE PLAIN;
CREATE INDEX log_entry_with_status ON log_entry (number) WHERE superseded OR recalled;

-- Entries until the writer takes them.
CREATE TABLE log_waiting (
  number  bigint PRIMARY KEY
);

-- The places. That no place and no entry is there twice is the last fence around a second writer.
CREATE TABLE log_place (
  place   bigint PRIMARY KEY,
  number  bigint NOT NULL UNIQUE
);

-- The hashes, 256 to a row; the row at the right edge of a level grows. Hashes do not compress.
CREATE TABLE log_tile (
  level   smallint NOT NULL,
  number  bigint NOT NULL,
  hashes  bytea NOT NULL,
  PRIMARY KEY (level, number)
);
ALTER TABLE log_tile ALTER COLUMN hashes SET STORAGE EXTERNAL;

-- One row: how far the writer has come, and who may write. A new holder has a higher fence, which
-- is looked at in every transaction that writes.
CREATE TABLE log_writer (
  only_one     boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  size         bigint NOT NULL DEFAULT 0,
  holder       uuid,
  fence        bigint NOT NULL DEFAULT 0,
  held_until   timestamptz NOT NULL DEFAULT '1970-01-01T00:00:00Z'
);
INSERT INTO log_writer DEFAULT VALUES;

-- What was signed and shown: whole notes, with their witnesses.
CREATE TABLE log_checkpoint (
  size          bigint PRIMARY KEY,
  note          text NOT NULL,
  published_at  timestamptz NOT NULL,
  sent_at       timestamptz
);
CREATE INDEX log_checkpoint_waiting ON log_checkpoint (size) WHERE sent_at IS NULL;

-- Signed versions of the status list.
CREATE TABLE log_status_list (
  version  bigint PRIMARY KEY,
  size     bigint NOT NULL,
  token    text NOT NULL,
  made_at  timestamptz NOT NULL
);

-- One row: counts the bits that were set, and up to which of them a list was made.
CREATE TABLE log_status_change (
  only_one  boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  changes   bigint NOT NULL DEFAULT 0,
  listed    bigint NOT NULL DEFAULT 0
);
INSERT INTO log_status_change DEFAULT VALUES;

-- RFC 3161 stamps over checkpoints.
CREATE TABLE log_timestamp (
  number      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  size        bigint NOT NULL,
  note        text NOT NULL,
  token       bytea NOT NULL,
  stamped_at  timestamptz NOT NULL
);

-- For what the operator has accredited whom. The newest of a participant is in its directory entry.
CREATE TABLE accreditation (
  number          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  participant_id  text NOT NULL REFERENCES participant (id),
  scope           text NOT NULL,
  valid_from      timestamptz NOT NULL,
  valid_until     timestamptz NOT NULL,
  CHECK (valid_from <= valid_until)
);
CREATE INDEX accreditation_by_participant ON accreditation (participant_id, number);
