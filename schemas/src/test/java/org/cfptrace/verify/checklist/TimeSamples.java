package org.cfptrace.verify.checklist;

import static org.cfptrace.verify.Reason.BAD_NUMBER;
import static org.cfptrace.verify.Reason.EXPIRED;
import static org.cfptrace.verify.Reason.ISSUED_IN_FUTURE;
import static org.cfptrace.verify.Reason.LIFETIME_TOO_LONG;
import static org.cfptrace.verify.Reason.MALFORMED_PAYLOAD;
import static org.cfptrace.verify.Reason.REPLAYED;
import static org.cfptrace.verify.checklist.Spoil.replacing;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.cfptrace.keys.Sha256;
import org.cfptrace.verify.Reason;

/** Items 78 and 80 to 83: when it was issued, and whether it was seen before. */
final class TimeSamples {
  private static final long SKEW = 120;
  private static final long DAYS_31 = 31L * 86_400;

  private TimeSamples() {}

  static Stream<Sample> all() {
    return Stream.of(future(), expired(), types(), replays()).flatMap(samples -> samples);
  }

  private static Stream<Sample> future() {
    long tooLate = Cast.NOW.getEpochSecond() + SKEW + 1;
    return issuedAt(
            78,
            "issued-in-future",
            "issued 121 seconds after the reader's clock",
            ISSUED_IN_FUTURE,
            Long.toString(tooLate))
        .filter(sample -> sample.form() != Form.TOKEN);
  }

  private static Stream<Sample> expired() {
    Setting late = Setting.STANDARD.at(Cast.IAT + 3600 + SKEW + 1);
    String expires = "\"exp\":" + (Cast.IAT + 3600);
    return Stream.of(
        Samples.message(
            80, "expired", "read 121 seconds after it expired", EXPIRED.name(), late, forge -> {}),
        Samples.message(
            80,
            "expires-at-issue",
            "expires when it is issued",
            LIFETIME_TOO_LONG,
            forge -> forge.payload(replacing(expires, "\"exp\":" + Cast.IAT))),
        Samples.message(
            80,
            "expires-too-late",
            "expires 31 days and a second after its issue",
            LIFETIME_TOO_LONG,
            forge -> forge.payload(replacing(expires, "\"exp\":" + (Cast.IAT + DAYS_31 + 1)))),
        Samples.message(
            80,
            "never-expires",
            "no time of expiry",
            MALFORMED_PAYLOAD,
            forge -> forge.payload(replacing(expires + ",", ""))));
  }

  private static Stream<Sample> types() {
    return Stream.of(
            issuedAt(
                    81,
                    "issued-as-text",
                    "the time of issue in quotes",
                    MALFORMED_PAYLOAD,
                    "\"" + Cast.IAT + "\"")
                .filter(sample -> sample.form() != Form.TOKEN),
            issuedAt(
                81,
                "issued-as-fraction",
                "the time of issue with a fraction",
                BAD_NUMBER,
                Cast.IAT + ".0"),
            issuedAt(
                81,
                "issued-with-exponent",
                "the time of issue with an exponent",
                BAD_NUMBER,
                Cast.IAT + "e0"),
            issuedAt(81, "issued-negative", "a time of issue before 1970", MALFORMED_PAYLOAD, "-1")
                .filter(sample -> sample.form() != Form.TOKEN),
            issuedAt(
                    81,
                    "issued-in-milliseconds",
                    "the time of issue in milliseconds",
                    BAD_NUMBER,
                    Cast.IAT + "000")
                .filter(sample -> sample.form() != Form.TOKEN))
        .flatMap(samples -> samples);
  }

  private static Stream<Sample> replays() {
    String message =
        Base64Text.encode(
            Sha256.of(Samples.message().signingInput().getBytes(StandardCharsets.US_ASCII)));
    String other = Base64Text.encode(Cast.bytes("other content", 32));
    String reused = "the identifier was used before, with other content";
    String again = "the very same was accepted before: not a defect";
    return Stream.of(
        Samples.message(
            82,
            "identifier-reused",
            reused,
            REPLAYED.name(),
            Setting.STANDARD.havingSeen(Samples.JTI, other),
            forge -> {}),
        Samples.declaration(
            82,
            "identifier-reused",
            reused,
            REPLAYED.name(),
            Setting.STANDARD.havingSeen(DeclarationForge.JTI, other),
            UnaryOperator.identity()),
        Samples.message(
            83,
            "seen-before",
            again,
            Sample.REPEAT,
            Setting.STANDARD.havingSeen(Samples.JTI, message),
            forge -> {}),
        Samples.declaration(
            83,
            "seen-before",
            again,
            Sample.REPEAT,
            Setting.STANDARD.havingSeen(DeclarationForge.JTI, DeclarationForge.nextTier().id()),
            UnaryOperator.identity()));
  }

  private static Stream<Sample> issuedAt(
      int item, String defect, String spoiled, Reason expected, String json) {
    return Samples.ofEveryToken(
        item,
        defect,
        spoiled,
        expected,
        forge -> forge.payload(replacing("\"iat\":" + Cast.IAT, "\"iat\":" + json)));
  }
}
