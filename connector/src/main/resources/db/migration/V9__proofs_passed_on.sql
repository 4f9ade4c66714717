-- The message that passed on, behind a presentation, the proof that what was handed on is in the public log.
alter table presentation add column proof_message_id uuid;
create index presentation_unproven on presentation (declaration_id) where proof_message_id is null and fallen is null;
