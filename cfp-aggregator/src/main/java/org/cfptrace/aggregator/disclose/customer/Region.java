package org.cfptrace.aggregator.disclose.customer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The sub-regions of UN M49 that Catena-X and PACT know, with their countries. A country that M49
 * does not list is in none, and nothing is said against it.
 */
enum Region {
  NORTHERN_AFRICA("Africa", "Northern Africa", "DZ EG EH LY MA SD TN"),
  SUB_SAHARAN_AFRICA(
      "Africa",
      "Sub-Saharan Africa",
      "AO BF BI BJ BW CD CF CG CI CM CV DJ ER ET GA GH GM GN GQ GW IO KE KM LR LS MG ML MR MU MW MZ"
          + " NA NE NG RE RW SC SH SL SN SO SS ST SZ TD TF TG TZ UG YT ZA ZM ZW"),
  LATIN_AMERICA_AND_THE_CARIBBEAN(
      "Americas",
      "Latin America and the Caribbean",
      "AG AI AR AW BB BL BO BQ BR BS BV BZ CL CO CR CU CW DM DO EC FK GD GF GP GS GT GY HN HT JM KN"
          + " KY LC MF MQ MS MX NI PA PE PR PY SR SV SX TC TT UY VC VE VG VI"),
  NORTHERN_AMERICA("Americas", "Northern America", "BM CA GL PM US"),
  CENTRAL_ASIA("Asia", "Central Asia", "KG KZ TJ TM UZ"),
  EASTERN_ASIA("Asia", "Eastern Asia", "CN HK JP KP KR MN MO"),
  SOUTH_EASTERN_ASIA("Asia", "South-eastern Asia", "BN ID KH LA MM MY PH SG TH TL VN"),
  SOUTHERN_ASIA("Asia", "Southern Asia", "AF BD BT IN IR LK MV NP PK"),
  WESTERN_ASIA("Asia", "Western Asia", "AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE"),
  EASTERN_EUROPE("Europe", "Eastern Europe", "BG BY CZ HU MD PL RO RU SK UA"),
  NORTHERN_EUROPE("Europe", "Northern Europe", "AX DK EE FI FO GB GG IE IM IS JE LT LV NO SE SJ"),
  SOUTHERN_EUROPE("Europe", "Southern Europe", "AD AL BA ES GI GR HR IT ME MK MT PT RS SI SM VA"),
  WESTERN_EUROPE("Europe", "Western Europe", "AT BE CH DE FR LI LU MC NL"),
  AUSTRALIA_AND_NEW_ZEALAND("Oceania", "Australia and New Zealand", "AU CC CX HM NF NZ"),
  MELANESIA("Oceania", "Melanesia", "FJ NC PG SB VU"),
  MICRONESIA("Oceania", "Micronesia", "FM GU KI MH MP NR PW UM"),
  POLYNESIA("Oceania", "Polynesia", "AS CK NU PF PN TK TO TV WF WS");

  /** Names that only Catena-X adds. */
  static final List<String> OF_CATENA_X = List.of("Global", "Several");

  private final String around;
  private final String text;
  private final String countries;

  Region(String around, String text, String countries) {
    this.around = around;
    this.text = text;
    this.countries = countries;
  }

  /** The sub-region of a country. */
  static Optional<String> of(String country) {
    return byCountry(country).map(region -> region.text);
  }

  /** Whether it is the name of a region or sub-region. */
  static boolean isName(String name) {
    return Arrays.stream(values())
        .anyMatch(region -> region.text.equals(name) || region.around.equals(name));
  }

  /** Whether a country is outside a region of that name, as far as M49 tells. */
  static boolean excludes(String name, String country) {
    return isName(name)
        && byCountry(country)
            .filter(region -> !region.text.equals(name) && !region.around.equals(name))
            .isPresent();
  }

  private static Optional<Region> byCountry(String country) {
    return Arrays.stream(values())
        .filter(region -> Arrays.asList(region.countries.split(" ", -1)).contains(country))
        .findFirst();
  }
}
