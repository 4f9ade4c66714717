-- Each figure belongs to the company that handed it in, and is seen by that company alone. Until now every issuer handed in its own.
-- Which company holds a declaration: ids only, so that a message that names one is taken to its owner.
create table declaration_holder (
  declaration_id text not null,
  tenant text not null,
  primary key (declaration_id, tenant)
);
insert into declaration_holder select declaration_id, issuer from declaration;

alter table declaration_delivery add column tenant text;
update declaration_delivery set tenant = issuer;
alter table declaration_delivery
  alter column tenant set not null,
  alter column tenant set default current_setting('cfptrace.tenant'),
  drop constraint declaration_delivery_pkey,
  add primary key (tenant, message_id);

alter table declaration add column tenant text;
update declaration set tenant = issuer;
alter table declaration
  alter column tenant set not null,
  alter column tenant set default current_setting('cfptrace.tenant'),
  drop constraint declaration_declaration_id_key,
  drop constraint declaration_issuer_jti_key,
  add unique (tenant, declaration_id),
  add unique (tenant, issuer, jti);
drop index declaration_product;
create index declaration_product
  on declaration (tenant, trace_id, issuer, period_to desc, number desc);
drop index declaration_supersedes;
create index declaration_supersedes on declaration (tenant, supersedes)
  where supersedes is not null;

alter table issuer_word add column tenant text;
update issuer_word set tenant = issuer;
alter table issuer_word
  alter column tenant set not null,
  alter column tenant set default current_setting('cfptrace.tenant'),
  drop constraint issuer_word_pkey,
  add primary key (tenant, issuer, trace_id);

-- Also for the owner of the tables, which is the service itself.
alter table declaration enable row level security;
alter table declaration force row level security;
create policy own_rows on declaration using (tenant = current_setting('cfptrace.tenant', true));
alter table declaration_delivery enable row level security;
alter table declaration_delivery force row level security;
create policy own_rows on declaration_delivery
  using (tenant = current_setting('cfptrace.tenant', true));
alter table issuer_word enable row level security;
alter table issuer_word force row level security;
create policy own_rows on issuer_word using (tenant = current_setting('cfptrace.tenant', true));
