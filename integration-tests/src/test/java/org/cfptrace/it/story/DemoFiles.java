package org.cfptrace.it.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cfptrace.keys.Sha256;
import org.cfptrace.log.EntryProof;
import org.cfptrace.log.LogEntry;
import org.cfptrace.log.LogTrust;
import org.cfptrace.paper.Pdf;
import org.cfptrace.paper.Workbook;
import org.cfptrace.paper.Xlsx;
import org.cfptrace.participant.TrustAnchor;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/** The files that the demo leaves, read back as whoever is given them does. */
final class DemoFiles {
  private static final List<String> TARGETS =
      List.of("CBAM_SUMMARY_2547", "EU_BATTERY_ART7", "VEHICLE_PART_LIST");

  private final Path data;

  DemoFiles(Path data) {
    this.data = data;
  }

  private Path of(String target) {
    return data.resolve("exports").resolve(target);
  }

  void assertArePrinted(String output) {
    for (String target : TARGETS) {
      assertThat(output).contains("    files " + of(target));
    }
  }

  void assertHoldTheirFigures() throws IOException {
    byte[] pdf = Files.readAllBytes(of("EU_BATTERY_ART7").resolve("declaration.pdf"));
    assertThat(Pdf.text(pdf)).contains("0.158333");
    byte[] xlsx = Files.readAllBytes(of("CBAM_SUMMARY_2547").resolve("operators-summary.xlsx"));
    assertThat(Xlsx.read(xlsx).sheets())
        .flatExtracting(Workbook.Sheet::rows)
        .flatExtracting(row -> row)
        .anyMatch(cell -> cell instanceof Workbook.Number number && is(number, "1.77514"));
    String csv = Files.readString(of("VEHICLE_PART_LIST").resolve("summary.csv"), UTF_8);
    assertThat(csv.lines().skip(1).findFirst().orElseThrow().split(",", -1)).contains("18");
  }

  private static boolean is(Workbook.Number number, String value) {
    return number.value().compareTo(new BigDecimal(value)) == 0;
  }

  /**
   * By the manifest's digest, the statement that names it, and the log's proof of the statement.
   */
  void assertAreSignedAndInThePublicLog() throws IOException {
    LogTrust trust =
        TrustAnchor.read(data.resolve("evidence/trust-anchor.json")).log().orElseThrow();
    for (String target : TARGETS) {
      Path signed = of(target).resolve("signed");
      byte[] manifest = Files.readAllBytes(signed.resolve("manifest.json"));
      String token = Files.readString(signed.resolve("signature.jwt"), UTF_8);
      JsonNode claims = json(Base64Url.decode(token.split("\\.", -1)[1]));
      assertThat(claims.path("manifestSha256").textValue())
          .as(target)
          .isEqualTo(Base64Url.encode(Sha256.of(manifest)));
      assertThat(claims.path("warnings").intValue())
          .as(target)
          .isEqualTo(json(manifest).path("warnings").intValue());
      byte[] proof = Files.readAllBytes(signed.resolve("log-proof.json"));
      boolean isLogged =
          EntryProof.from(Members.of(StrictJson.parse(proof), "proof"))
              .check(LogEntry.ofExport(token), trust)
              .fold(proven -> true, refused -> false);
      assertThat(isLogged).as("the public log proves the signature of %s", target).isTrue();
      assertThat(json(Files.readAllBytes(signed.resolve("job.json"))).hasNonNull("loggedAt"))
          .isTrue();
    }
  }

  private static JsonNode json(byte[] bytes) throws IOException {
    return new ObjectMapper().readTree(bytes);
  }
}
