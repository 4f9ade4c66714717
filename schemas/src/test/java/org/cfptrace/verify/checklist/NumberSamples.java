package org.cfptrace.verify.checklist;

import static org.cfptrace.verify.Reason.BAD_NUMBER;
import static org.cfptrace.verify.Reason.MALFORMED_CLAIM;
import static org.cfptrace.verify.Reason.MALFORMED_DISCLOSURE;
import static org.cfptrace.verify.Reason.UNKNOWN_UNIT;
import static org.cfptrace.verify.checklist.Spoil.replacing;

import java.util.stream.Stream;
import org.cfptrace.verify.Reason;

/**
 * Items 64 to 77: one spelling for a number, one for a unit. Where it can be, the number is still
 * the same, so that nothing but its spelling can be the reason.
 */
final class NumberSamples {
  private NumberSamples() {}

  static Stream<Sample> all() {
    return Stream.of(bare(), spellings(), otherTypes(), ranges(), units(), messages())
        .flatMap(samples -> samples);
  }

  private static Stream<Sample> bare() {
    String digits30 = "3" + "0".repeat(29);
    return Stream.of(
        total(64, "bare-number", "3 without quotes", BAD_NUMBER, "3"),
        mass(64, "bare-mass", "25 without quotes", BAD_NUMBER, "25"),
        total(65, "bare-fraction", "3.0 without quotes", MALFORMED_DISCLOSURE, "3.0"),
        mass(65, "bare-fraction-mass", "2.5 without quotes", MALFORMED_DISCLOSURE, "2.5"),
        total(65, "bare-1e400", "1e400 without quotes", MALFORMED_DISCLOSURE, "1e400"),
        total(65, "bare-nan", "NaN", MALFORMED_DISCLOSURE, "NaN"),
        total(65, "bare-infinity", "Infinity", MALFORMED_DISCLOSURE, "Infinity"),
        text(65, "nan", "NaN in quotes", "NaN"),
        text(65, "infinity", "Infinity in quotes", "Infinity"),
        text(65, "1e400", "1e400 in quotes", "1e400"),
        total(66, "bare-30-digits", "30 digits without quotes", MALFORMED_DISCLOSURE, digits30),
        text(66, "30-digits", "30 digits", digits30));
  }

  private static Stream<Sample> spellings() {
    return Stream.of(
        mass(67, "negative", "-2.5 where nothing negative can be", BAD_NUMBER, "\"-2.5\""),
        claim(67, "minus-zero", "-0", BAD_NUMBER, "total", "\"0.1\"", "\"-0\""),
        claim(
            67,
            "signed-minus-zero",
            "-0 where negatives can be",
            BAD_NUMBER,
            "stages",
            "\"-0.5\"",
            "\"-0\""),
        text(67, "plus", "a plus sign", "+3"),
        text(67, "leading-zero", "a leading zero", "03"),
        text(67, "no-fraction-digits", "a point and nothing behind", "3."),
        claim(
            67,
            "no-integer-digits",
            "a point and nothing in front",
            BAD_NUMBER,
            "total",
            "\"0.1\"",
            "\".1\""),
        text(68, "comma", "a decimal comma", "3,0"),
        text(69, "exponent", "an exponent", "3e0"),
        text(69, "exponent-in-capitals", "an exponent with a capital E", "3E0"),
        text(70, "huge-exponent", "an exponent of a thousand million", "1e1000000000"),
        text(71, "hexadecimal", "hexadecimal", "0x3"),
        text(72, "full-width-digit", "a full-width digit", "３"),
        text(72, "arabic-digit", "an Arabic-Indic digit", "٣"),
        text(73, "trailing-space", "a space behind", "3 "),
        text(73, "leading-space-in-number", "a space in front", " 3"),
        text(73, "empty-number", "an empty text", ""),
        text(73, "line-end-in-number", "a line end behind", "3\\n"));
  }

