-- Which key a declaration was signed with: with a key that is compromised goes what it signed.
alter table declaration add column signed_with text;
-- The owner of the tables is held by the rule too, and has to see all rows for once.
alter table declaration no force row level security;
alter table declaration_delivery no force row level security;
update declaration d set signed_with = (
  select substring(
    convert_from(decode(rpad(translate(h.header, '-_', '+/'), (length(h.header) + 3) / 4 * 4, '='), 'base64'), 'UTF8')
    from '"kid":"([A-Za-z0-9_-]{43})"')
  from declaration_delivery y
    cross join lateral (select split_part(convert_from(y.token, 'UTF8'), '.', 1) as header) h
  where y.declaration = d.number and h.header like 'eyJ%'
  limit 1);
create index declaration_signed_with on declaration (tenant, issuer, signed_with);

-- Who has issued what is kept here, of all companies together: names alone, whose entries in the directory are followed.
create table collected_issuer (
  issuer text primary key
);
insert into collected_issuer select distinct issuer from declaration;
alter table declaration force row level security;
alter table declaration_delivery force row level security;

-- When issuers were suspended, as the directory said; the same for all companies.
create table issuer_suspended (
  issuer text not null,
  number bigint generated always as identity,
  suspended_from timestamptz not null,
  suspended_until timestamptz,
  primary key (issuer, number)
);
create unique index issuer_suspended_now on issuer_suspended (issuer)
  where suspended_until is null;

-- Who has handed a declaration on can say that figures are missing behind it by now, and since when.
alter table declaration add column tree_incomplete_since date;
