-- Products, what goes into them, own emissions; the journal; keys of past writes.

CREATE TABLE idempotency_key (
  who            varchar(200) NOT NULL,
  key            varchar(100) NOT NULL,
  request_digest varchar(64)  NOT NULL,
  created_at     timestamptz  NOT NULL,
  status         integer      NOT NULL,
  body           text,
  version        bigint,
  location       text,
  PRIMARY KEY (who, key)
);
CREATE INDEX idempotency_key_created_at ON idempotency_key (created_at);

CREATE TABLE journal (
  number  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at      timestamptz  NOT NULL,
  who     varchar(200) NOT NULL,
  action  varchar(100) NOT NULL,
  subject varchar(300) NOT NULL
);

CREATE TABLE plant (
  id              uuid PRIMARY KEY,
  name            varchar(256) NOT NULL,
  address         varchar(256) NOT NULL,
  open_plant_id   varchar(26) UNIQUE,
  global_plant_id varchar(256),
  version         bigint NOT NULL
);

CREATE TABLE product (
  trace_id      uuid PRIMARY KEY,
  name          varchar(50) NOT NULL,
  support_name  varchar(50),
  label_name    varchar(50),
  label_remark1 varchar(50),
  label_remark2 varchar(50),
  label_remark3 varchar(50),
  category      varchar(100),
  unit          varchar(20) NOT NULL,
  mass_per_unit numeric,
  plant_id      uuid REFERENCES plant,
  version       bigint NOT NULL,
  CONSTRAINT product_names UNIQUE NULLS NOT DISTINCT (plant_id, name, support_name)
);

CREATE TABLE bill_of_materials (
  trace_id uuid PRIMARY KEY REFERENCES product ON DELETE CASCADE,
  version  bigint NOT NULL
);

CREATE SEQUENCE bom_line_seq INCREMENT BY 100;

-- Content by kind: PROCURED has sources, OWN names a product of this company, TERMINAL holds the owner's estimate; on a PROCURED line with proxy the
-- estimate (or, without one, the last known figure) stands in for what cannot be used.
CREATE TABLE bom_line (
  id                 bigint PRIMARY KEY,
  trace_id           uuid NOT NULL REFERENCES bill_of_materials ON DELETE CASCADE,
  position           integer NOT NULL,
  line_id            varchar(64) NOT NULL,
  part_name          varchar(50) NOT NULL,
  amount             numeric NOT NULL CHECK (amount > 0),
  unit               varchar(20) NOT NULL,
  yield              numeric NOT NULL CHECK (yield > 0 AND yield <= 1),
  mass_per_unit      numeric,
  kind               varchar(10) NOT NULL,
  own_trace_id       uuid REFERENCES product,
  proxy              boolean NOT NULL,
  estimate_origin    varchar(10),
  estimate_unit      varchar(20),
  estimate_note      varchar(200),
  estimate_values    jsonb,
  estimate_quality   jsonb,
  UNIQUE (trace_id, line_id)
);
CREATE INDEX bom_line_own ON bom_line (own_trace_id) WHERE own_trace_id IS NOT NULL;

CREATE SEQUENCE line_source_seq INCREMENT BY 100;
CREATE TABLE line_source (
  id                bigint PRIMARY KEY,
  line              bigint NOT NULL REFERENCES bom_line ON DELETE CASCADE,
  trace_id          uuid NOT NULL,
  position          integer NOT NULL,
  partner           varchar(300) NOT NULL,
  supplier_trace_id uuid NOT NULL,
  share             numeric NOT NULL,
  valid_from        date,
  valid_to          date
);
CREATE INDEX line_source_line ON line_source (line);
CREATE INDEX line_source_product ON line_source (trace_id);
CREATE INDEX line_source_supplier ON line_source (partner, supplier_trace_id);

CREATE TABLE own_emissions (
  number                  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id                      uuid NOT NULL UNIQUE,
  trace_id                uuid NOT NULL REFERENCES product,
  period_from             date NOT NULL,
  period_to               date NOT NULL,
  plant_id                uuid REFERENCES plant,
  profile                 varchar(20) NOT NULL,
  amounts                 jsonb NOT NULL,
  method                  jsonb NOT NULL,
  quality                 jsonb,
  primary_activity_data   boolean NOT NULL,
  primary_emission_factor boolean NOT NULL,
  posted_at               timestamptz NOT NULL
);
CREATE INDEX own_emissions_product ON own_emissions (trace_id, period_to DESC, number DESC);