  private static Stream<Sample> otherTypes() {
    return Stream.of(
        total(74, "null-number", "null", BAD_NUMBER, "null"),
        total(74, "true-number", "true", BAD_NUMBER, "true"),
        total(74, "array-number", "an array", BAD_NUMBER, "[\"3\"]"),
        total(74, "object-number", "an object", BAD_NUMBER, "{\"v\":\"3\"}"),
        claim(
            74,
            "text-flag",
            "true in quotes where a flag is asked for",
            MALFORMED_CLAIM,
            "total",
            "true",
            "\"true\""));
  }

  private static Stream<Sample> ranges() {
    return Stream.of(
        text(75, "19-digits", "19 digits in front of the point", "3000000000000000000"),
        text(75, "11-digits", "11 digits in front of the point", "30000000000"),
        text(76, "10-decimals", "10 digits behind the point", "3.0000000000"),
        claim(
            76,
            "10-decimals-of-mass",
            "10 digits behind the point",
            BAD_NUMBER,
            "product",
            "\"2.5\"",
            "\"2.5000000000\""));
  }

  private static Stream<Sample> units() {
    return Stream.of(
        unit("unit-of-emission", "gCO2e as the unit", "gCO2e"),
        unit("unit-kgco2e", "kgCO2e as the unit", "kgCO2e"),
        unit("unit-t", "t as the unit", "t"),
        unit("unit-kg", "kg as the unit", "kg"),
        unit("unit-capital", "Piece as the unit", "Piece"),
        unit("unit-of-ouranos", "another system's spelling of the unit", "unit"),
        claim(
            77,
            "total-with-unit",
            "a unit of its own in the total",
            MALFORMED_CLAIM,
            "total",
            "{\"excl",
            "{\"unit\":\"gCO2e\",\"excl"));
  }

  /** The same in messages, where bodies hold numbers too. */
  private static Stream<Sample> messages() {
    return Stream.of(
        Samples.message(
            65,
            "bare-fraction",
            "3.0 without quotes in a body",
            BAD_NUMBER,
            forge -> forge.payload(replacing("[1,2]", "[3.0]"))),
        Samples.message(
            65,
            "bare-1e400",
            "1e400 without quotes in a body",
            BAD_NUMBER,
            forge -> forge.payload(replacing("[1,2]", "[1e400]"))),
        Samples.message(
            65,
            "bare-nan",
            "NaN in a body",
            Reason.MALFORMED_PAYLOAD,
            forge -> forge.payload(replacing("[1,2]", "[NaN]"))),
        Samples.message(
            66,
            "bare-20-digits",
            "20 digits without quotes",
            BAD_NUMBER,
            forge -> forge.payload(replacing("[1,2]", "[30000000000000000000]"))),
        Samples.message(
            66,
            "bare-30-digits",
            "30 digits without quotes",
            Reason.MALFORMED_PAYLOAD,
            forge -> forge.payload(replacing("[1,2]", "[3" + "0".repeat(29) + "]"))),
        Samples.message(
            70,
            "huge-exponent",
            "an exponent of a thousand million",
            BAD_NUMBER,
            forge -> forge.payload(replacing("[1,2]", "[1e1000000000]"))));
  }

  private static Sample text(int item, String defect, String spoiled, String figure) {
    return total(item, defect, spoiled, BAD_NUMBER, "\"" + figure + "\"");
  }

  private static Sample total(
      int item, String defect, String spoiled, Reason expected, String json) {
    return claim(item, defect, spoiled, expected, "total", "\"3\"", json);
  }

  private static Sample mass(
      int item, String defect, String spoiled, Reason expected, String json) {
    return claim(item, defect, spoiled, expected, "product", "\"2.5\"", json);
  }

  private static Sample unit(String defect, String spoiled, String unit) {
    return claim(77, defect, spoiled, UNKNOWN_UNIT, "product", "\"piece\"", "\"" + unit + "\"");
  }

  private static Sample claim(
      int item,
      String defect,
      String spoiled,
      Reason expected,
      String claim,
      String from,
      String to) {
    return Samples.declaration(
        item, defect, spoiled, expected, forge -> forge.content(claim, replacing(from, to)));
  }
}
