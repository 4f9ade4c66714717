package org.cfptrace.connector.wiring;

import static org.cfptrace.connector.wiring.Door.writing;

import java.util.UUID;

/** What a company has already written when a test begins; each through its door. */
public final class Given {
  private static final String METHOD =
      """
      {"standards": ["ISO 14067:2018"], "gwp": "AR6", "boundary": "CRADLE_TO_GATE"}\
      """;

  private Given() {}

  /** A new product in this unit; its trace id. */
  public static String aProduct(String unit) {
    return aProduct("Part " + UUID.randomUUID().toString().substring(0, 8), unit);
  }

  /** A new product of this name in this unit; its trace id. */
  public static String aProduct(String name, String unit) {
    return writing(
            """
            {"partsName": "%s", "unit": "%s"}\
            """
                .formatted(name, unit))
        .post("/api/v1/products")
        .then()
        .statusCode(201)
        .extract()
        .path("traceId");
  }

  /** Own emissions of so many kg, primary, for the year that ends in March 2026. */
  public static void emissions(String traceId, String kilograms) {
    writing(emissionsJson(kilograms))
        .post("/api/v1/products/" + traceId + "/emissions")
        .then()
        .statusCode(201);
  }

  /** The body of such a posting. */
  public static String emissionsJson(String kilograms) {
    return """
    {"period": {"from": "2025-04-01", "to": "2026-03-31"},
     "values": [{"stage": "main", "account": "fossil", "value": "%s"}],
     "method": %s, "primaryActivityData": true, "primaryEmissionFactor": true}\
    """
        .formatted(kilograms, METHOD);
  }

  /** A bill of materials of these lines, written for the first time. */
  public static void billOfMaterials(String traceId, String... lines) {
    writing("{\"lines\": [" + String.join(",", lines) + "]}")
        .put("/api/v1/products/" + traceId + "/bill-of-materials")
        .then()
        .statusCode(200);
  }

  /** A line that is another product of this company. */
  public static String ownLine(String traceId, String amount, String unit) {
    return """
    {"partName": "own part", "amount": "%s", "unit": "%s", "kind": "OWN", "ownTraceId": "%s"}\
    """
        .formatted(amount, unit, traceId);
  }
}
