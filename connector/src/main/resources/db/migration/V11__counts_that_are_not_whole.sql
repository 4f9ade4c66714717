-- Whether some tier behind a supplier's product keeps its counts of requests to itself.
alter table supplier_word add column counts_partial boolean not null default false;
