-- What people are told. A stream follows the numbers, so a number must never become visible after a higher one.
-- A bigserial does not promise that: it is drawn at the insert, and of two transactions the later drawer may commit
-- first. So the number is drawn at the very end of the transaction, by a deferred trigger, under one lock that is
-- held until the transaction is visible. Nothing else is locked after it, so it cannot be part of a deadlock; taken
-- at the insert, it would be held through the rest of the transaction's work and could.
create sequence notification_number;

create table notification (
  id bigserial primary key,
  number bigint unique,
  type text not null,
  partner text,
  trace_id uuid,
  request_id text,
  declaration_id text,
  facts text not null,
  told_at timestamptz not null,
  once_key text unique,
  read_at timestamptz,
  read_by text
);
create index notification_unread on notification (number) where read_at is null;
create index notification_partner on notification (partner, number);

create function number_notification() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('notification', 0));
  update notification set number = nextval('notification_number') where id = new.id;
  return null;
end
$$;

create constraint trigger notification_numbered
  after insert on notification
  deferrable initially deferred
  for each row execute function number_notification();
