package org.cfptrace.verify.checklist;

import static org.cfptrace.verify.checklist.Spoil.replacing;

import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The last that is accepted before each limit: a reader that is stricter would lose figures. */
final class BorderSamples {
  private static final long DAY = 86_400;
  private static final long SKEW = 120;
  // Base64 has no texts of 4 n + 1 characters: with this one the rest comes out even.
  private static final int GX_LENGTH = 11_501;
  private static final String NOTE = "鋼板";

  private BorderSamples() {}

  static Stream<Sample> all() {
    return Stream.of(times(), keys(), sizes(), shapes()).flatMap(samples -> samples);
  }

  private static Stream<Sample> times() {
    long now = Cast.NOW.getEpochSecond();
    String issued = "\"iat\":" + Cast.IAT;
    String expires = "\"exp\":" + (Cast.IAT + 3600);
    return Stream.of(
        message(
            "issued-at-skew",
            "issued 120 seconds after the reader's clock",
            Setting.STANDARD,
            forge -> forge.payload(replacing(issued, "\"iat\":" + (now + SKEW)))),
        message(
            "expired-at-skew",
            "read 120 seconds after it expired",
            Setting.STANDARD.at(Cast.IAT + 3600 + SKEW),
            forge -> {}),
        message(
            "expires-in-31-days",
            "expires 31 days after its issue",
            Setting.STANDARD,
            forge -> forge.payload(replacing(expires, "\"exp\":" + (Cast.IAT + 31 * DAY)))),
        message(
            "directory-of-24-hours",
            "the directory was last confirmed 24 hours ago",
            Setting.STANDARD.mill(mill -> mill.confirmedAt(now - DAY)),
            forge -> {}));
  }

  private static Stream<Sample> keys() {
    return Stream.of(
        message(
            "first-second-of-key",
            "issued in the second from which the key is valid",
            Setting.STANDARD.mill(
                mill -> mill.key(Cast.MILL_MESSAGES, key -> key.validFrom(Cast.IAT))),
            forge -> {}),
        message(
            "last-second-of-key",
            "issued in the second before the key's validity ended; rotated since",
            Setting.STANDARD.mill(
                mill -> mill.key(Cast.MILL_MESSAGES, key -> key.validTo(Cast.IAT + 1))),
            forge -> {}),
        message(
            "other-key-compromised",
            "another key of the signer is reported as compromised",
            Setting.STANDARD.mill(
                mill -> mill.key(Cast.MILL_DECLARES, key -> key.compromised(Cast.IAT - 1))),
            forge -> {}));
  }

  private static Stream<Sample> sizes() {
    return Stream.of(
        message(
            "largest",
            "256 KiB less one byte",
            Setting.STANDARD,
            forge ->
                forge.payload(
                    note(
                        256 * 1024 - 1,
                        note -> Samples.message().payload(replacing(NOTE, note)).compact()))),
        declaration("largest", "64 KiB", largest()),
        declaration(
            "largest-disclosure",
            "a disclosure of 16 KiB",
            DeclarationForge.nextTier()
                .claim(
                    "ext",
                    filled(
                        16 * 1024,
                        BorderSamples::ext,
                        ext ->
                            Base64Text.encode(DeclarationForge.content("ext", "\"ext\"," + ext))))),
        Samples.token(
            0,
            "accepted-largest",
            "64 KiB",
            Sample.ACCEPTED,
            forge ->
                forge.payload(
                    replacing(
                        "\"" + NOTE + "\"",
                        filled(
                            64 * 1024,
                            BorderSamples::twoTexts,
                            texts ->
                                Samples.token()
                                    .payload(replacing("\"" + NOTE + "\"", texts))
                                    .compact())))),
        Samples.envelope(
            0,
            "accepted-largest",
            "256 KiB sealed",
            Sample.ACCEPTED,
            EnvelopeForge.around(
                Samples.message()
                    .payload(
                        note(
                            256 * 1024 - 1,
                            note -> Samples.message().payload(replacing(NOTE, note)).compact()))
                    .compact())));
  }

  private static Stream<Sample> shapes() {
    return Stream.of(
        message(
            "16-deep",
            "16 levels deep",
            Setting.STANDARD,
            forge -> forge.payload(replacing("[1,2]", "[".repeat(14) + "]".repeat(14)))),
        declaration(
            "nested-8-deep", "disclosures inside disclosures, 8 deep", DisclosureSamples.nested(8)),
        declaration(
            "19-digits-in-all",
            "ten digits in front of the point and nine behind",
            DeclarationForge.nextTier()
                .content("product", replacing("\"2.5\"", "\"9999999999.999999999\""))),
        declaration(
            "without-total",
            "neither total nor stages nor opening",
            DeclarationForge.nextTier().without("total").without("stages").withoutOpening()),
        message(
            "escaped-pair",
            "a pair of surrogates, escaped",
            Setting.STANDARD,
            forge -> forge.payload(replacing(NOTE, "\\ud83d\\ude00"))));
  }

  private static DeclarationForge largest() {
    String last =
        filled(64 * 1024, BorderSamples::ext, ext -> withLongClaims().claim("ext", ext).text());
    return withLongClaims().claim("ext", last);
  }

  private static DeclarationForge withLongClaims() {
    return DeclarationForge.nextTier()
        .claim("content", ext(11_500))
        .claim("electricity", ext(11_500))
        .claim("gx", ext(GX_LENGTH));
  }

  private static UnaryOperator<String> note(int length, UnaryOperator<String> text) {
    return replacing(NOTE, filled(length, "A"::repeat, text));
  }

  /** The content with which the text is exactly that long; each more makes it a bit longer. */
  private static String filled(
      int length, IntFunction<String> content, UnaryOperator<String> text) {
    int low = 0;
    int high = length;
    while (low < high) {
      int middle = (low + high) / 2;
      if (text.apply(content.apply(middle)).length() < length) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (text.apply(content.apply(low)).length() != length) {
      throw new IllegalStateException("no text of " + length + " characters");
    }
    return content.apply(low);
  }

  private static String ext(int length) {
    return "{\"note\":\"" + "A".repeat(length) + "\"}";
  }

  /** In two, for the longest text in JSON is 32 Ki characters. */
  private static String twoTexts(int length) {
    int first = Math.min(length, 30_000);
    return "[\"" + "A".repeat(first) + "\",\"" + "B".repeat(length - first) + "\"]";
  }

  private static Sample message(
      String name, String said, Setting setting, Consumer<TokenForge> change) {
    return Samples.message(0, "accepted-" + name, said, Sample.ACCEPTED, setting, change);
  }

  private static Sample declaration(String name, String said, DeclarationForge forge) {
    return Samples.declaration(
        0, "accepted-" + name, said, Sample.ACCEPTED, Setting.STANDARD, forge);
  }
}
