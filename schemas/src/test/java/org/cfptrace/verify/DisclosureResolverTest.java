package org.cfptrace.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.cfptrace.keys.Sha256;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.StrictJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every "MUST reject" of RFC 9901 section 7.1, each with the good case beside it. */
class DisclosureResolverTest {
  private static final String SALT = "\"AAAAAAAAAAAAAAAAAAAAAA\"";
  private static final String COLOUR = disclosure("[" + SALT + ",\"colour\",\"red\"]");
  private static final String RED = disclosure("[" + SALT + ",\"red\"]");

  @Test
  void aMemberAppearsWhereItsDigestStood() {
    assertThat(resolve("{\"_sd\":[" + digest(COLOUR) + "]}", COLOUR))
        .isEqualTo(json("{\"colour\":\"red\"}"));
  }

  @Test
  void anElementAppearsInItsPlaceAndTheOthersVanish() {
    assertThat(
            resolve(
                "{\"list\":[1,{\"...\":" + digest(RED) + "},{\"...\":" + decoy() + "},2]}", RED))
        .isEqualTo(json("{\"list\":[1,\"red\",2]}"));
  }

  @Test
  void aDisclosureMayHoldDigestsOfFurtherOnes() {
    String inner = disclosure("[" + SALT + ",{\"_sd\":[" + digest(COLOUR) + "]}]");
    String outer = disclosure("[" + SALT + ",\"inputs\",[{\"...\":" + digest(inner) + "}]]");
    String payload = "{\"_sd\":[" + digest(outer) + "]}";

    assertThat(resolve(payload, COLOUR, inner, outer))
        .isEqualTo(json("{\"inputs\":[{\"colour\":\"red\"}]}"));
    assertThat(resolve(payload, outer, inner)).isEqualTo(json("{\"inputs\":[{}]}"));
    assertThat(resolve(payload, outer)).isEqualTo(json("{\"inputs\":[]}"));
    refused(Reason.UNREFERENCED_DISCLOSURE, payload, outer, COLOUR);
  }

  @Test
  void decoysAndHiddenClaimsVanishWithTheirAlgorithm() {
    assertThat(resolve("{\"a\":1,\"_sd\":[" + decoy() + "],\"_sd_alg\":\"sha-256\"}"))
        .isEqualTo(json("{\"a\":1}"));
  }

  @Test
  void refusesADisclosureThatNoDigestAsksFor() {
    refused(Reason.UNREFERENCED_DISCLOSURE, "{\"_sd\":[" + decoy() + "]}", COLOUR);
  }

  @Test
  void refusesTheSameDisclosureTwice() {
    refused(Reason.DUPLICATE_DISCLOSURE, "{\"_sd\":[" + digest(COLOUR) + "]}", COLOUR, COLOUR);
  }

  @Test
  void refusesADigestThatOccursTwice() {
    String digest = digest(COLOUR);

    refused(Reason.DUPLICATE_DIGEST, "{\"_sd\":[" + digest + "," + digest + "]}", COLOUR);
    refused(Reason.DUPLICATE_DIGEST, "{\"_sd\":[" + decoy() + "," + decoy() + "]}");
    refused(
        Reason.DUPLICATE_DIGEST,
        "{\"a\":{\"_sd\":[" + digest + "]},\"_sd\":[" + digest + "]}",
        COLOUR);
    refused(
        Reason.DUPLICATE_DIGEST, "{\"a\":[{\"...\":" + decoy() + "},{\"...\":" + decoy() + "}]}");
  }

  @Test
  void refusesANameThatIsThereAlready() {
    String blue = disclosure("[" + SALT + ",\"colour\",\"blue\"]");

    refused(
        Reason.CLAIM_COLLISION, "{\"colour\":\"green\",\"_sd\":[" + digest(COLOUR) + "]}", COLOUR);
    refused(
        Reason.CLAIM_COLLISION,
        "{\"_sd\":[" + digest(COLOUR) + "," + digest(blue) + "]}",
        COLOUR,
        blue);
  }

