package org.cfptrace.it.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.cfptrace.export.ExportStatement;
import org.cfptrace.it.Platform;
import org.cfptrace.keys.Sha256;
import org.cfptrace.keys.VerificationKey;
import org.cfptrace.local.stack.LocalStack;
import org.cfptrace.local.story.Desk;
import org.cfptrace.local.story.Door;
import org.cfptrace.local.story.Operator;
import org.cfptrace.log.EntryProof;
import org.cfptrace.log.LogEntry;
import org.cfptrace.participant.TrustAnchor;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.verify.SignedTokens;
import org.junit.jupiter.api.Test;

/**
 * An auditor's pack of the car in the three companies' story: ordered at the aggregator, signed by
 * the car maker's own connector, and checked with nothing but what an auditor is given.
 */
class ExportIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Platform PLATFORM = Platform.get();
  private static final LocalStack STACK = PLATFORM.stack();
  private static final String CAR = "Electric car HM-18";
  private static final Set<String> WITH_FILES = Set.of("READY", "SIGNED");

  private final Desk maker = PLATFORM.desk(Platform.C);
  private final Door officer =
      Door.of(
          STACK.service(LocalStack.AGGREGATOR).url(),
          STACK.analyst(maker.service().name(), maker.did()));
  private final TrustAnchor anchor =
      TrustAnchor.parse(
          new String(new Operator(STACK.registry()).door().bytes("trust-anchor"), UTF_8));

  /** A 3; B 5 + 3 = 8; C 10 + 8 = 18. What C hands its auditor rests on what B has declared. */
  @Test
  void anAuditorsPackIsSignedLoggedWholeAndRefusedWithOneBitChanged() throws IOException {
    String export = "exports/" + officer.post("exports", order()).path("id").asText();
    awaitState(export, WITH_FILES);
    signAtTheOwnConnector(officer.get(export).path("exportId").asText());
    awaitState(export, Set.of("SIGNED"));
    awaitThePublicLog(export);

    byte[] manifest = officer.bytes(export + "/files/manifest.json");
    String signature = new String(officer.bytes(export + "/files/signature.jwt"), UTF_8);
    assertIsSignedByItsMaker(signature, manifest, officer.get(export));
    assertIsInThePublicLog(signature, officer.bytes(export + "/files/log-proof.json"));

    SignedZip zip =
        SignedZip.of(
            officer.bytes(export + "/files/export.zip"), Base64Url.encode(Sha256.of(manifest)));
    assertThat(zip.faults()).isEmpty();
    assertThat(zip.file("manifest.json")).isEqualTo(manifest);
    assertThat(zip.names())
        .allSatisfy(name -> assertThat(zip.spoiled(name).faults()).as(name).isNotEmpty());

    String folder = JSON.readTree(manifest).path("subjects").path(0).path("folder").asText();
    Map<String, byte[]> files = zip.folder(folder);
    assertTellsEighteen(files);
    assertEvidenceHolds(files);
    assertEvidenceIsRefusedWithOneBitChanged(files);
  }

  private ObjectNode order() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    ObjectNode order = JSON.createObjectNode().put("target", "AUDITORS_PACK");
    order
        .putObject("period")
        .put("from", today.minusYears(1).plusDays(1).toString())
        .put("to", today.toString());
    order.putArray("products").addObject().put("traceId", car());
    return order;
  }

  private String car() {
    return officer.all("products").stream()
        .filter(product -> product.path("name").asText().equals(CAR))
        .map(product -> product.path("traceId").asText())
        .findFirst()
        .orElseThrow();
  }

  /** What was declared a moment ago may wait for the log first; then the job goes on by itself. */
  private void awaitState(String export, Set<String> states) {
    Desk.await(
        "an export that is one of " + states,
        () -> Optional.of(officer.get(export).path("state").asText()).filter(states::contains));
  }

  private void awaitThePublicLog(String export) {
    Desk.await(
        "the log's proof of the signature",
        () ->
            Optional.of(officer.get(export).path("signature"))
                .filter(signature -> signature.hasNonNull("loggedAt")));
  }

  /** The officer sees the digest at the connector, and signs that one. */
  private void signAtTheOwnConnector(String exportId) {
    JsonNode request =
        Desk.await(
            "the request to sign",
            () ->
                maker.door().all("signature-requests").stream()
                    .filter(each -> each.path("exportId").asText().equals(exportId))
                    .filter(each -> each.path("state").asText().equals("WAITING"))
                    .findFirst());
    assertThat(request.path("target").asText()).isEqualTo("AUDITORS_PACK");
    maker
        .door()
        .post(
            "signature-requests/" + request.path("requestId").asText() + "/signature",
            JSON.createObjectNode().put("manifestSha256", request.path("manifestSha256").asText()));
  }

  private void assertIsSignedByItsMaker(String signature, byte[] manifest, JsonNode export)
      throws IOException {
    VerificationKey key = PLATFORM.keys(Platform.C).signing().verificationKey();
    ExportStatement statement =
        ExportStatement.read(
                signature,
                SignedTokens.signedBy(
                    kid -> Optional.of(key).filter(ours -> ours.thumbprint().equals(kid))))
            .asOptional()
            .orElseThrow();
    assertThat(statement.issuer()).isEqualTo(PLATFORM.identity(Platform.C));
    assertThat(statement.manifestSha256()).isEqualTo(Base64Url.encode(Sha256.of(manifest)));
    assertThat(statement.exportId()).isEqualTo(export.path("exportId").asText());
    assertThat(statement.target()).isEqualTo("AUDITORS_PACK");
    assertThat(statement.warnings()).isEqualTo(JSON.readTree(manifest).path("warnings").intValue());
  }

  private void assertIsInThePublicLog(String signature, byte[] proof) {
    assertThat(isProven(signature, proof)).isTrue();
    assertThat(isProven(signature + "A", proof)).as("another signature").isFalse();
  }

  private boolean isProven(String signature, byte[] proof) {
    return EntryProof.from(Members.of(StrictJson.parse(proof), "proof"))
        .check(LogEntry.ofExport(signature), anchor.log().orElseThrow())
        .asOptional()
        .isPresent();
  }

  private static void assertTellsEighteen(Map<String, byte[]> files) throws IOException {
    JsonNode manifest = JSON.readTree(files.get("manifest.json"));
    assertThat(
            StreamSupport.stream(manifest.path("results").spliterator(), false)
                .filter(result -> result.path("name").asText().startsWith("exclBiogenicUptake"))
                .map(result -> result.path("text").asText()))
        .containsExactly("18");
  }

  /** The battery's declaration, which its maker lets go to an auditor. */
  private void assertEvidenceHolds(Map<String, byte[]> files) {
    PackEvidence evidence = new PackEvidence(files, anchor);
    assertThat(evidence.tokens()).containsExactly("evidence-0001.jwt");
    assertThat(evidence.faults()).isEmpty();
    assertThat(new String(files.get("data.csv"), UTF_8))
        .contains(PLATFORM.identity(Platform.B).did())
        .doesNotContain(PLATFORM.identity(Platform.A).did());
  }

  private void assertEvidenceIsRefusedWithOneBitChanged(Map<String, byte[]> files) {
    files.keySet().stream()
        .filter(name -> name.matches("(evidence|directory)-[0-9]{4}\\..*"))
        .forEach(
            name -> {
              Map<String, byte[]> spoiled = new TreeMap<>(files);
              spoiled.computeIfPresent(name, (same, file) -> SignedZip.spoiled(file));
              assertThat(new PackEvidence(spoiled, anchor).faults()).as(name).isNotEmpty();
            });
  }
}
