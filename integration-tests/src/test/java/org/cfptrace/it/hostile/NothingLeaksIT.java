package org.cfptrace.it.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cfptrace.it.Part;
import org.cfptrace.it.Platform;
import org.cfptrace.it.hostile.LeakSearch.Finding;
import org.cfptrace.local.story.Door;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The story once more, with figures and names that occur nowhere else, and then the search: C holds
 * nothing of A, A nothing of C, the broker and the registry no footprint. The same search finds
 * everything where it belongs, so that its silence means something.
 */
class NothingLeaksIT {

  private static final Platform PLATFORM = Platform.get();
  private static final String A_VALUE = "3.141592653";
  private static final String B_OWN = "5.271828182";
  private static final String B_VALUE = "8.413420835";
  private static final String C_OWN = "10.618033988";
  private static final String C_VALUE = "19.031454823";

  private static Part coil;
  private static Part bracket;
  private static Part seat;
  private static String declarationToB;
  private static String statementOfA;

  @BeforeAll
  static void tellTheStoryWithMarkedFigures() {
    coil = Part.of(Platform.A, "Coil Quxotl-Aardwolf", "kilogram").emitting(A_VALUE);
    declarationToB = coil.declareTo(Platform.B);
    statementOfA =
        coil.desk().door().get("declarations/" + declarationToB).path("statementId").asText();
    bracket =
        Part.of(Platform.B, "Bracket Brynhild-Bandicoot", "piece")
            .emitting(B_OWN)
            .madeOf(Part.line("steel of the marked mill", "1", "kilogram"))
            .from(0, coil, "1");
    bracket.declareTo(Platform.C);
    seat =
        Part.of(Platform.C, "Seat Cuauhtemoc-Coelacanth", "piece")
            .emitting(C_OWN)
            .madeOf(Part.line("bracket", "1", "piece"))
            .from(0, bracket, "1");
    assertThat(seat.total()).isEqualTo(C_VALUE);
  }

  @Test
  void theThirdTierHoldsNothingOfTheFirst() throws Exception {
    LeakSearch search = new LeakSearch(affairsOfA());
    List<Finding> findings = new ArrayList<>();

    Reach.of(PLATFORM, Platform.C, (place, bytes) -> findings.addAll(search.in(place, bytes)));

    assertThat(findings).isEmpty();
    assertThat(Files.readString(PLATFORM.stack().data().log(Platform.C)))
        .as("a log that tells everything")
        .contains(" DEBUG ");
  }

  @Test
  void noDoorOfTheThirdTierIsLeftOut() {
    Set<String> places = new HashSet<>();

    Set<String> closed =
        EveryAnswer.ofConnector(PLATFORM, Platform.C, (place, bytes) -> places.add(place));
    Set<String> closedAtAggregator =
        EveryAnswer.ofAggregator(PLATFORM, Platform.C, (place, bytes) -> places.add(place));

    assertThat(closed).isSubsetOf(EmptyDoors.OF_CONNECTOR.keySet());
    assertThat(closedAtAggregator).isSubsetOf(EmptyDoors.OF_AGGREGATOR.keySet());
    String product = "/api/v1/products/" + Door.encode(seat.traceId());
    assertThat(places)
        .contains(
            "door " + product + "/footprint",
            "door " + product + "/bill-of-materials",
            "door /api/v1/declarations?direction=RECEIVED",
            "door /api/v1/audits/mandates?side=ISSUED",
            "aggregator's door /api/v1/products");
  }

  @Test
  void theFirstTierHoldsNothingOfTheThird() throws Exception {
    List<Secret> secrets = new ArrayList<>(identity(Platform.C, "Hama Motors"));
    secrets.add(Secret.word("C's product", "Cuauhtemoc-Coelacanth"));
    secrets.add(Secret.word("C's trace id", uuid(seat.traceId())));
    secrets.add(Secret.kilograms("C's own", C_OWN));
    secrets.add(Secret.kilograms("C's sum", C_VALUE));
    secrets.add(Secret.kilograms("B's own", B_OWN));
    secrets.add(Secret.kilograms("B's sum", B_VALUE));
    LeakSearch search = new LeakSearch(secrets);
    List<Finding> findings = new ArrayList<>();

    Reach.of(PLATFORM, Platform.A, (place, bytes) -> findings.addAll(search.in(place, bytes)));

    assertThat(findings).isEmpty();
  }