  @ParameterizedTest
  @ValueSource(strings = {"_sd", "..."})
  void refusesNamesThatMeanDigests(String name) {
    String forged = disclosure("[" + SALT + ",\"" + name + "\",[]]");

    refused(Reason.RESERVED_CLAIM_NAME, "{\"_sd\":[" + digest(forged) + "]}", forged);
  }

  @Test
  void refusesAnAlgorithmInsideOrDisclosed() {
    String algorithm = disclosure("[" + SALT + ",\"_sd_alg\",\"md5\"]");

    refused(Reason.CLAIM_COLLISION, "{\"_sd\":[" + digest(algorithm) + "]}", algorithm);
    refused(Reason.RESERVED_CLAIM_NAME, "{\"a\":{\"_sd_alg\":\"sha-256\"}}");
    refused(Reason.RESERVED_CLAIM_NAME, "{\"...\":" + decoy() + "}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"md5\"", "\"sha-512\"", "null", "256"})
  void refusesAnotherAlgorithm(String algorithm) {
    refused(Reason.MALFORMED_PAYLOAD, "{\"_sd_alg\":" + algorithm + "}");
  }

  @Test
  void refusesASaltBelow128Bits() {
    String weak = disclosure("[\"AAAAAAAAAAAAAAAAAAAA\",\"colour\",\"red\"]");
    String none = disclosure("[\"\",\"colour\",\"red\"]");

    refused(Reason.WEAK_SALT, "{\"_sd\":[" + digest(weak) + "]}", weak);
    refused(Reason.WEAK_SALT, "{\"_sd\":[" + digest(none) + "]}", none);
  }

  @Test
  void refusesAnElementUsedAsMemberAndTheReverse() {
    refused(Reason.MALFORMED_DISCLOSURE, "{\"_sd\":[" + digest(RED) + "]}", RED);
    refused(Reason.MALFORMED_DISCLOSURE, "{\"a\":[{\"...\":" + digest(COLOUR) + "}]}", COLOUR);
  }

  @Test
  void refusesAnotherSpellingOfADisclosure() {
    String spaced = disclosure("[" + SALT + ", \"colour\", \"red\"]");

    refused(Reason.UNREFERENCED_DISCLOSURE, "{\"_sd\":[" + digest(COLOUR) + "]}", spaced);
  }

  @Test
  void refusesWhatNestsTooDeep() {
    refused(Reason.MALFORMED_DISCLOSURE, nested(9), nestedTexts(9));
    assertThat(resolve(nested(7), nestedTexts(7)).has("d7")).isTrue();
  }

  @Test
  void nestsEightDisclosuresAndNotOneMore() {
    assertThat(resolve(nested(8), nestedTexts(8)).has("d8")).isTrue();
    refused(Reason.MALFORMED_DISCLOSURE, nested(9), nestedTexts(9));
  }

  @Test
  void countsSixteenLevelsWithTheValueItself() {
    assertThat(resolve("{\"a\":" + inArrays(14, "1") + "}"))
        .isEqualTo(json("{\"a\":" + inArrays(14, "1") + "}"));
    refused(Reason.MALFORMED_DISCLOSURE, "{\"a\":" + inArrays(15, "1") + "}");
  }

  @Test
  void countsTheLevelsOfADisclosedMemberFromItsPlace() {
    String last = disclosure("[" + SALT + ",\"a\"," + inArrays(14, "1") + "]");
    String beyond = disclosure("[" + SALT + ",\"a\"," + inArrays(15, "1") + "]");

    assertThat(resolve("{\"_sd\":[" + digest(last) + "]}", last))
        .isEqualTo(json("{\"a\":" + inArrays(14, "1") + "}"));
    refused(Reason.MALFORMED_DISCLOSURE, "{\"_sd\":[" + digest(beyond) + "]}", beyond);
  }

  @Test
  void countsTheLevelsOfADisclosedElementFromItsPlace() {
    String last = disclosure("[" + SALT + "," + inArrays(13, "1") + "]");
    String beyond = disclosure("[" + SALT + "," + inArrays(14, "1") + "]");

    assertThat(resolve("{\"a\":[{\"...\":" + digest(last) + "}]}", last))
        .isEqualTo(json("{\"a\":" + inArrays(14, "1") + "}"));
    refused(Reason.MALFORMED_DISCLOSURE, "{\"a\":[{\"...\":" + digest(beyond) + "}]}", beyond);
  }

