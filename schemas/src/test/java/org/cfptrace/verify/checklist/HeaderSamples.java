package org.cfptrace.verify.checklist;

import static org.cfptrace.verify.Reason.MALFORMED_HEADER;
import static org.cfptrace.verify.Reason.MALFORMED_TOKEN;
import static org.cfptrace.verify.Reason.UNSUPPORTED_VERSION;
import static org.cfptrace.verify.checklist.Samples.ofEveryToken;
import static org.cfptrace.verify.checklist.Spoil.firstMember;
import static org.cfptrace.verify.checklist.Spoil.prefix;
import static org.cfptrace.verify.checklist.Spoil.replacing;
import static org.cfptrace.verify.checklist.Spoil.replacingFirst;
import static org.cfptrace.verify.checklist.Spoil.suffix;

import java.security.GeneralSecurityException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Items 11 to 28 and 36 to 48: the header is exactly the one agreed, or refused. */
final class HeaderSamples {
  private static final String ALG = "\"alg\":\"ES256\"";

  private HeaderSamples() {}

  static Stream<Sample> all() {
    return Stream.of(algorithm(), keySelection(), members(), syntax()).flatMap(samples -> samples);
  }

  private static Stream<Sample> algorithm() {
    return Stream.of(
            spoilt(
                11,
                "alg-none",
                "alg none, no signature",
                forge -> forge.header(alg("none")).signature(signature -> new byte[0])),
            header(12, "alg-none-signed", "alg none, signature kept", alg("none")),
            header(13, "alg-none-in-capitals", "alg nOnE", alg("nOnE")),
            spoilt(
                14,
                "hs256-with-public-key",
                "HS256 keyed with the public key's certificate form",
                forge -> hmac(forge, forge.key().spki())),
            spoilt(
                15,
                "hs256-with-x",
                "HS256 keyed with the public key's x",
                forge -> hmac(forge, forge.key().x())),
            header(16, "alg-es384", "alg ES384 on a P-256 key", alg("ES384")),
            header(16, "alg-es256k", "alg ES256K on a P-256 key", alg("ES256K")),
            header(16, "alg-rs256", "alg RS256 on a P-256 key", alg("RS256")),
            header(16, "alg-eddsa", "alg EdDSA on a P-256 key", alg("EdDSA")),
            header(17, "alg-missing", "no alg", replacing(ALG + ",", "")),
            header(17, "alg-number", "alg is a number", replacing(ALG, "\"alg\":256")),
            header(18, "alg-twice", "alg twice", firstMember(ALG)),
            header(
                18,
                "alg-twice-none-first",
                "alg none, then ES256",
                firstMember("\"alg\":\"none\"")),
            header(19, "alg-escaped", "alg written with an escape", replacing("alg", "\\u0061lg")))
        .flatMap(samples -> samples);
  }

  private static Stream<Sample> keySelection() {
    String attacker = "\"jwk\":" + Cast.STRANGER_SIGNS.jwk();
    return Stream.of(
            spoilt(
                21,
                "jwk-of-attacker",
                "the attacker's key embedded, signed by the attacker",
                forge ->
                    forge.header(inFrontOfTyp(attacker)).signingInstead(Cast.STRANGER_SIGNS::sign)),
            spoilt(
                22,
                "jwk-of-signer",
                "the signer's own key embedded",
                forge -> forge.header(inFrontOfTyp("\"jwk\":" + forge.key().jwk()))),
            header(
                23,
                "jku",
                "an address of keys",
                inFrontOfTyp("\"jku\":\"https://evil.example/keys\"")),
            header(
                24,
                "x5u-file",
                "a file of certificates",
                inFrontOfTyp("\"x5u\":\"file:///etc/passwd\"")),
            header(
                25,
                "x5c-garbage",
                "a certificate that is none",
                inFrontOfTyp("\"x5c\":[\"AAAA\"]")),
            header(26, "kid-path", "kid is a path", kid("../../../../../../../etc/passwd")),
            header(27, "kid-sql", "kid is a query", kid("x' OR '1'='1")),
            header(28, "kid-missing", "no kid", replacingFirst("\"kid\":\"[^\"]*\",", "")),
            header(28, "kid-empty", "an empty kid", kid("")),
            header(
                28,
                "kid-trailing-bits",
                "kid in another base64url spelling",
                replacingFirst("(\"kid\":\".{42}).\"", "$1-\"")))
        .flatMap(samples -> samples);
  }