  @Test
  void theSameSearchFindsAllThatTheSecondTierMayKnow() throws Exception {
    LeakSearch search = new LeakSearch(affairsOfA());
    List<Finding> findings = new ArrayList<>();

    Reach.of(PLATFORM, Platform.B, (place, bytes) -> findings.addAll(search.in(place, bytes)));

    assertThat(findings)
        .extracting(Finding::secret)
        .contains("A's name", "A's id", "A's trace id", "A's declaration", "A's figure", "B's own")
        .doesNotContain("A's self-declaration");
    assertThat(placesOf("A's figure", findings))
        .anyMatch(place -> place.startsWith("database "))
        .anyMatch(place -> place.startsWith("door "))
        .anyMatch(place -> place.startsWith("envelope "))
        .noneMatch(place -> place.startsWith("topic "))
        .noneMatch(place -> place.startsWith("log"));
  }

  @Test
  void theBrokersDiskHoldsNoFootprint() throws Exception {
    LeakSearch search = new LeakSearch(footprints());
    LeakSearch control = new LeakSearch(idOfA());
    List<Finding> findings = new ArrayList<>();
    List<Finding> published = new ArrayList<>();

    Disk.of(
        PLATFORM.stack().broker().disk(),
        (place, bytes) -> {
          findings.addAll(search.in(place, bytes));
          published.addAll(control.in(place, bytes));
        });
    findings.addAll(search.in("log", Files.readAllBytes(PLATFORM.stack().broker().log())));

    assertThat(findings).isEmpty();
    assertThat(placesOf("A's id", published))
        .as("what every company may read of A lies there, and is found")
        .anyMatch(place -> place.contains("cfp.directory-") && place.contains(" record "));
  }

  @Test
  void theRegistrysDiskHoldsNoFootprint() throws Exception {
    LeakSearch search = new LeakSearch(footprints());
    LeakSearch control = new LeakSearch(idOfA());
    List<Finding> findings = new ArrayList<>();
    List<Finding> registered = new ArrayList<>();

    Reach.dump(
        PLATFORM.stack().database("registry"),
        (place, bytes) -> {
          findings.addAll(search.in(place, bytes));
          registered.addAll(control.in(place, bytes));
        });
    findings.addAll(search.in("log", Files.readAllBytes(PLATFORM.stack().registry().log())));
    try (Stream<Path> files = Files.walk(PLATFORM.stack().data().root().resolve("authority"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        findings.addAll(search.in(file.toString(), Files.readAllBytes(file)));
      }
    }

    assertThat(findings).isEmpty();
    assertThat(placesOf("A's id", registered))
        .as("the registry knows A, and the search finds it")
        .anyMatch(place -> place.startsWith("database "));
  }

  private static List<Secret> idOfA() {
    return List.of(Secret.word("A's id", PLATFORM.id(Platform.A)));
  }

  private static List<Secret> affairsOfA() {
    List<Secret> secrets = new ArrayList<>(identity(Platform.A, "Kitakami Steel"));
    secrets.add(Secret.word("A's name in kana", "キタカミセイコウ"));
    secrets.add(Secret.word("A's corporate number", "5999901000011"));
    secrets.add(Secret.word("A's product", "Quxotl-Aardwolf"));
    secrets.add(Secret.word("A's trace id", uuid(coil.traceId())));
    secrets.add(Secret.word("A's declaration", declarationToB));
    secrets.add(Secret.word("A's self-declaration", statementOfA));
    secrets.add(Secret.kilograms("A's figure", A_VALUE));
    secrets.add(Secret.kilograms("B's own", B_OWN));
    return secrets;
  }

  private static List<Secret> footprints() {
    return List.of(
        Secret.kilograms("A's figure", A_VALUE),
        Secret.kilograms("B's own", B_OWN),
        Secret.kilograms("B's sum", B_VALUE),
        Secret.kilograms("C's own", C_OWN),
        Secret.kilograms("C's sum", C_VALUE),
        Secret.word("A's product", "Quxotl-Aardwolf"),
        Secret.word("B's product", "Brynhild-Bandicoot"),
        Secret.word("A's trace id", uuid(coil.traceId())),
        Secret.word("B's trace id", uuid(bracket.traceId())),
        Secret.word("A's declaration", declarationToB));
  }

  private static List<Secret> identity(String company, String name) {
    String who = company.equals(Platform.A) ? "A" : "C";
    return List.of(
        Secret.word(who + "'s name", name),
        Secret.word(who + "'s id", PLATFORM.id(company)),
        Secret.word(who + "'s signing key", PLATFORM.keys(company).signing().thumbprint().value()),
        Secret.word(
            who + "'s encryption key",
            PLATFORM.keys(company).encryption().sealingKey().thumbprint().value()));
  }

  private static String uuid(String traceId) {
    return traceId.substring(traceId.lastIndexOf(':') + 1);
  }

  private static List<String> placesOf(String secret, Collection<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.secret().equals(secret))
        .map(Finding::place)
        .toList();
  }
}
