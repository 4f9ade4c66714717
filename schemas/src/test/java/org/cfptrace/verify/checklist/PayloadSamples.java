package org.cfptrace.verify.checklist;

import static org.cfptrace.verify.Reason.CLAIM_COLLISION;
import static org.cfptrace.verify.Reason.MALFORMED_DISCLOSURE;
import static org.cfptrace.verify.Reason.MALFORMED_PAYLOAD;
import static org.cfptrace.verify.checklist.Samples.ofEveryToken;
import static org.cfptrace.verify.checklist.Spoil.firstMember;
import static org.cfptrace.verify.checklist.Spoil.prefix;
import static org.cfptrace.verify.checklist.Spoil.replacing;
import static org.cfptrace.verify.checklist.Spoil.replacingFirst;
import static org.cfptrace.verify.checklist.Spoil.suffix;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.cfptrace.verify.Reason;

/**
 * Items 58 to 63: JSON that two parsers could read in two ways, in the payload and in disclosures.
 */
final class PayloadSamples {
  private static final String NAME = "熱延鋼板 coil";
  private static final String NOTE = "鋼板";

  private PayloadSamples() {}

  static Stream<Sample> all() {
    return Stream.of(duplicates(), values(), characters(), depth(), syntax())
        .flatMap(samples -> samples);
  }

  private static Stream<Sample> duplicates() {
    String twice = "\"exclBiogenicUptake\":\"3\"";
    return Stream.of(
            Stream.of(
                Samples.declaration(
                    58,
                    "two-totals",
                    "the total disclosed twice, with another value",
                    CLAIM_COLLISION,
                    forge ->
                        forge.raw(
                            "total again",
                            DeclarationForge.content(
                                "total again",
                                "\"total\",{\"exclBiogenicUptake\":\"2\",\"inclBiogenicUptake\":\"2\","
                                    + "\"complete\":true,\"estimatedShare\":\"0\"}"))),
                Samples.declaration(
                    58,
                    "figure-twice-in-total",
                    "a figure twice inside the total",
                    MALFORMED_DISCLOSURE,
                    forge -> forge.content("total", replacing(twice, twice + "," + twice))),
                Samples.declaration(
                    58,
                    "commitment-twice",
                    "the commitment twice",
                    MALFORMED_PAYLOAD,
                    forge -> forge.payload(replacingFirst("(\"ct\":\"[^\"]*\")", "$1,$1"))),
                Samples.message(
                    58,
                    "body-twice",
                    "two bodies",
                    MALFORMED_PAYLOAD,
                    forge -> forge.payload(replacing("\"body\"", "\"body\":{},\"body\"")))),
            payload(58, "issuer-twice", "the issuer twice", firstMember("\"iss\":\"x\"")),
            payload(
                58,
                "issuer-twice-escaped",
                "the issuer twice, once written with an escape",
                firstMember("\"\\u0069ss\":\"x\"")))
        .flatMap(samples -> samples);
  }

  private static Stream<Sample> values() {
    UnaryOperator<String> inArray = text -> "[" + text + "]";
    return Stream.of(
            Stream.of(
                Samples.message(
                    59,
                    "payload-array",
                    "an array around the payload",
                    MALFORMED_PAYLOAD,
                    forge -> forge.payload(inArray)),
                Samples.declaration(
                    59,
                    "payload-array",
                    "an array around the payload",
                    MALFORMED_PAYLOAD,
                    forge -> forge.payload(inArray)),
                disclosure(
                    59,
                    "disclosure-garbage",
                    "something behind a disclosure's array",
                    suffix(" x")),
                disclosure(
                    59, "disclosure-twice-in-one", "two arrays in one disclosure", suffix("[]"))),
            payload(59, "payload-twice", "two objects", text -> text + text),
            payload(59, "payload-garbage", "something behind the payload", suffix(" x")),
            payload(59, "payload-empty", "an empty payload", text -> ""),
            payload(59, "payload-null", "the payload is null", text -> "null"),
            payload(
                59,
                "payload-cut",
                "the last brace missing",
                text -> text.substring(0, text.length() - 1)))
        .flatMap(samples -> samples.filter(sample -> !isNullToken(sample)));
  }

  /** What a simple token says is its caller's affair: null is strict JSON. */
  private static boolean isNullToken(Sample sample) {
    return sample.form() == Form.TOKEN && sample.defect().equals("payload-null");
  }

