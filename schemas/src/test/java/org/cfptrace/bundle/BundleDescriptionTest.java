package org.cfptrace.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.cfptrace.declaration.AudienceClaim;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.envelope.AuditRefusalReason;
import org.cfptrace.envelope.DeclarationBody;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.Commitment;
import org.cfptrace.keys.CommitmentOpening;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.StrictJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the page on bundles tells whoever writes a second verifier is what ours does. */
class BundleDescriptionTest {
  /** Seen from the module's directory, where tests run. */
  private static final Path PAGE = Path.of("vectors", "BUNDLE.md");

  private static final Pattern REFUSAL = Pattern.compile("`([A-Z][A-Z_]+)`");
  private static final String ZERO = Base64Url.encode(new byte[32]);
  private static final String ONE = Base64Url.encode(HexFormat.of().parseHex("0".repeat(63) + "1"));

  @Test
  void everyReasonToRefuseIsNamed() throws IOException {
    String row = lines().filter(line -> line.startsWith("| `answers` |")).collect(joining());

    assertThat(REFUSAL.matcher(row).results().map(found -> found.group(1)))
        .containsExactlyElementsOf(
            Stream.of(AuditRefusalReason.values()).map(AuditRefusalReason::name).toList());
  }

  @Test
  void theClaimsThatABuyerHasSeenAreNamedInTheirOrder() throws IOException {
    assertThat(lines().collect(joining("\n")))
        .contains(
            Stream.of(ClaimName.values())
                .map(name -> "`" + name.jsonName() + "`")
                .collect(joining(" ")));
  }

  @ParameterizedTest
  @CsvSource({"G2, 0, 1, 0", "G3, 0, 0, 1", "H, 1, 0, 0"})
  void theGeneratorsPrintedAreTheOnesUsed(String name, int blinding, String removals, String uptake)
      throws IOException {
    List<String> printed = row(name);
    String blindedBy = blinding == 0 ? ZERO : ONE;

    Commitment once = Commitment.to(opening("0", removals, uptake, blindedBy));

    assertThat(uncompressed(once)).isEqualTo("04" + printed.get(1) + printed.get(2));
  }

  @Test
  void thePrintedOpeningsOpenThePrintedCommitments() throws IOException {
    for (List<String> printed : openings()) {
      CommitmentOpening opening =
          opening(printed.get(0), printed.get(1), printed.get(2), printed.get(3));

      assertThat(Commitment.to(opening).encoded()).isEqualTo(printed.get(4));
    }
  }

  @Test
  void theAccountsAreThoseOfTheAmountCommittedTo() throws IOException {
    assertThat(row("E").get(2)).isEqualTo(names(EmissionAccount::isEmission));
    assertThat(row("R").get(2)).isEqualTo(names(EmissionAccount::isRemoval));
    assertThat(row("B").get(2)).isEqualTo(names(EmissionAccount::isUptake));
  }

  @Test
  void theRecipientIsBoundAsPrinted() throws IOException {
    List<String> printed = recipient();

    assertThat(new AudienceClaim(new ParticipantId(printed.get(0)), printed.get(1)).digest())
        .isEqualTo(printed.get(2));
  }

  @Test
  void theExamplesAreThoseOfTheSample() throws IOException {
    List<String> opening = openings().get(0);
    DeclarationBody root =
        BundleFile.read(SampleAudit.accepted())
            .asOptional()
            .orElseThrow()
            .evidence()
            .root()
            .declaration();
    String payload = new String(Base64Url.decode(root.declaration().split("\\.", -1)[1]), UTF_8);

    assertThat(root.opening())
        .contains(opening(opening.get(0), opening.get(1), opening.get(2), opening.get(3)));
    assertThat(payload)
        .contains("\"rcpt\":\"" + recipient().get(2) + "\",\"ct\":\"" + opening.get(4) + "\"");
  }

  private static CommitmentOpening opening(String gross, String removals, String uptake, String r) {
    ObjectNode json =
        StrictJson.object().put("E", gross).put("R", removals).put("B", uptake).put("r", r);
    return CommitmentOpening.fromJson(json);
  }

  private static String uncompressed(Commitment commitment) {
    return HexFormat.of()
        .formatHex(
            CustomNamedCurves.getByName("secp256r1")
                .getCurve()
                .decodePoint(Base64Url.decode(commitment.encoded()))
                .getEncoded(false));
  }

  private static String names(Predicate<EmissionAccount> wanted) {
    return Stream.of(EmissionAccount.values())
        .filter(wanted)
        .map(EmissionAccount::jsonName)
        .collect(joining(" "));
  }

  private static List<List<String>> openings() throws IOException {
    List<List<String>> openings =
        rows().filter(row -> row.size() == 6 && row.get(0).matches("[0-9]+")).toList();
    assertThat(openings).hasSize(2);
    return openings;
  }

  private static List<String> recipient() throws IOException {
    return rows().filter(row -> row.get(0).startsWith("did:web:")).findFirst().orElseThrow();
  }

  /** The row that says two things of this name. */
  private static List<String> row(String name) throws IOException {
    return rows()
        .filter(row -> row.size() == 4 && row.get(0).equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** The cells of all rows, without the marks of code, and an empty one behind the last. */
  private static Stream<List<String>> rows() throws IOException {
    return lines()
        .filter(line -> line.startsWith("| "))
        .map(
            line ->
                Stream.of(line.substring(1).split("\\|", -1))
                    .map(cell -> cell.replace("`", "").strip())
                    .toList());
  }

  private static Stream<String> lines() throws IOException {
    return Files.readAllLines(PAGE, UTF_8).stream();
  }
}
