-- Who has handed a supplier's declaration on can say later that it is no figure any more.
alter table declaration
  add column fallen text check (fallen in ('RECALLED', 'SUPERSEDED', 'WITHHELD', 'ENDED')),
  add column fallen_reason text,
  add column fallen_on date,
  add column fallen_at timestamptz,
  add check (num_nonnulls(fallen, fallen_on, fallen_at) in (0, 3)),
  add check (fallen is not null or fallen_reason is null);