  private static Stream<Sample> characters() {
    UnaryOperator<byte[]> notUtf8 = bytes -> replaceByte(bytes, (byte) 0xE9, (byte) 0xFF);
    UnaryOperator<byte[]> overlong = bytes -> replaceByte(bytes, (byte) 0xE9, (byte) 0xC0);
    return Stream.of(
            Stream.of(
                Samples.message(
                    60,
                    "not-utf8",
                    "a byte that is no UTF-8",
                    MALFORMED_PAYLOAD,
                    forge -> forge.payloadBytes(notUtf8)),
                Samples.message(
                    60,
                    "overlong-utf8",
                    "a byte that only overlong UTF-8 has",
                    MALFORMED_PAYLOAD,
                    forge -> forge.payloadBytes(overlong)),
                Samples.token(
                    60,
                    "not-utf8",
                    "a byte that is no UTF-8",
                    MALFORMED_PAYLOAD,
                    forge -> forge.payloadBytes(notUtf8)),
                Samples.declaration(
                    60,
                    "not-utf8",
                    "a byte that is no UTF-8 in the payload",
                    MALFORMED_PAYLOAD,
                    forge ->
                        forge.token(
                            token ->
                                token.payloadBytes(
                                    bytes -> replaceByte(bytes, (byte) 'h', (byte) 0xFF)))),
                Samples.declaration(
                    60,
                    "not-utf8-in-disclosure",
                    "a byte that is no UTF-8 in a disclosure",
                    MALFORMED_DISCLOSURE,
                    forge ->
                        forge.contentBytes(
                            "product", bytes -> replaceByte(bytes, (byte) 0xE7, (byte) 0xFF)))),
            text(61, "lone-surrogate", "the first half of a pair of surrogates", "\\ud800"),
            text(61, "lone-low-surrogate", "the second half of a pair of surrogates", "\\udc00"),
            text(
                61,
                "surrogates-reversed",
                "a pair of surrogates the wrong way round",
                "\\udc00\\ud800"),
            text(62, "nul", "NUL in a text", "a\\u0000b"),
            text(62, "raw-control", "a line end in a text, not escaped", "a\nb"))
        .flatMap(samples -> samples);
  }

  /** In a note of message and token, and in the product's name. */
  private static Stream<Sample> text(int item, String defect, String spoiled, String text) {
    UnaryOperator<String> note = replacing(NOTE, text);
    return Stream.of(
        Samples.message(item, defect, spoiled, MALFORMED_PAYLOAD, forge -> forge.payload(note)),
        Samples.token(item, defect, spoiled, MALFORMED_PAYLOAD, forge -> forge.payload(note)),
        Samples.declaration(
            item,
            defect,
            spoiled,
            MALFORMED_DISCLOSURE,
            forge -> forge.content("product", replacing(NAME, text))));
  }

  private static Stream<Sample> depth() {
    String deep = "[".repeat(20_000) + "]".repeat(20_000);
    String levels17 = "[".repeat(16) + "]".repeat(16);
    return Stream.of(
        Samples.message(
            63,
            "deep-payload",
            "20,000 levels deep",
            MALFORMED_PAYLOAD,
            forge -> forge.payload(replacing("[1,2]", deep))),
        Samples.message(
            63,
            "deep-payload-17",
            "17 levels deep",
            MALFORMED_PAYLOAD,
            forge -> forge.payload(replacing("[1,2]", "[".repeat(15) + "]".repeat(15)))),
        Samples.token(
            63,
            "deep-payload",
            "20,000 levels deep",
            MALFORMED_PAYLOAD,
            forge -> forge.payload(replacing("\"" + NOTE + "\"", deep))),
        Samples.token(
            63,
            "deep-payload-17",
            "17 levels deep",
            MALFORMED_PAYLOAD,
            forge -> forge.payload(replacing("\"" + NOTE + "\"", levels17))),
        Samples.declaration(
            63,
            "deep-payload",
            "20,000 levels deep",
            MALFORMED_PAYLOAD,
            forge -> forge.payload(firstMember("\"x\":" + deep))),
        Samples.declaration(
            63,
            "deep-disclosure",
            "a disclosure 5,000 levels deep",
            MALFORMED_DISCLOSURE,
            forge -> forge.claim("ext", "{\"x\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}")));
  }

  /** Items 45 and 46 again, where nothing is compared byte by byte. */
  private static Stream<Sample> syntax() {
    return Stream.of(
            payload(
                45,
                "bom-in-payload",
                "a byte order mark in front of the payload",
                prefix("\uFEFF")),
            payload(46, "comment-in-payload", "a comment in the payload", prefix("/* */")),
            payload(
                46,
                "single-quotes-in-payload",
                "single quotes in the payload",
                text -> text.replace("\"iss\"", "'iss'")),
            payload(
                46,
                "unquoted-in-payload",
                "a member without quotes",
                text -> text.replace("\"iss\"", "iss")),
            payload(
                46,
                "trailing-comma-in-payload",
                "a comma behind the last member",
                text -> text.substring(0, text.length() - 1) + ",}"),
            payload(
                    43,
                    "unknown-member-in-payload",
                    "a member nobody agreed on",
                    firstMember("\"nbf\":0"))
                .filter(sample -> sample.form() != Form.TOKEN))
        .flatMap(samples -> samples);
  }

  private static Stream<Sample> payload(
      int item, String defect, String spoiled, UnaryOperator<String> spoiler) {
    return ofEveryToken(item, defect, spoiled, MALFORMED_PAYLOAD, forge -> forge.payload(spoiler));
  }

  private static Sample disclosure(
      int item, String defect, String spoiled, UnaryOperator<String> spoiler) {
    Reason expected = MALFORMED_DISCLOSURE;
    return Samples.declaration(
        item, defect, spoiled, expected, forge -> forge.content("terms", spoiler));
  }

  private static byte[] replaceByte(byte[] bytes, byte from, byte to) {
    byte[] spoiled = bytes.clone();
    for (int i = 0; i < spoiled.length; i++) {
      if (spoiled[i] == from) {
        spoiled[i] = to;
        return spoiled;
      }
    }
    throw new IllegalStateException("nothing to spoil");
  }
}
