-- Whether who was handed a supplier's declaration has last heard that figures are missing behind it.
alter table presentation add column said_incomplete boolean not null default false;

-- What those who were given a figure without having asked were last told of how far the tree behind it is.
create table progress_told (
  partner text not null,
  trace_id uuid not null,
  said text not null,
  primary key (partner, trace_id)
);
