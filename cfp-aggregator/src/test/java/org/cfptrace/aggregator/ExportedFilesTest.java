package org.cfptrace.aggregator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cfptrace.aggregator.disclose.sign.SignedExports;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.SignedDeclaration;
import org.cfptrace.export.ExportStatement;
import org.cfptrace.keys.Sha256;
import org.cfptrace.log.EntryProof;
import org.cfptrace.log.InclusionProof;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.StrictJson;
import org.junit.jupiter.api.Test;

/** What an export hands out beside its files, and what it keeps for the company alone. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ExportedFilesTest extends OfficersDesk {
  private static final Instant LOGGED = Instant.parse("2026-11-27T10:00:00Z");
  private static final EntryProof PROOF =
      new EntryProof(new InclusionProof(0, 1, List.of()), "log\n1\nAAAA\n\n— log AAAAAAAA\n");
  private static final String SCREW =
      """
      {"name": "Screw", "unit": "kilogram", "own": %s}
      """
          .formatted(emits(2));
  private static final String PACT =
      ", \"options\": {\"crossSectoralStandards\": [\"ISO 14067:2018\"],"
          + " \"exemptedEmissionsPercent\": \"0\", \"fossilCarbonContent\": \"0\"}";

  private static final String SHELL = ", \"options\": {\"calculationMethods\": [\"ISO 14067\"]}";
  private static final Set<ClaimName> HANDED_ON = EnumSet.copyOf(Company.ALL_BUT_STAGES);

  static {
    HANDED_ON.add(ClaimName.TERMS);
  }

  @Inject SignedExports signatures;

  private String aFootprintForACustomer() {
    partner();
    write(car, SCREW).statusCode(200);
    String id = ordered(order("PACT_3", car, PACT));
    awaitState(id, "READY");
    return id;
  }

  private static JsonNode json(byte[] bytes) throws IOException {
    return new ObjectMapper().readTree(bytes);
  }

  private void isSigned(String id, String token, String manifestSha256) {
    Tenant tenant = new Tenant(maker.id);
    UUID request = UUID.fromString(export(id).extract().path("signature.requestId"));
    ExportStatement statement =
        new ExportStatement(
            maker.id,
            LOGGED,
            export(id).extract().path("exportId"),
            "PACT_3",
            manifestSha256,
            Optional.empty(),
            0,
            Optional.empty());
    signatures.signed(tenant, request, token, statement, LOGGED);
    signatures.logged(tenant, request, PROOF, LOGGED);
  }

  @Test
  void whatProvesAnExportLiesBesideItsFilesOnceItIsThere() throws IOException {
    String id = aFootprintForACustomer();
    for (String later : List.of("signature.jwt", "log-proof.json")) {
      get(maker, "/api/v1/exports/" + id + "/files/" + later)
          .statusCode(404)
          .body("code", equalTo("NOT_FOUND"));
    }
    assertThat(json(file(id, "job.json")).has("answeredAt")).isFalse();
    byte[] manifest = file(id, "manifest.json");
    String digest = Base64Url.encode(Sha256.of(manifest));
    export(id).body("signature.manifestSha256", equalTo(digest));

    isSigned(id, "header.payload.signature", digest);

    awaitState(id, "SIGNED");
    assertThat(new String(file(id, "signature.jwt"), UTF_8)).isEqualTo("header.payload.signature");
    assertThat(file(id, "log-proof.json")).isEqualTo(StrictJson.write(PROOF.toJson()));
    assertThat(file(id, "manifest.json")).isEqualTo(manifest);
    JsonNode job = json(file(id, "job.json"));
    assertThat(job.fieldNames())
        .toIterable()
        .containsExactly(
            "id",
            "exportId",
            "orderedBy",
            "orderedAt",
            "endedAt",
            "askedAt",
            "answeredAt",
            "loggedAt");
    assertThat(job.path("id").textValue()).isEqualTo(id);
    assertThat(job.path("exportId").textValue())
        .isEqualTo(json(manifest).path("exportId").textValue());
    assertThat(job.path("loggedAt").textValue()).isEqualTo(LOGGED.toString());
    assertThat(Instant.parse(job.path("orderedAt").textValue()))
        .isBefore(Instant.parse(job.path("endedAt").textValue()));
  }

  @Test
  void aSignatureThatIsWaitedForIsAskedForAgainUnderTheSameRequest() throws IOException {
    String id = aFootprintForACustomer();
    String request = export(id).extract().path("signature.requestId");

    act(id, "signature-request", "").statusCode(200).body("signature.requestId", equalTo(request));

    isSigned(
        id, "header.payload.signature", Base64Url.encode(Sha256.of(file(id, "manifest.json"))));
    act(id, "signature-request", "").statusCode(409).body("code", equalTo("NOT_ALLOWED_NOW"));
  }

  @Test
  void aCustomersZipDoesNotTellWhoSuppliesWhomAndItsManifestHoldsTheDigestOfIt()
      throws IOException {
    String id = aFootprintForACustomer();
    Map<String, byte[]> zip = entries(file(id, "export.zip"));
    String at = folder(car) + "/";

    assertThat(zip.keySet())
        .containsExactly("manifest.json", at + "product-footprint.json", at + "manifest.json");
    get(maker, "/api/v1/exports/" + id + "/subjects/1")
        .body("files.path", hasItem(at + "provenance.json"))
        .body("files.findAll { it.beside }.path", equalTo(List.of(at + "provenance.json")));
    byte[] provenance = file(id, at + "provenance.json");
    assertThat(json(provenance).path("salt").textValue()).hasSize(43);
    assertThat(json(zip.get(at + "manifest.json")).path("provenanceSha256").textValue())
        .isEqualTo(hex(Sha256.of(provenance)));
    get(newCompany(), "/api/v1/exports/" + id + "/files/" + at + "provenance.json").statusCode(404);
    get(maker, "/api/v1/exports/" + id).body("files.path", not(hasItem(at + "provenance.json")));
  }

  /** A car whose coil comes from a supplier of the company's, who is unknown here. */
  private Company aCarWithACoil() {
    partner();
    Company supplier = newCompany();
    SignedDeclaration coil =
        supplier.declaresTo(maker.id, 3, Audience.AGGREGATOR, Audience.AUDITOR);
    send(maker.presents(coil, HANDED_ON));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> get(maker, "/api/v1/declarations/" + coil.id().value()).statusCode(200));
    String line =
        procured("coil-of-the-secret-mill", "1", Company.CAR)
            .replace(maker.id.did(), supplier.id.did());
    write(car, product("Car", 10, line)).statusCode(200);
    awaitTotal(car, "13", true);
    return supplier;
  }

  private String previewed(String order) {
    String id = ordered(order);
    await().atMost(PATIENCE).untilAsserted(() -> export(id).body("progress.gathered", equalTo(1)));
    return get(maker, "/api/v1/exports/" + id + "/subjects/1").statusCode(200).extract().asString();
  }

  @Test
  void aPreviewForACustomerHoldsNoSupplierAndNoLineAndThatForAnAuditorDoes() throws IOException {
    String supplier = aCarWithACoil().id.did();

    JsonNode customers = json(previewed(order("IDTA_02023", car, SHELL)).getBytes(UTF_8));
    assertThat(customers.path("audience").textValue()).isEqualTo("NEXT_TIER");
    assertThat(customers.path("discloses").toString()).doesNotContain("inputs");
    assertThat(customers.path("preview").findValuesAsText("text").toString())
        .contains("13")
        .doesNotContain(supplier)
        .doesNotContain("coil-of-the-secret-mill");

    JsonNode auditors = json(previewed(order("AUDITORS_PACK", car, "")).getBytes(UTF_8));
    assertThat(auditors.path("audience").textValue()).isEqualTo("AUDITOR");
    assertThat(auditors.path("discloses").toString()).contains("inputs");
    assertThat(auditors.path("preview").findValuesAsText("text").toString())
        .contains(supplier)
        .contains("coil-of-the-secret-mill");
  }

  @Test
  void aVehicleForACustomerIsPreviewedAsThatAndWithoutItsParts() throws IOException {
    String supplier = aCarWithACoil().id.did();
    writer()
        .body("{\"massKilograms\": \"1500\", \"lifetimeKilometres\": \"200000\"}")
        .put("/api/v1/vehicles/" + car + "/model")
        .then()
        .statusCode(200);

    JsonNode customers =
        json(
            previewed(
                    order("VEHICLE_PART_LIST", car, ", \"options\": {\"audience\": \"CUSTOMER\"}"))
                .getBytes(UTF_8));
    assertThat(customers.path("audience").textValue()).isEqualTo("NEXT_TIER");
    assertThat(customers.path("discloses").toString()).contains("total").doesNotContain("inputs");
    assertThat(customers.path("preview").findValuesAsText("text").toString())
        .contains("13")
        .doesNotContain(supplier)
        .doesNotContain("coil-of-the-secret-mill");

    JsonNode own = json(previewed(order("VEHICLE_PART_LIST", car, "")).getBytes(UTF_8));
    assertThat(own.path("audience").textValue()).isEqualTo("SELF");
    assertThat(own.path("preview").findValuesAsText("text").toString())
        .contains("coil-of-the-secret-mill");
  }

  @Test
  void anAllocationChangesNoByte() {
    partner();
    write(car, SCREW).statusCode(200);
    String order = order("PACT_3", car, PACT + asOf(Instant.now()));
    String before = ordered(order);
    awaitState(before, "READY");
    byte[] zip = file(before, "export.zip");
    act(before, "revocation", "{\"reason\": \"to be made again\"}").statusCode(200);

    allocatesAReductionTo(car);

    String after = ordered(order);
    awaitState(after, "READY");
    assertThat(file(after, "export.zip")).isEqualTo(zip);
  }

  /** So that the product has a second figure beside its own. */
  private void allocatesAReductionTo(String product) {
    String pool =
        officer()
            .body(
                """
                {"project": "P-%s", "site": "Works A", "productLine": "%s",
                 "period": {"from": "2026-01-01", "to": "2026-12-31"},
                 "verifiedReduction": "30000", "verifier": "Verifier",
                 "totalMass": "100000", "actualEmissions": "200000"}
                """
                    .formatted(product, product))
            .post("/api/v1/gx/pools")
            .then()
            .statusCode(201)
            .extract()
            .path("pool.id");
    officer()
        .body(
            """
            {"certificateId": "C-%s", "productLot": "%s", "site": "Works A", "mass": "15000",
             "reduction": "30000", "method": "GX_ALLOCATION"}
            """
                .formatted(folder(product), product))
        .post("/api/v1/gx/pools/" + pool + "/allocations")
        .then()
        .statusCode(201)
        .body("cfpAfterAllocation.value", equalTo("0.3"));
  }

  private static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }
}
