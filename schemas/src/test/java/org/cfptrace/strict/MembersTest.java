package org.cfptrace.strict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.function.Function;
import org.cfptrace.strict.MalformedException.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each member by name and type, and a message that names the path and never the value. */
class MembersTest {

  @Test
  void onlyAnObjectHasMembers() {
    refused(() -> Members.of(json("[]"), "body"), Fault.MEMBER, "body: expected an object");
    refused(() -> of("{\"a\":1}").object("a"), Fault.MEMBER, "body.a: expected an object");
    assertThat(of("{\"a\":{\"b\":\"x\"}}").object("a").text("b")).isEqualTo("x");
  }

  @Test
  void pathsAreToldWithoutTheTopOnesName() {
    Members top = Members.of(json("{\"a\":1}"), "");

    refused(() -> top.text("a"), Fault.MEMBER, "a: expected a string");
    assertThat(of("{}").path()).isEqualTo("body");
    assertThat(top.node()).isEqualTo(json("{\"a\":1}"));
  }

  @Test
  void aTextHoldsOneToSoManyCharacters() {
    assertThat(of("{\"a\":\"xyz\"}").text("a", 3)).isEqualTo("xyz");
    refused(
        () -> of("{\"a\":\"wxyz\"}").text("a", 3),
        Fault.MEMBER,
        "body.a: expected 1 to 3 characters");
    refused(
        () -> of("{\"a\":\"\"}").text("a", 3), Fault.MEMBER, "body.a: expected 1 to 3 characters");
  }

  @Test
  void charactersAreCountedNotTheirHalves() {
    String two = "\uD83D\uDE00\uD83D\uDE00";

    assertThat(of("{\"a\":\"" + two + "\"}").text("a", 2)).isEqualTo(two);
    refused(
        () -> of("{\"a\":\"" + two + "\"}").text("a", 1),
        Fault.MEMBER,
        "body.a: expected 1 to 1 characters");
  }

  @Test
  void whatMayBeMissingIsReadLikeTheRestWhenItIsThere() {
    Members members = of("{\"a\":\"xyz\",\"d\":\"-1\",\"o\":[]}");

    refused(() -> members.optionalText("a", 2), Fault.MEMBER, "body.a: expected 1 to 2 characters");
    refused(
        () -> members.optionalDecimal("d"),
        Fault.NUMBER,
        "body.d: expected a decimal like 12.5 with at most 10 + 9 digits");
    refused(() -> members.optionalObject("o"), Fault.MEMBER, "body.o: expected an object");
  }

  @Test
  void askingWhetherAMemberIsThereDoesNotReadIt() {
    Members members = of("{\"a\":1}");

    assertThat(members.has("a")).isTrue();
    refused(members::end, Fault.MEMBER, "body: a member nobody agreed on");
  }

  @Test
  void everythingAskedForMustBeThere() {
    Members members = of("{}");

    refused(() -> members.text("a"), Fault.MEMBER, "body.a: missing");
    refused(() -> members.flag("a"), Fault.MEMBER, "body.a: missing");
    refused(() -> members.wholeNumber("a"), Fault.MEMBER, "body.a: missing");
    refused(() -> members.decimal("a"), Fault.MEMBER, "body.a: missing");
    refused(() -> members.signedDecimal("a"), Fault.MEMBER, "body.a: missing");
    refused(() -> members.date("a"), Fault.MEMBER, "body.a: missing");
    refused(() -> members.bytes("a", 1), Fault.MEMBER, "body.a: body.a: missing");
    refused(() -> members.object("a"), Fault.MEMBER, "body.a: missing");
    refused(() -> members.array("a", 1), Fault.MEMBER, "body.a: missing");
    refused(() -> members.texts("a", 1), Fault.MEMBER, "body.a: missing");
    refused(() -> members.any("a"), Fault.MEMBER, "body.a: missing");
    refused(() -> members.value("a", text -> text), Fault.MEMBER, "body.a: missing");
    members.end();
  }

  @Test
  void nullIsNothingThatWasAgreed() {
    Members members = of("{\"a\":null}");

    assertThat(members.has("a")).isTrue();
    refused(() -> members.text("a"), Fault.MEMBER, "body.a: expected a string");
    refused(() -> members.optionalText("a", 9), Fault.MEMBER, "body.a: expected a string");
    refused(() -> members.flag("a"), Fault.MEMBER, "body.a: expected true or false");
    refused(
        () -> members.optionalDecimal("a"),
        Fault.NUMBER,
        "body.a: decimals are written as strings");
    refused(() -> members.optionalObject("a"), Fault.MEMBER, "body.a: expected an object");
    refused(() -> members.array("a", 9), Fault.MEMBER, "body.a: expected an array of at most 9");
  }

  @Test
  void aPathLeadsThroughEveryObject() {
    Members inner = of("{\"a\":{\"b\":{\"c\":1}}}").object("a").object("b");

    assertThat(inner.path()).isEqualTo("body.a.b");
    refused(() -> inner.text("c"), Fault.MEMBER, "body.a.b.c: expected a string");
  }

  @Test
  void aWholeNumberHas64Bits() {
    assertThat(of("{\"a\":9223372036854775807}").wholeNumber("a")).isEqualTo(Long.MAX_VALUE);
    Members larger =
        Members.of(
            StrictJson.object().put("a", BigInteger.ONE.shiftLeft(64).add(BigInteger.ONE)), "body");
    refused(
        () -> larger.wholeNumber("a"),
        Fault.MEMBER,
        "body.a: expected a whole number, zero or more");
  }

