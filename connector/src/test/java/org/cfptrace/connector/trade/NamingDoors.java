package org.cfptrace.connector.trade;

import io.restassured.http.Method;
import java.util.stream.Stream;
import org.cfptrace.connector.wiring.Given;
import org.cfptrace.footprint.TraceId;

/** Every door of the connector with an identifier in its path, and how it is asked well. */
final class NamingDoors {
  /** The short id of the partner that stands in bodies and in the rest of a path. */
  static final String PARTNER = "zzzzzzzzzzzzzzse";

  private static final String API = "/api/v1";
  private static final String LINK = "/products/{traceId}/bill-of-materials/lines/{lineId}/sources";
  private static final String PRESENTATION =
      "/declarations/{declarationId}/presentations/{recipientId}";
  private static final String RELEASE = "/releases/{partnerId}/{traceId}";
  private static final String REASON = "{\"reason\": \"x\"}";
  private static final String TERMS = "{\"switches\": {\"total\": true}}";
  private static final String SOURCE =
      """
      {"partnerId": "did:web:registry.cfptrace.example:participants:%s",
       "supplierTraceId": "%s", "share": "1"}\
      """
          .formatted(PARTNER, TraceId.random());

  private NamingDoors() {}

  /** What an identifier in a path is of. */
  enum Kind {
    PRODUCT,
    LINE,
    PLANT,
    DECLARATION,
    PARTICIPANT,
    REQUEST,
    CORRECTION,
    MANDATE,
    AUDIT,
    QUARANTINED,
    /** Of a notification or an alarm: each company counts its own from one. */
    NUMBER,
    /** Of a proposal, a signature request or an audit request: what is there is no such thing. */
    OTHER
  }

  /**
   * A door, and which of the identifiers in its path is put to the test.
   *
   * @param body that is in order, so that nothing but the identifier is at fault
   */
  record Asked(Method method, String path, String parameter, Kind kind, String body) {
    String door() {
      return method + " " + path;
    }
  }

