package org.cfptrace.aggregator.disclose.shell;

/** The semantic ids of the submodel CarbonFootprint 1.0 and of part 3 of the battery passport. */
final class Semantics {
  /** Beginning of the ids in value lists. */
  static final String VALUE = "0173-1#07-";

  private static final String IDTA = "https://admin-shell.io/idta/CarbonFootprint/";
  private static final String BATTERY_PASS =
      "urn:samm:io.admin-shell.idta.batterypass.carbon_footprint:1.0.0#";

  static final String SUBMODEL = IDTA + "CarbonFootprint/1/0";
  static final String FOOTPRINTS = IDTA + "ProductCarbonFootprints/1/0";
  static final String FOOTPRINT = IDTA + "ProductCarbonFootprint/1/0";
  static final String METHODS = IDTA + "PcfCalculationMethods/1/0";
  static final String METHOD = "0173-1#02-ABG854#003";
  static final String CO2EQ = "0173-1#02-ABG855#003";
  static final String UNIT = "0173-1#02-ABG856#003";
  static final String QUANTITY = "0173-1#02-ABG857#003";
  static final String PHASES = IDTA + "LifeCyclePhases/1/0";
  static final String PHASE = "0173-1#02-ABG858#003";
  static final String PUBLICATION_DATE = IDTA + "PublicationDate/1/0";
  static final String EXPIRATION_DATE = IDTA + "ExpirationDate/1/0";
  static final String ADDRESS =
      "https://admin-shell.io/zvei/nameplate/1/0/ContactInformations/AddressInformation";
  static final String DROP_IN = "https://admin-shell.io/smt-dropin/smt-dropin-use/1/0";
  static final String ADDRESS_IEC = "0112/2///61360_7#AAS002#001";
  static final String ADDRESS_ECLASS = "0173-1#02-AAQ837#008";
  static final String STREET = "0173-1#02-AAO128#002";
  static final String ZIPCODE = "0173-1#02-AAO129#002";
  static final String CITY = "0173-1#02-AAO132#002";
  static final String COUNTRY = "0173-1#02-AAO134#002";

  static final String BATTERY = BATTERY_PASS + "CarbonFootprintBattery";
  static final String PERFORMANCE_CLASS = BATTERY_PASS + "performanceClass";
  static final String STUDY = BATTERY_PASS + "webLinkToPublicCarbonFootprintStudy";
  static final String DOCUMENT_ID =
      "urn:samm:io.admin-shell.idta.handover_documentation:2.0.0#DocumentIdentifier";

  /** The template of IDTA 02023, as it stands in administrative information. */
  static final String TEMPLATE = "https://admin-shell.io/IDTA 02023-1-0";

  private Semantics() {}
}
