package org.cfptrace.it.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.cfptrace.it.Part;
import org.cfptrace.it.Platform;
import org.cfptrace.it.hostile.LeakSearch.Finding;
import org.cfptrace.local.stack.Installation;
import org.cfptrace.local.stack.LocalStack;
import org.cfptrace.local.stack.Service;
import org.cfptrace.local.story.Desk;
import org.cfptrace.local.story.Door;
import org.cfptrace.local.story.DoorRefused;
import org.cfptrace.local.story.Operator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An accredited auditor verifies 3 + 5 = 8 and 8 + 10 = 18 through three companies, the first of
 * which is away when it is asked. What it found is checked by a program that knows none of our
 * services; the customer that ordered it, and the first company, learn nothing more than before.
 */
class AuditIT {
  private static final Platform PLATFORM = Platform.get();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String AUDITOR = "auditor";
  private static final String SHOWN = "ANSWERED";
  private static final int FLIPS = 4;

  @TempDir static Path directory;

  private static Part coil;
  private static Part bracket;
  private static Part seat;
  private static String mandate;
  private static JsonNode whileAway;
  private static JsonNode audit;
  private static List<JsonNode> hops;

  @BeforeAll
  static void auditWhileTheFirstCompanyIsAway() {
    coil = Part.of(Platform.A, "Coil Vercingetorix-Wombat", "kilogram").emitting("3");
    coil.declareTo(Platform.B);
    bracket =
        Part.of(Platform.B, "Bracket Hammurabi-Hoopoe", "piece")
            .emitting("5")
            .madeOf(Part.line("coil", "1", "kilogram"))
            .from(0, coil, "1");
    bracket.declareTo(Platform.C);
    seat =
        Part.of(Platform.C, "Seat Montezuma-Marmoset", "piece")
            .emitting("10")
            .madeOf(Part.line("bracket", "1", "piece"))
            .from(0, bracket, "1");
    assertThat(seat.total()).isEqualTo("18");
    String aggregator = new Desk(PLATFORM.stack().service(LocalStack.AGGREGATOR)).participantId();
    seat.desk().awaitDelivery(seat.desk().declare(seat.traceId(), aggregator, "AGGREGATOR"));

    Service away = coil.desk().service();
    away.close();
    String id;
    try {
      mandate = ordered();
      id =
          auditor()
              .post("audits", JSON.createObjectNode().put("mandateId", mandate))
              .path("auditId")
              .asText();
      whileAway = Desk.await("all that the others show", () -> othersHaveShown(id));
    } finally {
      away.start();
      away.awaitReady();
    }
    audit = Desk.await("the end of the audit", () -> inState(id, "DONE"));
    hops = auditor().all("audits/" + id + "/hops");
  }

  private static Door auditor() {
    return PLATFORM.desk(AUDITOR).door();
  }

  private static String ordered() {
    ObjectNode order = JSON.createObjectNode().put("auditorId", PLATFORM.id(AUDITOR));
    order.put("traceId", seat.traceId());
    order.set("period", seat.footprint().path("period"));
    order.put("depth", "10");
    order.put("until", LocalDate.now(ZoneOffset.UTC).plusDays(90).toString());
    String id = seat.desk().door().post("audits/mandates", order).path("mandateId").asText();
    Desk.await(
        "the mandate at the auditor",
        () ->
            auditor().all("audits/mandates?side=RECEIVED").stream()
                .filter(received -> received.path("mandateId").asText().equals(id))
                .findFirst());
    return id;
  }

  private static Optional<JsonNode> inState(String id, String state) {
    return Optional.of(auditor().get("audits/" + id))
        .filter(found -> found.path("state").asText().equals(state));
  }

  /** A person at the second company agrees; then only the first one is missing. */
  private static Optional<JsonNode> othersHaveShown(String id) {
    Door second = bracket.desk().door();
    for (JsonNode waiting : second.all("audits/requests?state=WAITING")) {
      second.post("audits/requests/" + waiting.path("auditRequestId").asText() + "/approval", null);
    }
    List<String> states =
        auditor().all("audits/" + id + "/asked").stream()
            .map(asked -> asked.path("state").asText())
            .toList();
    boolean isOnlyOneMissing =
        states.size() == 3 && states.stream().filter(SHOWN::equals).count() == 2;
    return Optional.of(auditor().get("audits/" + id)).filter(running -> isOnlyOneMissing);
  }

  @Test
  void theAuditWaitsForACompanyThatIsAway() {
    assertThat(whileAway.path("state").asText()).isEqualTo("RUNNING");
    assertThat(whileAway.path("result").asText("")).isEmpty();
  }

  @Test
  void allThreeAreVerifiedToTheLastPercent() {
    assertThat(audit.path("result").asText()).isEqualTo("VERIFIED");
    assertThat(audit.path("coverage").asText()).isEqualTo("100");
    assertThat(hops).extracting(hop -> hop.path("outcome").asText()).containsOnly("VERIFIED");
    assertThat(hops)
        .extracting(hop -> hop.path("companyId").asText())
        .containsExactly(
            PLATFORM.identity(Platform.C).did(),
            PLATFORM.identity(Platform.B).did(),
            PLATFORM.identity(Platform.A).did());
  }