  @Test
  void refusesDisclosuresWhoseJointDepthIsTooGreat() {
    String deep = "[".repeat(12) + "]".repeat(12);
    String inner = disclosure("[" + SALT + "," + deep + "]");
    String outer =
        disclosure(
            "["
                + SALT
                + ",\"a\","
                + "[".repeat(12)
                + "{\"...\":"
                + digest(inner)
                + "}"
                + "]".repeat(12)
                + "]");

    refused(Reason.MALFORMED_DISCLOSURE, "{\"_sd\":[" + digest(outer) + "]}", outer, inner);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"_sd\":\"x\"}",
        "{\"_sd\":{}}",
        "{\"_sd\":[1]}",
        "{\"_sd\":[\"short\"]}",
        "{\"a\":[{\"...\":1}]}",
        "{\"a\":[{\"...\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\",\"b\":1}]}",
        "[]"
      })
  void refusesDigestsThatAreNone(String payload) {
    refused(Reason.MALFORMED_PAYLOAD, payload);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[\"AAAAAAAAAAAAAAAAAAAAAA\"]",
        "[\"AAAAAAAAAAAAAAAAAAAAAA\",\"a\",1,2]",
        "[1,\"a\",1]",
        "[\"AAAAAAAAAAAAAAAAAAAAAA\",1,1]",
        "[\"AAAAAAAAAAAAAAAAAAAAAA=\",\"a\",1]",
        "[\"AAAAAAAAAAAAAAAAAAAAAB\",\"a\",1]",
        "[\"AAAAAAAAAAAAAAAAAAAAAA\",\"a\",1.5]",
        "[\"AAAAAAAAAAAAAAAAAAAAAA\",\"a\",{\"b\":1,\"b\":2}]",
        "[\"AAAAAAAAAAAAAAAAAAAAAA\",\"a\",1] x"
      })
  void refusesWhatIsNoDisclosure(String content) {
    String forged = disclosure(content);

    refused(Reason.MALFORMED_DISCLOSURE, "{\"_sd\":[" + digest(forged) + "]}", forged);
  }

  @Test
  void refusesTextThatIsNotBase64UrlOrIsTooLong() {
    refused(Reason.MALFORMED_DISCLOSURE, "{}", COLOUR + "=");
    refused(Reason.MALFORMED_DISCLOSURE, "{}", "");
    refused(Reason.TOO_LARGE, "{}", "A".repeat(16 * 1024 + 1));
  }

  private static String inArrays(int levels, String value) {
    return "[".repeat(levels) + value + "]".repeat(levels);
  }

  private static String nested(int levels) {
    return "{\"_sd\":[" + digest(nestedTexts(levels)[0]) + "]}";
  }

  /** d7 holds d6 holds d5 …, the outermost first. */
  private static String[] nestedTexts(int levels) {
    String[] texts = new String[levels];
    String value = "1";
    for (int level = 1; level <= levels; level++) {
      String text = disclosure("[" + SALT + ",\"d" + level + "\"," + value + "]");
      texts[levels - level] = text;
      value = "{\"_sd\":[" + digest(text) + "]}";
    }
    return texts;
  }

  private static JsonNode resolve(String payload, String... disclosures) {
    return DisclosureResolver.resolve(json(payload), Arrays.asList(disclosures));
  }

  private static void refused(Reason reason, String payload, String... disclosures) {
    List<String> texts = Arrays.asList(disclosures);
    assertThatThrownBy(() -> DisclosureResolver.resolve(json(payload), texts))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
  }

  private static JsonNode json(String text) {
    return StrictJson.parse(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String disclosure(String content) {
    return Base64Url.encode(content.getBytes(StandardCharsets.UTF_8));
  }

  /** In quotes. */
  private static String digest(String disclosure) {
    return "\""
        + Base64Url.encode(Sha256.of(disclosure.getBytes(StandardCharsets.US_ASCII)))
        + "\"";
  }

  private static String decoy() {
    return "\"" + "A".repeat(43) + "\"";
  }
}
