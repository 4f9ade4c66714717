package org.cfptrace.strict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.cfptrace.strict.MalformedException.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
  private static final String MARKED = "the text begins with a byte order mark";

  @Test
  void readsWhatCanBeReadInOneWay() {
    assertThat(parse("{\"a\":[1,true,null,\"日本 \\uD83D\\uDE00\"]}").toString())
        .isEqualTo("{\"a\":[1,true,null,\"日本 😀\"]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{\"a\":1,\"a\":2}",
        "{\"a\":{\"b\":1,\"b\":1}}",
        "{\"a\":1,\"\\u0061\":2}",
        "{} {}",
        "{} x",
        "{a:1}",
        "{'a':1}",
        "{\"a\":1}/* */",
        "{\"a\":NaN}",
        "{\"a\":01}",
        "{\"a\":+1}",
        "{\"a\":\"\\uD800\"}",
        "{\"a\":\"\\uDC00\\uD800\"}",
        "{\"\\uD800\":1}",
        "{\"a\":\"\\u0000\"}",
        "{\"a\":\"\0\"}",
        "{\"a\":\"\n\"}",
        "\uFEFF{}",
        "[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]"
      })
  void refusesWhatCouldBeReadInTwo(String text) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOfSatisfying(
            MalformedException.class, e -> assertThat(e.fault()).isEqualTo(Fault.JSON));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0", "0.1", "1e3", "9223372036854775808", "-9223372036854775809"})
  void refusesNumbersThatAreNotWholeAndOf64Bits(String number) {
    assertThatThrownBy(() -> parse("[" + number + "]"))
        .isInstanceOfSatisfying(
            MalformedException.class, e -> assertThat(e.fault()).isEqualTo(Fault.NUMBER));
    assertThat(parse("[9223372036854775807]").get(0).longValue()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void saysWhyTextIsNotRead() {
    refused(new byte[0], "expected one JSON value, saw nothing");
    refused(bytes("{}\0"), "the text holds NUL");
    refused(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, MARKED);
    refused(bytes("\uFEFF{}"), MARKED);
    refused(new byte[] {(byte) 0xC3}, "not well-formed UTF-8");
    refused(new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'}, "not well-formed UTF-8");
    refused(bytes("{\"a\":1,\"a\":2}"), "not strict JSON");
    refused(bytes("[1] [2]"), "not strict JSON");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[\"%s\"]", "{\"%s\":1}", "{\"a\":{\"%s\":[]}}", "[{\"a\":\"%s\"}]"})
  void refusesWhatOnlyAnEscapeCanBringIn(String around) {
    refused(bytes(around.formatted("x\\u0000")), "a string holds NUL");
    assertThat(StrictJson.parse(bytes(around.formatted("x\\ud83d\\ude00\\u0001")))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\\ud83d", "x\\ud83d", "\\ud83dx", "\\ude00", "\\ude00\\ud83d", "\\ud83d\\ud83d"})
  void refusesHalfAPairOfSurrogates(String text) {
    refused(bytes("[\"" + text + "\"]"), "a string holds half a surrogate pair");
  }

  @Test
  void aMarkIsRefusedOnlyAtTheBeginning() {
    assertThat(parse("[\"\uFEFF\"]").get(0).textValue()).isEqualTo("\uFEFF");
  }

  @Test
  void readsSixteenLevelsAndNotOneMore() {
    assertThat(parse("[".repeat(16) + "1" + "]".repeat(16))).hasSize(1);
    refused(bytes("[".repeat(17) + "1" + "]".repeat(17)), "not strict JSON");
  }

  @Test
  void readsNamesOfSixtyFourCharacters() {
    assertThat(parse("{\"" + "a".repeat(64) + "\":1}")).hasSize(1);
    refused(bytes("{\"" + "a".repeat(65) + "\":1}"), "not strict JSON");
  }

  @Test
  void aCarrierHoldsStringsOfAWholeToken() {
    String longest = "a".repeat(256 * 1024);

    assertThat(StrictJson.parseCarrier(bytes("[\"" + longest + "\"]")).get(0).textValue())
        .isEqualTo(longest);
    assertThatThrownBy(() -> StrictJson.parseCarrier(bytes("[\"" + longest + "a\"]")))
        .isInstanceOf(MalformedException.class)
        .hasMessage("not strict JSON");
  }

  @Test
  void writesWithoutWhiteSpaceInTheOrderGiven() {
    assertThat(StrictJson.write(StrictJson.object().put("b", 1).put("a", "日本")))
        .isEqualTo(bytes("{\"b\":1,\"a\":\"日本\"}"));
    assertThat(StrictJson.write(StrictJson.array().add(1).add("x"))).isEqualTo(bytes("[1,\"x\"]"));
  }

  @Test
  void refusesOtherEncodings() {
    assertThatThrownBy(() -> StrictJson.parse("{}".getBytes(StandardCharsets.UTF_16)))
        .isInstanceOf(MalformedException.class);
    assertThatThrownBy(() -> StrictJson.parse("{}".getBytes(StandardCharsets.UTF_16LE)))
        .isInstanceOf(MalformedException.class);
    assertThatThrownBy(() -> StrictJson.parse(new byte[] {'"', (byte) 0xC3, '"'}))
        .isInstanceOf(MalformedException.class);
    assertThatThrownBy(() -> StrictJson.parse(new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'}))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void refusesStringsAndNamesBeyondTheirLimit() {
    assertThat(parse("[\"" + "a".repeat(32_768) + "\"]")).hasSize(1);
    assertThatThrownBy(() -> parse("[\"" + "a".repeat(32_769) + "\"]"))
        .isInstanceOf(MalformedException.class);
    assertThatThrownBy(() -> parse("{\"" + "a".repeat(65) + "\":1}"))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void saysNothingOfTheContentItRefuses() {
    assertThatThrownBy(() -> parse("{\"secret\":3.141592653 oops"))
        .hasMessageNotContaining("3.14")
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-0",
        "-0.0",
        "+8",
        "08",
        "8.",
        ".8",
        "8,0",
        "8e0",
        "1e1000000000",
        "0x8",
        "８",
        "8 ",
        "",
        "12345678901",
        "0.1234567890",
        "1.1.1",
        "--1",
        "Infinity"
      })
  void refusesDecimalsOfAnotherSpelling(String text) {
    assertThatThrownBy(() -> Decimals.signed(text))
        .isInstanceOfSatisfying(
            MalformedException.class, e -> assertThat(e.fault()).isEqualTo(Fault.NUMBER));
  }

  @Test
  void readsDecimalsExactly() {
    assertThat(Decimals.signed("-9999999999.999999999"))
        .isEqualByComparingTo(new BigDecimal("-9999999999.999999999"));
    assertThat(Decimals.notNegative("0.000000001")).isEqualByComparingTo("0.000000001");
    assertThatThrownBy(() -> Decimals.notNegative("-1")).isInstanceOf(MalformedException.class);
  }

  @Test
  void readsDatesOfOneSpelling() {
    assertThat(members("{\"d\":\"2024-02-29\"}").date("d")).isEqualTo(LocalDate.of(2024, 2, 29));
    for (String text :
        new String[] {
          "2023-02-29", "2024-2-29", "2024-02-2x", "x024-02-02", "20240229", "2024/02/29"
        }) {
      assertThatThrownBy(() -> members("{\"d\":\"" + text + "\"}").date("d"))
          .isInstanceOf(MalformedException.class);
    }
  }

  @Test
  void everyMemberIsAskedForOrRefused() {
    Members members = members("{\"a\":\"x\",\"b\":true}");
    assertThat(members.text("a")).isEqualTo("x");
    assertThatThrownBy(members::end).hasMessage("here: a member nobody agreed on");
    assertThat(members.flag("b")).isTrue();
    members.end();
    assertThatThrownBy(() -> members.text("c")).hasMessage("here.c: missing");
    assertThatThrownBy(() -> members.text("b")).hasMessage("here.b: expected a string");
    assertThatThrownBy(() -> members.decimal("b"))
        .hasMessage("here.b: decimals are written as strings");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AA==", "AA=", "A", "AB", "A+", "A/", " AA", "AA\n", "ＡＡ"})
  void base64UrlHasOneSpelling(String text) {
    assertThatThrownBy(() -> Base64Url.decode(text)).isInstanceOf(MalformedException.class);
    assertThat(Base64Url.decode("AA")).containsExactly(0);
  }

  private static void refused(byte[] utf8, String message) {
    assertThatThrownBy(() -> StrictJson.parse(utf8))
        .isInstanceOfSatisfying(
            MalformedException.class, e -> assertThat(e.fault()).isEqualTo(Fault.JSON))
        .hasMessage(message);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Members members(String json) {
    return Members.of(parse(json), "here");
  }

  private static com.fasterxml.jackson.databind.JsonNode parse(String text) {
    return StrictJson.parse(text.getBytes(StandardCharsets.UTF_8));
  }
}
