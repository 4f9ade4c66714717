package org.cfptrace.aggregator.disclose.shell;

import java.util.Arrays;
import java.util.Optional;

/** The value list of calculation methods (ECLASS 0173-1#09-AAO115#003). */
enum CalculationMethod {
  EN_15804("EN 15804", "ABU223#003"),
  GHG_PROTOCOL("GHG Protocol", "ABU221#003"),
  IEC_TS_63058("IEC TS 63058", "ABU222#003"),
  IEC_63366("IEC 63366", "ACA792#002"),
  ISO_14040("ISO 14040, ISO 14044", "ABV505#003"),
  ISO_14067("ISO 14067", "ABU218#003"),
  PEP("PEP Ecopassport", "ABU220#003"),
  PACT_1("PACT v1.0.1", "ACC004#001"),
  PACT_2("PACT v2.0.0", "ACC003#001"),
  PACT_3("PACT v3.0.0", "ACC012#001"),
  TFS_2("TFS v2", "ACC005#001"),
  TFS_3("TFS v3", "ACC010#001"),
  CATENA_X_1("Catena-X v1", "ACC007#001"),
  CATENA_X_2("Catena-X v2", "ACC006#001"),
  CATENA_X_3("Catena-X v3", "ACC011#001"),
  PAS_2050("BS PAS 2050", "ACC008#001"),
  IEC_63372("IEC 63372", "ACC019#001");

  private final String text;
  private final String code;

  CalculationMethod(String text, String code) {
    this.text = text;
    this.code = code;
  }

  /** The id of a method; empty for one that is not in the list, which is then text alone. */
  static Optional<String> valueId(String text) {
    return Arrays.stream(values())
        .filter(method -> method.text.equals(text))
        .findFirst()
        .map(method -> Semantics.VALUE + method.code);
  }
}