  private static Stream<Sample> members() {
    return Stream.of(
            header(
                36,
                "crit-unknown",
                "crit names something unknown",
                inFrontOfTyp("\"crit\":[\"cfp\"],\"cfp\":1")),
            header(37, "crit-empty", "crit names nothing", inFrontOfTyp("\"crit\":[]")),
            header(38, "crit-alg", "crit names alg", inFrontOfTyp("\"crit\":[\"alg\"]")),
            header(39, "crit-text", "crit is no array", inFrontOfTyp("\"crit\":\"alg\"")),
            header(40, "b64-false", "b64 false without crit", inFrontOfTyp("\"b64\":false")),
            header(
                40,
                "b64-false-critical",
                "b64 false with crit",
                inFrontOfTyp("\"b64\":false,\"crit\":[\"b64\"]")),
            header(41, "typ-access-token", "typ of an access token", typ("at+jwt")),
            header(41, "typ-in-capitals", "typ in capitals", typ("CFP-MSG-V1+JWT")),
            header(42, "typ-missing", "no typ", replacingFirst(",\"typ\":\"[^\"]*\"", "")),
            header(
                43,
                "unknown-member",
                "a member nobody agreed on",
                inFrontOfTyp("\"cty\":\"json\"")),
            header(44, "zip", "zip in a signed token", inFrontOfTyp("\"zip\":\"DEF\"")),
            Stream.of(
                Samples.message(
                    0,
                    "next-version",
                    "version 2 of the form",
                    UNSUPPORTED_VERSION,
                    forge -> forge.header(replacing("-v1+", "-v2+"))),
                Samples.declaration(
                    0,
                    "next-version",
                    "version 2 of the form",
                    UNSUPPORTED_VERSION,
                    forge -> forge.token(token -> token.header(replacing("-v1+", "-v2+"))))))
        .flatMap(samples -> samples);
  }

  private static Stream<Sample> syntax() {
    return Stream.of(
            header(
                45, "bom-in-header", "a byte order mark in front of the header", prefix("\uFEFF")),
            ofEveryToken(
                45,
                "bom-in-front",
                "a byte order mark in front of the token",
                MALFORMED_TOKEN,
                forge -> forge.spelled(prefix("ï»¿"))),
            header(46, "comment", "a comment in the header", replacing(ALG, "/* */" + ALG)),
            header(
                46,
                "single-quotes",
                "single quotes in the header",
                text -> text.replace('"', '\'')),
            header(46, "unquoted", "a member without quotes", replacing("\"alg\"", "alg")),
            header(46, "trailing-garbage", "something behind the header", suffix("x")),
            header(46, "white-space", "a space in the header", replacing(ALG, ALG + " ")),
            header(46, "other-order", "the members in another order", HeaderSamples::typFirst),
            header(
                47,
                "long-header",
                "a header of 26 KB",
                inFrontOfTyp("\"x\":\"" + "A".repeat(26_000) + "\"")),
            header(
                48,
                "deep-header",
                "a header 5,000 levels deep",
                inFrontOfTyp("\"x\":" + "[".repeat(5_000) + "]".repeat(5_000))))
        .flatMap(samples -> samples);
  }

  private static Stream<Sample> header(
      int item, String defect, String spoiled, UnaryOperator<String> spoiler) {
    return spoilt(item, defect, spoiled, forge -> forge.header(spoiler));
  }

  private static Stream<Sample> spoilt(
      int item, String defect, String spoiled, Consumer<TokenForge> spoiler) {
    return ofEveryToken(item, defect, spoiled, MALFORMED_HEADER, spoiler);
  }

  private static UnaryOperator<String> alg(String other) {
    return replacing(ALG, "\"alg\":\"" + other + "\"");
  }

  private static UnaryOperator<String> kid(String other) {
    return replacingFirst("\"kid\":\"[^\"]*\"", "\"kid\":\"" + other + "\"");
  }

  private static UnaryOperator<String> typ(String other) {
    return replacingFirst("\"typ\":\"[^\"]*\"", "\"typ\":\"" + other + "\"");
  }

  private static UnaryOperator<String> inFrontOfTyp(String member) {
    return replacing("\"typ\"", member + ",\"typ\"");
  }

  private static String typFirst(String header) {
    int typ = header.indexOf(",\"typ\"");
    return "{"
        + header.substring(typ + 1, header.length() - 1)
        + ","
        + header.substring(1, typ)
        + "}";
  }

  private static void hmac(TokenForge forge, byte[] key) {
    forge.header(alg("HS256")).signingInstead(input -> hmac(input, key));
  }

  private static byte[] hmac(byte[] input, byte[] key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java knows no HMAC", e);
    }
  }
}
