package org.cfptrace.verify.checklist;

import static org.cfptrace.verify.Reason.MALFORMED_TOKEN;
import static org.cfptrace.verify.Reason.TOO_LARGE;
import static org.cfptrace.verify.checklist.Samples.ofEveryToken;
import static org.cfptrace.verify.checklist.Spoil.prefix;
import static org.cfptrace.verify.checklist.Spoil.replacing;
import static org.cfptrace.verify.checklist.Spoil.replacingFirst;
import static org.cfptrace.verify.checklist.Spoil.suffix;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Items 1 to 10: one token has one spelling, and a largest size. */
final class SpellingSamples {
  private static final String BASE64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private SpellingSamples() {}

  static Stream<Sample> all() {
    return Stream.of(
            spelled(1, "leading-space", "a space in front", prefix(" ")),
            spelled(2, "trailing-newline", "a line end behind", suffix("\n")),
            Stream.of(
                Samples.declaration(
                    2,
                    "trailing-newline-behind-disclosures",
                    "a line end behind the last disclosure",
                    MALFORMED_TOKEN,
                    forge -> forge.text(suffix("\n")))),
            spelled(3, "padded-signature", "= behind the signature", suffix("==")),
            spelled(4, "illegal-character", "a * in the signature", suffix("*")),
            spelled(
                4,
                "illegal-character-inside",
                "a line end inside the signature",
                replacingFirst("(.{40})$", "\n$1")),
            spelled(4, "not-ascii", "a letter that is not ASCII in the signature", suffix("é")),
            spelled(5, "plus-for-minus", "+ for -", replacingFirst("-", "+")),
            spelled(5, "slash-for-underscore", "/ for _", replacingFirst("_", "/")),
            spelled(
                6,
                "trailing-bits",
                "the unused bits of the last character are not zero",
                SpellingSamples::withTrailingBits),
            spelled(
                8, "newline-in-payload", "a line end in the payload", replacing(".ey", ".e\ny")),
            spelled(9, "empty", "nothing at all", token -> ""),
            spelled(9, "one-part", "the header alone", token -> part(token, 0)),
            spelled(9, "two-parts", "no signature", token -> part(token, 0) + "." + part(token, 1)),
            spelled(9, "four-parts", "a fourth part", suffix(".AA")),
            spelled(9, "five-parts", "a fourth and a fifth part", suffix(".AA.AA")),
            spelled(9, "empty-header", "no header", token -> token.substring(token.indexOf('.'))),
            spelled(9, "dots-only", "three empty parts", token -> ".."),
            tooLarge())
        .flatMap(samples -> samples);
  }

  private static Stream<Sample> spelled(
      int item, String defect, String spoiled, UnaryOperator<String> spoiler) {
    return ofEveryToken(item, defect, spoiled, MALFORMED_TOKEN, forge -> forge.spelled(spoiler));
  }

  private static Stream<Sample> tooLarge() {
    return Stream.of(
        Samples.message(
            10,
            "too-large",
            "more than 256 KiB",
            TOO_LARGE,
            forge -> forge.payload(replacing("鋼板", "A".repeat(200_000)))),
        Samples.declaration(
            10, "too-large", "more than 64 KiB", TOO_LARGE, SpellingSamples::withLongClaims),
        Samples.declaration(
            10,
            "too-large-disclosure",
            "a disclosure of more than 16 KiB",
            TOO_LARGE,
            forge -> forge.claim("ext", longObject(12_400))),
        Samples.token(
            10,
            "too-large",
            "more than 64 KiB",
            TOO_LARGE,
            forge ->
                forge.payload(
                    replacing(
                        "\"鋼板\"",
                        "[\"" + "A".repeat(30_000) + "\",\"" + "B".repeat(30_000) + "\"]"))));
  }

  private static DeclarationForge withLongClaims(DeclarationForge forge) {
    DeclarationForge longer = forge;
    for (String name : List.of("ext", "content", "electricity", "gx", "verification")) {
      longer = longer.claim(name, longObject(11_500));
    }
    return longer;
  }

  private static String longObject(int length) {
    return "{\"note\":\"" + "A".repeat(length) + "\"}";
  }

  private static String withTrailingBits(String token) {
    int last = BASE64.indexOf(token.charAt(token.length() - 1));
    return token.substring(0, token.length() - 1) + BASE64.charAt(last + 1);
  }

  private static String part(String token, int index) {
    return token.split("\\.", -1)[index];
  }
}