  static Stream<Asked> all() {
    return Stream.of(
        get("/plants/{plantId}", "plantId", Kind.PLANT),
        put(
            "/plants/{plantId}",
            "plantId",
            Kind.PLANT,
            "{\"plantName\":\"x\",\"plantAddress\":\"x\"}"),
        get("/products/{traceId}", "traceId", Kind.PRODUCT),
        put(
            "/products/{traceId}",
            "traceId",
            Kind.PRODUCT,
            "{\"partsName\":\"x\",\"unit\":\"piece\"}"),
        delete("/products/{traceId}", "traceId", Kind.PRODUCT),
        get("/products/{traceId}/bill-of-materials", "traceId", Kind.PRODUCT),
        put("/products/{traceId}/bill-of-materials", "traceId", Kind.PRODUCT, "{\"lines\":[]}"),
        post(LINK, "traceId", Kind.PRODUCT, SOURCE),
        post(LINK, "lineId", Kind.LINE, SOURCE),
        get("/products/{traceId}/emissions", "traceId", Kind.PRODUCT),
        post("/products/{traceId}/emissions", "traceId", Kind.PRODUCT, Given.emissionsJson("1")),
        get("/products/{traceId}/footprint", "traceId", Kind.PRODUCT),
        get("/products/{traceId}/progress", "traceId", Kind.PRODUCT),
        get("/declarations/{declarationId}", "declarationId", Kind.DECLARATION),
        get("/declarations/{declarationId}/impact", "declarationId", Kind.DECLARATION),
        post("/declarations/{declarationId}/recall", "declarationId", Kind.DECLARATION, REASON),
        get("/declarations/{declarationId}/attestation", "declarationId", Kind.DECLARATION),
        get("/declarations/{declarationId}/presentations", "declarationId", Kind.DECLARATION),
        post(
            "/declarations/{declarationId}/presentations",
            "declarationId",
            Kind.DECLARATION,
            "{\"recipient\":\"" + PARTNER + "\"}"),
        delete(PRESENTATION, "declarationId", Kind.DECLARATION),
        delete(PRESENTATION, "recipientId", Kind.PARTICIPANT),
        get("/partners/{participantId}", "participantId", Kind.PARTICIPANT),
        post(
            "/partners/{participantId}/acceptance",
            "participantId",
            Kind.PARTICIPANT,
            "{\"fingerprint\":\"" + "1234567890".repeat(4) + "\"}"),
        post("/partners/{participantId}/refusal", "participantId", Kind.PARTICIPANT, REASON),
        post("/partners/{participantId}/resend", "participantId", Kind.PARTICIPANT, ""),
        get(RELEASE, "partnerId", Kind.PARTICIPANT),
        get(RELEASE, "traceId", Kind.PRODUCT),
        put(RELEASE + "/draft", "partnerId", Kind.PARTICIPANT, TERMS),
        put(RELEASE + "/draft", "traceId", Kind.PRODUCT, TERMS),
        post(RELEASE + "/approval", "partnerId", Kind.PARTICIPANT, ""),
        post(RELEASE + "/approval", "traceId", Kind.PRODUCT, ""),
        get("/requests/{requestId}", "requestId", Kind.REQUEST),
        post(
            "/requests/{requestId}/link",
            "requestId",
            Kind.REQUEST,
            "{\"traceId\":\"" + TraceId.random() + "\"}"),
        post("/requests/{requestId}/reply", "requestId", Kind.REQUEST, "{\"message\":\"x\"}"),
        post("/requests/{requestId}/reject", "requestId", Kind.REQUEST, REASON),
        post("/requests/{requestId}/cancel", "requestId", Kind.REQUEST, "{}"),
        post("/requests/{requestId}/remind", "requestId", Kind.REQUEST, "{}"),
        post("/corrections/{correctionId}/approval", "correctionId", Kind.CORRECTION, ""),
        post("/corrections/{correctionId}/dismissal", "correctionId", Kind.CORRECTION, ""),
        get("/proposals/{proposalId}", "proposalId", Kind.OTHER),
        post("/proposals/{proposalId}/acceptance", "proposalId", Kind.OTHER, ""),
        post("/proposals/{proposalId}/refusal", "proposalId", Kind.OTHER, REASON),
        get("/signature-requests/{requestId}", "requestId", Kind.OTHER),
        post(
            "/signature-requests/{requestId}/signature",
            "requestId",
            Kind.OTHER,
            "{\"manifestSha256\":\"" + ToSign.MANIFEST + "\"}"),
        post("/signature-requests/{requestId}/refusal", "requestId", Kind.OTHER, REASON),
        get("/audits/{auditId}", "auditId", Kind.AUDIT),
        get("/audits/{auditId}/asked", "auditId", Kind.AUDIT),
        get("/audits/{auditId}/hops", "auditId", Kind.AUDIT),
        get("/audits/{auditId}/report", "auditId", Kind.AUDIT),
        get("/audits/{auditId}/report.pdf", "auditId", Kind.AUDIT),
        get("/audits/{auditId}/bundle", "auditId", Kind.AUDIT),
        post("/audits/{auditId}/conclusion", "auditId", Kind.AUDIT, ""),
        post("/audits/{auditId}/attestation", "auditId", Kind.AUDIT, ""),
        post("/audits/{auditId}/attestation/withdrawal", "auditId", Kind.AUDIT, REASON),
        get("/audits/requests/{auditRequestId}", "auditRequestId", Kind.OTHER),
        post("/audits/requests/{auditRequestId}/approval", "auditRequestId", Kind.OTHER, ""),
        post("/audits/requests/{auditRequestId}/refusal", "auditRequestId", Kind.OTHER, "{}"),
        get("/audits/mandates/{mandateId}", "mandateId", Kind.MANDATE),
        post("/audits/mandates/{mandateId}/withdrawal", "mandateId", Kind.MANDATE, ""),
        post("/notifications/{number}/reading", "number", Kind.NUMBER, ""),
        post("/alarms/{number}/settlement", "number", Kind.NUMBER, ""),
        post("/quarantine/{id}/replay", "id", Kind.QUARANTINED, ""));
  }

  private static Asked get(String path, String parameter, Kind kind) {
    return new Asked(Method.GET, API + path, parameter, kind, "");
  }

  private static Asked put(String path, String parameter, Kind kind, String body) {
    return new Asked(Method.PUT, API + path, parameter, kind, body);
  }

  private static Asked post(String path, String parameter, Kind kind, String body) {
    return new Asked(Method.POST, API + path, parameter, kind, body);
  }

  private static Asked delete(String path, String parameter, Kind kind) {
    return new Asked(Method.DELETE, API + path, parameter, kind, "");
  }
}
