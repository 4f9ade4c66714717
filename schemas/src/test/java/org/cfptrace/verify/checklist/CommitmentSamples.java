package org.cfptrace.verify.checklist;

import static org.cfptrace.verify.Reason.BAD_NUMBER;
import static org.cfptrace.verify.Reason.COMMITMENT_DOES_NOT_OPEN;
import static org.cfptrace.verify.Reason.MALFORMED_BODY;
import static org.cfptrace.verify.Reason.MALFORMED_PAYLOAD;
import static org.cfptrace.verify.Reason.OPENING_MISSING;
import static org.cfptrace.verify.Reason.OPENING_WITHOUT_TOTAL;
import static org.cfptrace.verify.Reason.STAGES_DO_NOT_ADD_UP;
import static org.cfptrace.verify.Reason.STAGES_WITHOUT_TOTAL;
import static org.cfptrace.verify.Reason.TOTAL_IS_NOT_COMMITTED;
import static org.cfptrace.verify.Reason.UNIT_MISMATCH;
import static org.cfptrace.verify.checklist.Spoil.replacing;
import static org.cfptrace.verify.checklist.Spoil.replacingFirst;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.cfptrace.verify.Reason;

/** Items 103, 106 and 114: the figures shown are those committed to, in a unit we can use. */
final class CommitmentSamples {
  private CommitmentSamples() {}

  static Stream<Sample> all() {
    return Stream.of(openings(), figures(), units(), points()).flatMap(samples -> samples);
  }

  private static Stream<Sample> openings() {
    return Stream.of(
        opening(
            103,
            "gross-off-by-one",
            "one microgram more of gross emissions",
            COMMITMENT_DOES_NOT_OPEN,
            replacing("3250000000", "3250000001")),
        opening(
            103,
            "removals-as-uptake",
            "removals and uptake exchanged",
            COMMITMENT_DOES_NOT_OPEN,
            replacingFirst("\"R\":(\"\\d+\"),\"B\":(\"\\d+\")", "\"R\":$2,\"B\":$1")),
        opening(
            103,
            "other-blinding",
            "another blinding factor",
            COMMITMENT_DOES_NOT_OPEN,
            replacingFirst(
                "\"r\":\"[^\"]*\"",
                "\"r\":\""
                    + Base64Text.encode(Cast.bytes("no blinding", 32)).replaceFirst("^.", "A")
                    + "\"")),
        Samples.declaration(
            103,
            "other-commitment",
            "another commitment was signed",
            COMMITMENT_DOES_NOT_OPEN,
            forge -> forge.payload(ct(compressed(Cast.STRANGER_SIGNS)))),
        Samples.declaration(
            0,
            "opening-missing",
            "the total without its opening",
            OPENING_MISSING,
            DeclarationForge::withoutOpening),
        Samples.declaration(
            0,
            "opening-without-total",
            "an opening without the total",
            OPENING_WITHOUT_TOTAL,
            forge -> forge.without("total").without("stages")),
        opening(
            0,
            "opening-blinding-of-order",
            "a blinding factor of the order",
            BAD_NUMBER,
            replacingFirst(
                "\"r\":\"[^\"]*\"",
                "\"r\":\"" + Base64Text.encode(TestKey.fixed(TestKey.ORDER)) + "\"")),
        opening(
            0,
            "opening-negative",
            "negative micrograms",
            BAD_NUMBER,
            replacing("250000000\"", "-1\"")),
        opening(
            0,
            "opening-2-to-63",
            "micrograms of 2^63",
            BAD_NUMBER,
            replacing("3250000000", "9223372036854775808")),
        opening(
            0,
            "opening-unknown-member",
            "a member nobody agreed on",
            MALFORMED_BODY,
            replacing("{\"E\"", "{\"X\":1,\"E\"")));
  }

  private static Stream<Sample> figures() {
    return Stream.of(
        claim(
            "total-excluding-uptake",
            "a total without uptake one microgram below that committed to",
            TOTAL_IS_NOT_COMMITTED,
            "total",
            "\"3\"",
            "\"2.999999999\""),
        claim(
            "total-including-uptake",
            "a total with uptake one microgram below that committed to",
            TOTAL_IS_NOT_COMMITTED,
            "total",
            "\"2.5\"",
            "\"2.499999999\""),
        claim(
            "stages-gross",
            "a stage one microgram below",
            STAGES_DO_NOT_ADD_UP,
            "stages",
            "\"1.25\"",
            "\"1.249999999\""),
        claim(
            "stages-uptake",
            "an uptake one microgram more",
            STAGES_DO_NOT_ADD_UP,
            "stages",
            "\"-0.5\"",
            "\"-0.500000001\""),
        claim(
            "stages-removals",
            "a removal one microgram more",
            STAGES_DO_NOT_ADD_UP,
            "stages",
            "\"-0.25\"",
            "\"-0.250000001\""),
        Samples.declaration(
            0,
            "stages-without-total",
            "the stages without the total",
            STAGES_WITHOUT_TOTAL,
            forge -> forge.without("total").withoutOpening()));
  }

  private static Stream<Sample> units() {
    return Stream.of(
        Samples.declaration(
            106,
            "piece-without-mass",
            "per piece, bought by the kilogram, and the mass of a piece is not said",
            UNIT_MISMATCH,
            forge -> forge.content("product", replacing(",\"massPerUnit\":\"2.5\"", ""))),
        Samples.declaration(
            106,
            "liter-for-kilogram",
            "per liter, bought by the kilogram",
            UNIT_MISMATCH,
            forge -> forge.content("product", replacing("piece", "liter"))));
  }

  private static Stream<Sample> points() {
    byte[] offCurve = new byte[33];
    offCurve[0] = 2;
    offCurve[32] = 1; // x = 1 has no y on P-256
    byte[] beyondField = new byte[33];
    java.util.Arrays.fill(beyondField, (byte) 0xFF);
    beyondField[0] = 2;
    byte[] uncompressed =
        TestKey.concat(
            new byte[] {4}, TestKey.concat(Cast.STRANGER_SIGNS.x(), Cast.STRANGER_SIGNS.y()));
    return Stream.of(
        point("commitment-off-curve", "a commitment that is no point of the curve", offCurve),
        point(
            "commitment-beyond-field", "a commitment whose x is not below the prime", beyondField),
        point("commitment-uncompressed", "a commitment that is not compressed", uncompressed),
        point("commitment-infinity", "a commitment that is the point at infinity", new byte[1]),
        point("commitment-zeros", "33 zeros for a commitment", new byte[33]),
        point("commitment-empty", "an empty commitment", new byte[0]));
  }

  private static Sample point(String defect, String spoiled, byte[] point) {
    return Samples.declaration(
        114, defect, spoiled, MALFORMED_PAYLOAD, forge -> forge.payload(ct(point)));
  }

  private static byte[] compressed(TestKey key) {
    byte sign = (byte) (2 + (key.y()[31] & 1));
    return TestKey.concat(new byte[] {sign}, key.x());
  }

  private static UnaryOperator<String> ct(byte[] point) {
    return replacingFirst("\"ct\":\"[^\"]*\"", "\"ct\":\"" + Base64Text.encode(point) + "\"");
  }

  private static Sample opening(
      int item, String defect, String spoiled, Reason expected, UnaryOperator<String> spoiler) {
    return Samples.declaration(item, defect, spoiled, expected, forge -> forge.opening(spoiler));
  }

  private static Sample claim(
      String defect, String spoiled, Reason expected, String claim, String from, String to) {
    return Samples.declaration(
        0, defect, spoiled, expected, forge -> forge.content(claim, replacing(from, to)));
  }
}
