package org.cfptrace.aggregator.disclose.customer;

import org.cfptrace.aggregator.disclose.TargetName;

/** The data models a product carbon footprint is written in. */
public enum PcfFormat {
  /** {@code urn:samm:io.catenax.pcf:9.0.0#Pcf}. */
  CATENA_X_9(TargetName.CX_PCF_9, "cx-pcf-9", "9.0.0"),
  /** {@code urn:samm:io.catenax.pcf:10.0.0#Pcf}. */
  CATENA_X_10(TargetName.CX_PCF_10, "cx-pcf-10", "10.0.0"),
  /** ProductFootprint of the PACT data model 3. */
  PACT_3(TargetName.PACT_3, "pact-3", "3.0.0");

  private final TargetName target;
  private final String schema;
  private final String version;

  PcfFormat(TargetName target, String schema, String version) {
    this.target = target;
    this.schema = schema;
    this.version = version;
  }

  TargetName target() {
    return target;
  }

  /** Which of our JSON Schemas holds for its files. */
  String schema() {
    return schema;
  }

  /** The version of the data model, as its files state it. */
  String version() {
    return version;
  }

  boolean isCatenaX() {
    return this != PACT_3;
  }
}