  @Test
  void aStrangerAcceptsTheEvidenceAndRefusesEveryFlippedByte() throws Exception {
    byte[] bundle = auditor().bytes("audits/" + audit.path("auditId").asText() + "/bundle");
    Files.write(
        directory.resolve("trust-anchor.json"),
        new Operator(PLATFORM.stack().registry()).door().bytes("trust-anchor"));

    Ended good = verify(bundle);

    assertThat(good.code()).as(good.output()).isZero();
    assertThat(good.output()).contains("100 %").contains("検証");
    for (int flip = 1; flip <= FLIPS; flip++) {
      byte[] spoiled = bundle.clone();
      spoiled[(int) ((long) bundle.length * flip / (FLIPS + 1))] ^= 1;
      Ended refused = verify(spoiled);
      assertThat(refused.code()).as("flip %d: %s", flip, refused.output()).isBetween(1, 2);
    }
  }

  @Test
  void theFirstCompanyLearnsNothingOfWhoOrderedTheAudit() throws Exception {
    List<Finding> findings =
        foundBy(
            Platform.A,
            List.of(
                Secret.word("C's name", "Hama Motors"),
                Secret.word("C's id", PLATFORM.id(Platform.C)),
                Secret.word("C's product", "Montezuma-Marmoset"),
                Secret.word("C's trace id", uuid(seat.traceId())),
                Secret.word("the mandate", uuid(mandate)),
                Secret.word("the audit", uuid(audit.path("auditId").asText()))));

    assertThat(findings).isEmpty();
  }

  @Test
  void theCustomerThatOrderedItLearnsNothingOfTheFirstCompany() throws Exception {
    List<Finding> findings =
        foundBy(
            Platform.C,
            List.of(
                Secret.word("A's name", "Kitakami Steel"),
                Secret.word("A's id", PLATFORM.id(Platform.A)),
                Secret.word("A's product", "Vercingetorix-Wombat"),
                Secret.word("A's trace id", uuid(coil.traceId()))));

    assertThat(findings).isEmpty();
  }

  @Test
  void theSameSearchFindsTheAuditorWhereverItHasBeenWithTheFirstCompany() throws Exception {
    List<Finding> findings =
        foundBy(Platform.A, List.of(Secret.word("the auditor", PLATFORM.id(AUDITOR))));

    assertThat(findings)
        .extracting(Finding::place)
        .anyMatch(place -> place.startsWith("door audits/access-journal"))
        .anyMatch(place -> place.startsWith("door audits/requests"))
        .anyMatch(place -> place.startsWith("envelope "))
        .anyMatch(place -> place.startsWith("database "));
  }

  private static List<Finding> foundBy(String company, List<Secret> secrets) throws Exception {
    LeakSearch search = new LeakSearch(secrets);
    List<Finding> findings = new ArrayList<>();
    Reach.of(PLATFORM, company, (place, bytes) -> findings.addAll(search.in(place, bytes)));
    return findings;
  }

  @Test
  void theCustomerItselfCannotAuditItsSupplier() {
    Door customer = seat.desk().door();

    assertThatThrownBy(
            () -> customer.post("audits", JSON.createObjectNode().put("mandateId", mandate)))
        .isInstanceOf(DoorRefused.class);
    assertThat(customer.all("audits/mandates?side=RECEIVED")).isEmpty();
    assertThat(customer.all("audits")).isEmpty();
  }

  @Test
  void everyCompanySeesWhatOfItsOwnWasShownToWhom() {
    for (JsonNode hop : hops) {
      Part part =
          Stream.of(coil, bracket, seat)
              .filter(each -> did(each).equals(hop.path("companyId").asText()))
              .findFirst()
              .orElseThrow();
      assertThat(part.desk().door().all("audits/access-journal"))
          .as(part.maker())
          .anySatisfy(
              shown -> {
                assertThat(shown.path("companyId").asText())
                    .isEqualTo(PLATFORM.identity(AUDITOR).did());
                assertThat(shown.path("declarationId").asText())
                    .isEqualTo(hop.path("declarationId").asText());
                assertThat(shown.path("claims")).isNotEmpty();
                assertThat(shown.path("refused").asText("")).isEmpty();
              });
    }
  }

  private static String did(Part part) {
    return PLATFORM.identity(part.maker()).did();
  }

  private record Ended(int code, String output) {}

  private static Ended verify(byte[] bundle) throws IOException, InterruptedException {
    Path file = directory.resolve("bundle.json");
    Files.write(file, bundle);
    Path output = Files.createTempFile(directory, "verify", ".txt");
    Process process =
        new ProcessBuilder(
                Installation.find().root().resolve("deploy/verify").toString(), file.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return new Ended(
        process.exitValue(), new String(Files.readAllBytes(output), StandardCharsets.UTF_8));
  }

  private static String uuid(String id) {
    return id.substring(id.lastIndexOf(':') + 1);
  }
}
