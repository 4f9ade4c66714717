-- Whether some tier behind an issuer's product keeps its counts of requests to itself.
alter table issuer_word add column counts_partial boolean not null default false;
