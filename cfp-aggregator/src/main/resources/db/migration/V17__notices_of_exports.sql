-- What exports rest on and has fallen since is a notice to the company's people, unless the export itself says so: because it had
-- fallen when its facts were gathered, or because the export stood no more.
alter table export_mark add column number bigint generated always as identity;
alter table export_mark add column told boolean not null default false;
create index export_mark_told on export_mark (tenant, number) where told;

-- Which version of the software an export's name was worked out by: no other may make its files.
alter table export_job add column software text;
