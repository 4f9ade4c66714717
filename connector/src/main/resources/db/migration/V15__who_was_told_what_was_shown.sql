-- Whose declaration it was that an auditor was shown, where it was a supplier's, and the message that tells the supplier; without one there
-- was no way to it. Of lines from before neither is known.
alter table access_journal add column supplier text;
alter table access_journal add column told_by uuid references outbox (message_id);
alter table access_journal add constraint access_journal_supplier_check
  check ((supplier is not null or told_by is null) and (side = 'OWNER' or supplier is null));
