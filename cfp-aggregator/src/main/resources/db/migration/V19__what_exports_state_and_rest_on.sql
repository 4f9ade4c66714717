-- How many findings the files of a subject state: the manifest of the whole adds them up, and the company signs the sum.
alter table export_subject add column warnings bigint not null default 0;
alter table export_subject add column overridden bigint not null default 0;
