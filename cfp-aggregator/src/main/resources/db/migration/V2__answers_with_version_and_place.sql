-- An answer may name a version and a place, as it does in every service.
ALTER TABLE idempotency_key ADD COLUMN version bigint;
ALTER TABLE idempotency_key ADD COLUMN location text;
