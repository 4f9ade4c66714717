-- The aggregator's own tables of partners and messages become those that every participant has (db/exchange): nothing is lost on the way,
-- no partner, no key, no message that waits. What is missing after this is added by that script.

-- One thread with each partner, for the two companies themselves.
create table partner_thread (
  partner text not null,
  trace_id text not null,
  thread text not null unique,
  primary key (partner, trace_id)
);
insert into partner_thread (partner, trace_id, thread)
  select participant, '', thread from partner on conflict do nothing;

-- The registry was told while the acceptance was being written, so what is accepted is open.
alter table partner drop constraint partner_state_check;
alter table partner
  add check (state in ('INVITED', 'INVITES_US', 'ACCEPTED', 'REFUSED')),
  alter column participant type text,
  alter column name type text,
  alter column state type text,
  alter column note type text,
  alter column reason type text,
  alter column trusted_keys type text[]
    using array_remove(string_to_array(trusted_keys, ' '), ''),
  drop column thread,
  add column inbox text check (inbox in ('CLOSED', 'OPENING', 'OPEN', 'CLOSING')),
  add column registry_due_at timestamptz,
  add column registry_failures integer not null default 0,
  add column version bigint not null default 1;
update partner set
  inbox = case state when 'ACCEPTED' then 'OPEN' else 'CLOSED' end,
  registry_due_at = changed_at;
alter table partner
  alter column inbox set not null,
  alter column registry_due_at set not null,
  alter column registry_failures drop default,
  alter column version drop default;

alter table directory_entry alter column participant type text;
alter table directory_state rename column id to only_row;
alter table directory_state drop constraint directory_state_id_check;
alter table directory_state alter column only_row type boolean using true;
alter table directory_state add check (only_row);

alter table outgoing_thread
  alter column recipient type text,
  alter column thread type text;
alter table outbox
  alter column recipient type text,
  alter column way type text,
  alter column thread type text,
  alter column type type text,
  alter column state type text,
  alter column reason type text,
  add column message bytea;
update outbox set message = convert_to(token, 'UTF8');
alter table outbox alter column message set not null, drop column token;

-- Where a message stood in its thread was not noted; the place of its thread was.
alter table incoming_thread
  alter column sender type text,
  alter column thread type text;
alter table incoming_message rename column at to received_at;
alter table incoming_message
  alter column sender type text,
  alter column message_id type text,
  alter column digest type text,
  add column thread text not null default '',
  add column seq bigint not null default 0,
  add column outcome text check (outcome in ('APPLIED', 'QUARANTINED'));
update incoming_message
  set outcome = case when digest is null then 'QUARANTINED' else 'APPLIED' end;
alter table incoming_message
  alter column thread drop default,
  alter column seq drop default,
  alter column outcome set not null;

alter table quarantine
  alter column state type text,
  alter column way type text,
  alter column sender type text,
  alter column message_id type text,
  alter column thread type text,
  alter column reason type text,
  drop column outward;