  @Test
  void whatMayBeMissingIsEmptyThen() {
    Members members = of("{\"a\":\"x\",\"d\":\"1.5\",\"o\":{}}");

    assertThat(members.optionalText("a", 1)).contains("x");
    assertThat(members.optionalDecimal("d")).contains(new BigDecimal("1.5"));
    assertThat(members.optionalObject("o")).isPresent();
    assertThat(members.optionalText("x", 1)).isEmpty();
    assertThat(members.optionalDecimal("x")).isEmpty();
    assertThat(members.optionalObject("x")).isEmpty();
    assertThat(members.has("a")).isTrue();
    assertThat(members.has("x")).isFalse();
  }

  @Test
  void aFlagIsTrueOrFalse() {
    assertThat(of("{\"a\":true}").flag("a")).isTrue();
    assertThat(of("{\"a\":false}").flag("a")).isFalse();
    refused(() -> of("{\"a\":\"true\"}").flag("a"), Fault.MEMBER, "body.a: expected true or false");
  }

  @Test
  void aWholeNumberIsZeroOrMore() {
    assertThat(of("{\"a\":0}").wholeNumber("a")).isZero();
    assertThat(of("{\"a\":7}").wholeNumber("a")).isEqualTo(7);
    for (String other : new String[] {"-1", "\"7\"", "null", "true", "[7]"}) {
      refused(
          () -> of("{\"a\":" + other + "}").wholeNumber("a"),
          Fault.MEMBER,
          "body.a: expected a whole number, zero or more");
    }
  }

  @Test
  void decimalsAreTextsAndOnlySignedOnesHaveASign() {
    assertThat(of("{\"a\":\"2.50\"}").decimal("a")).isEqualByComparingTo("2.5");
    assertThat(of("{\"a\":\"-2.5\"}").signedDecimal("a")).isEqualByComparingTo("-2.5");
    assertThat(of("{\"a\":\"0\"}").signedDecimal("a")).isEqualByComparingTo("0");
    refused(
        () -> of("{\"a\":\"-2.5\"}").decimal("a"),
        Fault.NUMBER,
        "body.a: expected a decimal like 12.5 with at most 10 + 9 digits");
    refused(
        () -> of("{\"a\":\"-0\"}").signedDecimal("a"), Fault.NUMBER, "body.a: zero has no sign");
    refused(
        () -> of("{\"a\":2}").signedDecimal("a"),
        Fault.NUMBER,
        "body.a: decimals are written as strings");
  }

  @Test
  void decimalsAreWrittenInOneSpelling() {
    assertThat(Decimals.write(new BigDecimal("2.500"))).isEqualTo("2.5");
    assertThat(Decimals.write(new BigDecimal("0.0000000015"), java.math.RoundingMode.UP))
        .isEqualTo("0.000000002");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-1-001",
        "2026-13-01",
        "2026-00-10",
        "2026-02-30",
        "2026:03-31",
        "2026-03:31",
        "2026-03-3/",
        "2026-03-3:",
        "02026-03-1",
        "2026-03-311",
        ""
      })
  void aDateHasOneSpelling(String text) {
    assertThatThrownBy(() -> of("{\"a\":\"" + text + "\"}").date("a"))
        .isInstanceOf(MalformedException.class)
        .hasMessageStartingWith("body.a: ");
    assertThat(of("{\"a\":\"2026-03-31\"}").date("a")).isEqualTo(LocalDate.of(2026, 3, 31));
    assertThat(of("{\"a\":\"2019-09-09\"}").date("a")).isEqualTo(LocalDate.of(2019, 9, 9));
  }

  @Test
  void bytesHaveTheirLength() {
    assertThat(of("{\"a\":\"AQI\"}").bytes("a", 2)).containsExactly(1, 2);
    refused(
        () -> of("{\"a\":\"AQI\"}").bytes("a", 3),
        Fault.ENCODING,
        "body.a: expected 3 bytes, saw 2");
    refused(
        () -> of("{\"a\":\"AQI=\"}").bytes("a", 2),
        Fault.ENCODING,
        "body.a: base64url is not in its one spelling");
  }

  @Test
  void arraysHoldAtMostSoMany() {
    assertThat(of("{\"a\":[1,2]}").array("a", 2)).hasSize(2);
    refused(
        () -> of("{\"a\":[1,2,3]}").array("a", 2),
        Fault.MEMBER,
        "body.a: expected an array of at most 2");
    refused(
        () -> of("{\"a\":{}}").array("a", 2),
        Fault.MEMBER,
        "body.a: expected an array of at most 2");
    assertThat(of("{\"a\":[\"x\",\"y\"]}").texts("a", 2)).containsExactly("x", "y");
    refused(
        () -> of("{\"a\":[\"x\",1]}").texts("a", 2), Fault.MEMBER, "body.a: expected strings only");
  }

  @Test
  void aValueIsReadAndWhatItSaidIsNotRepeated() {
    Function<String, Integer> reading = Integer::valueOf;

    assertThat(of("{\"a\":\"7\"}").value("a", reading)).isEqualTo(7);
    refused(
        () -> of("{\"a\":\"secret\"}").value("a", reading),
        Fault.MEMBER,
        "body.a: not a value of the agreed form");
    assertThatThrownBy(() -> of("{\"a\":\"secret\"}").value("a", reading)).hasNoCause();
  }

  @Test
  void anyMemberIsHandedOutAsItStandsAndCountsAsRead() {
    Members members = of("{\"a\":[1]}");

    assertThat(members.any("a")).isEqualTo(json("[1]"));
    members.end();
  }

  private static void refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable reading, Fault fault, String message) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            MalformedException.class, e -> assertThat(e.fault()).isEqualTo(fault))
        .hasMessage(message);
  }

  private static Members of(String json) {
    return Members.of(json(json), "body");
  }

  private static JsonNode json(String text) {
    return StrictJson.parse(text.getBytes(StandardCharsets.UTF_8));
  }
}
