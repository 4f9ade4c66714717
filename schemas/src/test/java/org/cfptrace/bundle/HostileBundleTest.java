package org.cfptrace.bundle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.cfptrace.keys.Jws;
import org.cfptrace.log.Timestamp;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.verify.Reading;
import org.cfptrace.verify.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever somebody writes into a bundle, a stranger gets a plain no, and never an exception. */
class HostileBundleTest {
  private static final long SEED = 20_261_128L;
  private static final byte[] GOOD = SampleAudit.accepted();

  private final BundleVerifier verifier = new BundleVerifier(SampleAudit.anchor());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "form",
        "mandate",
        "companyKey",
        "root",
        "answers",
        "checkpoint",
        "directory",
        "statusList",
        "stamp",
        "report"
      })
  void aMemberTwiceIsRefused(String name) {
    String member = "\"" + name + "\":";
    String twice = text().replaceFirst("\\{" + "\"form\"", "{" + member + "\"\",\"form\"");

    assertNoBundle(twice.getBytes(UTF_8));
  }

  @Test
  void membersNobodyKnowsAreRefusedEverywhere() {
    for (String path :
        List.of(
            "",
            "/root",
            "/root/opening",
            "/root/proof",
            "/root/inputs/0",
            "/answers/0",
            "/answers/0/shown",
            "/answers/0/shown/statement",
            "/directory/0",
            "/directory/0/proof",
            "/statusList",
            "/statusList/proof",
            "/stamp",
            "/stamp/consistency")) {
      assertThat(changed(file -> ((ObjectNode) file.at(path)).put("more", "")))
          .as(path)
          .contains(Reason.MALFORMED_PAYLOAD);
    }
  }

  @Test
  void anAnswerOfTwoKindsIsRefused() {
    assertThat(changed(file -> ((ObjectNode) file.at("/answers/0")).put("refused", "NO_MANDATE")))
        .contains(Reason.MALFORMED_PAYLOAD);
  }

  @Test
  void hugeNumbersAreRefused() {
    String many = "9".repeat(100_000);
    for (String number : List.of("-1", "01", "1e9", "9223372036854775808", many, "", " 1", "١")) {
      for (String path : List.of("/directory/0/proof/index", "/directory/0/proof/size")) {
        assertNot(set(path, new TextNode(number)));
      }
      assertNot(set("/stamp/consistency/from", new TextNode(number)));
      assertNot(set("/stamp/consistency/to", new TextNode(number)));
    }
    assertNot(text().replaceFirst("\"form\":\"cfp-bundle-v1\"", "\"form\":" + many));
    assertNot(text().replaceFirst("\"form\":\"cfp-bundle-v1\"", "\"form\":1e999999999"));
    assertNot(set("/directory/0/proof/index", new TextNode("999999999999999999")));
    assertNot(set("/directory/0/proof/size", new TextNode("999999999999999999")));
  }

  @Test
  void deepNestingIsRefused() {
    String deep = "[".repeat(1_000_000);

    assertNoBundle(deep.getBytes(UTF_8));
    assertNoBundle("{\"a\":".repeat(1_000_000).getBytes(UTF_8));
    assertNot(text().replaceFirst("\"answers\":", "\"answers\":" + deep + "]".repeat(1_000_000)));
  }

  @Test
  void listsThatAreEmptyOrNotThereDoNotHold() {
    for (String path :
        List.of("/answers", "/directory", "/root/inputs", "/directory/0/proof/path")) {
      assertNot(set(path, StrictJson.array()));
    }
    for (String name :
        List.of("mandate", "root", "answers", "checkpoint", "directory", "statusList", "stamp")) {
      assertNot(changedFile(file -> file.remove(name)));
      assertNot(changedFile(file -> file.putNull(name)));
      assertNot(changedFile(file -> file.put(name, "")));
      assertNot(changedFile(file -> file.put(name, true)));
      assertNot(changedFile(file -> file.putArray(name)));
      assertNot(changedFile(file -> file.putObject(name)));
    }
  }

  @Test
  void entriesAndAnswersThatAreThereTwiceAreRefused() {
    assertNot(changedFile(file -> again((ArrayNode) file.at("/directory"))));
    assertThat(changed(file -> again((ArrayNode) file.at("/answers"))))
        .contains(Reason.MALFORMED_PAYLOAD);
    assertNot(changedFile(file -> again((ArrayNode) file.at("/root/inputs"))));
  }

  @Test
  void whatIsNotPlainUtf8IsRefused() {
    assertNoBundle(("\uFEFF" + text()).getBytes(UTF_8));
    assertNoBundle(text().getBytes(UTF_16));
    assertNoBundle(text().replace("\"form\"", "\"f\u00f6rm\"").getBytes(ISO_8859_1));
    assertNoBundle(text().replace("unused", "").concat("\0").getBytes(UTF_8));
    assertNoBundle(text().replace("\"form\"", "\"f\\u0000rm\"").getBytes(UTF_8));
    assertNoBundle(text().replace("\"form\"", "\"\\ud800\"").getBytes(UTF_8));
    assertNoBundle(text().replace("\"form\"", "\"\\u0066orm\"").getBytes(UTF_8));
  }

  @Test
  void whatIsBehindTheEndIsRefused() {
    for (String behind : List.of("\n", " ", "\t", "{}", "null", "//", "\r\n", "}", ",")) {
      assertNoBundle((text() + behind).getBytes(UTF_8));
      assertNoBundle((behind + text()).getBytes(UTF_8));
    }
    assertNoBundle(new byte[0]);
    assertNoBundle(new byte[10_000]);
    for (String other : List.of("null", "[]", "{}", "\"\"", "0", "true")) {
      assertNoBundle(other.getBytes(UTF_8));
    }
  }

  @Test
  void noBeginningOfABundleIsOne() {
    for (int length = 0; length < GOOD.length; length += 97) {
      assertNoBundle(Arrays.copyOf(GOOD, length));
    }
  }

  @Test
  void whatIsTooLargeIsRefusedUnread() {
    assertThat(reason(verifier.verify(new byte[BundleFile.LARGEST + 1])))
        .contains(Reason.TOO_LARGE);
  }

  @Test
  void tokensOfGarbageDoNotHold() {
    for (String garbage :
        List.of(
            "", ".", "..", "a.b.c", "~", "~~~", "\n", "e30.e30.e30", "é", "..".repeat(100_000))) {
      for (String path :
          List.of(
              "/mandate",
              "/report",
              "/companyKey",
              "/checkpoint",
              "/stamp/checkpoint",
              "/stamp/token",
              "/statusList/token",
              "/directory/0/token",
              "/root/declaration",
              "/answers/0/declarationId",
              "/answers/0/shown/declaration",
              "/answers/0/shown/statement/declaration",
              "/root/inputs/0/declaration",
              "/root/inputs/0/supplierKey",
              "/root/proof/checkpoint")) {
        assertNot(set(path, new TextNode(garbage)));
      }
    }
  }

  @Test
  void proofsThatBelongElsewhereDoNotHold() {
    List<String> proofs =
        List.of(
            "/directory/0/proof",
            "/directory/1/proof",
            "/statusList/proof",
            "/root/proof",
            "/answers/0/shown/proof",
            "/answers/0/shown/statementProof");
    for (String from : proofs) {
      for (String to : proofs) {
        if (!from.equals(to)) {
          assertNot(
              changedFile(
                  file -> {
                    JsonNode one = file.at(from).deepCopy();
                    replace(file, from, file.at(to).deepCopy());
                    replace(file, to, one);
                  }));
        }
      }
    }
  }

  @Test
  void noSpoiledStampOfADishonestAuditorIsTakenForAnotherTime() {
    SpoiledLog it = new SpoiledLog();
    Stamp good = it.honest.stamp().orElseThrow();
    byte[] token = good.timestamp().token();
    Random random = new Random(SEED);
    for (int round = 0; round < 200; round++) {
      byte[] spoiled = token.clone();
      spoiled[random.nextInt(spoiled.length)] ^= (byte) (1 << random.nextInt(8));
      Stamp stamp = new Stamp(new Timestamp(good.timestamp().note(), spoiled), good.consistency());

      // Some bytes lie in what nobody signs, such as the certificates sent along.
      BundleVerdict verdict = verdict(it.audit.reported(it.car, it.with(Optional.of(stamp))));
      assertThat(verdict.reason().orElse(Reason.BAD_TIMESTAMP)).isEqualTo(Reason.BAD_TIMESTAMP);
      assertThat(verdict.holds() && !saysWhen(verdict, SampleAudit.STAMPED))
          .as("seed " + SEED)
          .isFalse();
    }
  }

  private static boolean saysWhen(BundleVerdict verdict, Instant time) {
    return verdict.steps().stream()
        .anyMatch(step -> step.text().en().endsWith("stamped at " + time));
  }

  @Test
  void nothingThatADishonestAuditorPutsTogetherThrows() {
    SpoiledLog it = new SpoiledLog();
    List<String> paths = new ArrayList<>();
    collect(StrictJson.parseArchive(GOOD), "", paths);
    Random random = new Random(SEED);
    int judged = 0;
    for (int round = 0; round < 400; round++) {
      String to = paths.get(random.nextInt(paths.size()));
      String from = paths.get(random.nextInt(paths.size()));
      ObjectNode file = file();
      if (!from.startsWith(to) && !to.startsWith(from)) {
        replace(file, to, file.at(from).deepCopy());
        Optional<SignedBundle> put = BundleFile.read(StrictJson.write(file)).asOptional();
        if (put.isPresent()) {
          verdict(it.audit.reported(it.car, put.get().evidence()));
          judged++;
        }
      }
    }
    assertThat(judged).isGreaterThan(20);
  }

  @Test
  void timesBeyondAllCalendarsAreRefused() {
    SpoiledLog it = new SpoiledLog();
    for (String claim : List.of("\"iat\":1795", "\"changedAt\":1795", "\"from\":1795")) {
      DirectoryEntry entry = it.directory.get(0);
      String payload =
          new String(Base64Url.decode(entry.jws().split("\\.", -1)[1]), UTF_8)
              .replaceFirst(claim, claim + "00000000");
      String signed =
          Jws.sign(it.audit.world.registryKey(), DirectoryEntry.TYPE, payload.getBytes(UTF_8));
      List<LoggedToken> entries = new ArrayList<>(it.honest.directory());
      entries.set(0, new LoggedToken(signed, entries.get(0).proof()));

      assertThat(
              verdict(it.audit.reported(it.car, it.with(entries, it.honest.statusList()))).reason())
          .as(payload)
          .contains(Reason.MALFORMED_PAYLOAD);
    }
  }

  private BundleVerdict verdict(SignedBundle bundle) {
    return verifier.verify(BundleFile.write(bundle)).asOptional().orElseThrow();
  }

  @Test
  void whateverIsTakenOutOrPutElsewhereDoesNotHold() {
    List<String> paths = new ArrayList<>();
    collect(StrictJson.parseArchive(GOOD), "", paths);
    Random random = new Random(SEED);
    for (int round = 0; round < 300; round++) {
      String to = paths.get(random.nextInt(paths.size()));
      String from = paths.get(random.nextInt(paths.size()));
      ObjectNode file = file();
      if (!file.at(to).equals(file.at(from)) && !from.startsWith(to) && !to.startsWith(from)) {
        replace(file, to, file.at(from).deepCopy());
        assertThat(holds(verifier.verify(StrictJson.write(file))))
            .as("seed " + SEED + ": " + from + " to " + to)
            .isFalse();
      }
    }
  }

  private static void collect(JsonNode node, String path, List<String> paths) {
    if (!path.isEmpty()) {
      paths.add(path);
    }
    if (node.isObject()) {
      node.fieldNames().forEachRemaining(name -> collect(node.get(name), path + "/" + name, paths));
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collect(node.get(i), path + "/" + i, paths);
    }
  }

  private static void again(ArrayNode array) {
    array.add(array.get(0).deepCopy());
  }

  private static String text() {
    return new String(GOOD, UTF_8);
  }

  private static ObjectNode file() {
    return (ObjectNode) StrictJson.parseArchive(GOOD);
  }

  private static void replace(ObjectNode file, String path, JsonNode value) {
    int last = path.lastIndexOf('/');
    JsonNode parent = file.at(path.substring(0, last));
    String name = path.substring(last + 1);
    if (parent instanceof ArrayNode array) {
      array.set(Integer.parseInt(name), value);
    } else {
      ((ObjectNode) parent).set(name, value);
    }
  }

  private static byte[] set(String path, JsonNode value) {
    return changedFile(file -> replace(file, path, value));
  }

  private static byte[] changedFile(Consumer<ObjectNode> change) {
    ObjectNode file = file();
    change.accept(file);
    return StrictJson.write(file);
  }

  private Optional<Reason> changed(Consumer<ObjectNode> change) {
    return reason(verifier.verify(changedFile(change)));
  }

  private void assertNot(String file) {
    assertNot(file.getBytes(UTF_8));
  }

  private void assertNot(byte[] file) {
    assertThat(holds(verifier.verify(file))).isFalse();
  }

  private void assertNoBundle(byte[] file) {
    assertThat(verifier.verify(file).asOptional()).isEmpty();
    assertThat(reason(verifier.verify(file))).contains(Reason.MALFORMED_PAYLOAD);
  }

  private static boolean holds(Reading<BundleVerdict> reading) {
    return reading.asOptional().filter(BundleVerdict::holds).isPresent();
  }

  private static Optional<Reason> reason(Reading<BundleVerdict> reading) {
    return reading.fold(
        accepted -> accepted.value().reason(),
        held -> Optional.of(held.reason()),
        refused -> Optional.of(refused.reason()));
  }
}
