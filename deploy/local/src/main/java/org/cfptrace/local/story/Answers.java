package org.cfptrace.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** Where the connector's answers say what: one place to look when a door changes its words. */
final class Answers {

  private static final BigDecimal ROUNDING = new BigDecimal("0.000000003");

  private Answers() {}

  static String traceId(JsonNode answer) {
    return answer.path("traceId").asText(answer.path("product").path("traceId").asText());
  }

  static String productName(JsonNode answer) {
    return answer.path("partsName").asText(answer.path("product").path("name").asText());
  }

  static String issuer(JsonNode declaration) {
    return declaration.path("issuer").asText();
  }

  static boolean isFrom(JsonNode declaration, String participant) {
    return names(issuer(declaration), participant);
  }

  static boolean isFor(JsonNode declaration, String participant) {
    return names(declaration.path("recipient").asText(), participant);
  }

  static boolean names(String given, String participant) {
    return given.equals(participant) || given.endsWith(":" + participant);
  }

  static boolean isActive(JsonNode declaration) {
    return declaration.path("state").asText().equals("ACTIVE");
  }

  static String own(JsonNode footprint) {
    return footprint.path("own").path("exclBiogenicUptake").asText();
  }

  static String total(JsonNode answer) {
    return answer.path("total").path("exclBiogenicUptake").asText();
  }

  static BigDecimal kilograms(JsonNode answer) {
    String total = total(answer);
    return total.isEmpty() ? BigDecimal.ZERO : new BigDecimal(total);
  }

  /** A declaration rounds to the microgram, in each of three parts, what a footprint says. */
  static boolean isSameFigure(JsonNode declaration, JsonNode footprint) {
    BigDecimal difference = kilograms(declaration).subtract(kilograms(footprint)).abs();
    return difference.compareTo(ROUNDING) <= 0;
  }

  static boolean isComplete(JsonNode answer) {
    return answer.path("total").path("complete").asBoolean();
  }

  static String unit(JsonNode answer) {
    return answer.path("unit").asText(answer.path("product").path("unit").asText());
  }
}
