package org.cfptrace.verify.checklist;

import static org.cfptrace.verify.Reason.BAD_PADDING;
import static org.cfptrace.verify.Reason.CANNOT_BE_OPENED;
import static org.cfptrace.verify.Reason.MALFORMED_ENVELOPE;
import static org.cfptrace.verify.Reason.MALFORMED_TOKEN;
import static org.cfptrace.verify.Reason.NOT_SEALED_TO_US;
import static org.cfptrace.verify.Reason.TOO_LARGE;
import static org.cfptrace.verify.checklist.Spoil.replacing;
import static org.cfptrace.verify.checklist.Spoil.replacingFirst;
import static org.cfptrace.verify.checklist.Spoil.suffix;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.cfptrace.verify.Reason;

/** Items 120 to 128: what can be wrong with a seal before anything in it is looked at. */
final class EnvelopeSamples {
  private static final String ALG = "\"alg\":\"ECDH-ES+A256KW\"";
  private static final String ENC = "\"enc\":\"A256GCM\"";
  private static final int TAG = 4;

  private EnvelopeSamples() {}

  static Stream<Sample> all() {
    return Stream.of(headers(), ephemeralKeys(), lengths(), contents(), seals(), sizes())
        .flatMap(samples -> samples);
  }

  private static Stream<Sample> headers() {
    return Stream.of(
        header(124, "alg-dir", "alg dir", replacing(ALG, "\"alg\":\"dir\"")),
        header(
            124,
            "alg-ecdh-es",
            "alg ECDH-ES without key wrap",
            replacing(ALG, "\"alg\":\"ECDH-ES\"")),
        header(124, "alg-rsa1-5", "alg RSA1_5", replacing(ALG, "\"alg\":\"RSA1_5\"")),
        header(
            124,
            "alg-pbes2",
            "alg PBES2 with a million rounds",
            replacing(
                ALG, "\"alg\":\"PBES2-HS256+A128KW\",\"p2s\":\"AAAAAAAAAAA\",\"p2c\":1000000")),
        Samples.envelope(
            125,
            "enc-a128gcm",
            "enc A128GCM, sealed with 128 bits",
            MALFORMED_ENVELOPE,
            forge -> forge.contentKey(16).header(replacing(ENC, "\"enc\":\"A128GCM\""))),
        header(
            125, "enc-a128cbc", "enc A128CBC-HS256", replacing(ENC, "\"enc\":\"A128CBC-HS256\"")),
        header(
            126,
            "header-white-space",
            "a space in the header, sealed over",
            replacing(ALG, ALG + " ")),
        header(
            126,
            "header-other-order",
            "two members of the header exchanged",
            replacing(ALG + "," + ENC, ENC + "," + ALG)),
        Samples.envelope(
            126,
            "header-spelling",
            "the header in another base64url spelling",
            MALFORMED_ENVELOPE,
            forge -> forge.parts(parts -> change(parts, 0, parts[0] + "=="))),
        header(
            0,
            "header-crit",
            "crit in the header",
            replacing(",\"cty\"", ",\"crit\":[\"exp\"],\"exp\":1,\"cty\"")),
        header(
            0, "header-apu", "apu in the header", replacing(",\"cty\"", ",\"apu\":\"QQ\",\"cty\"")),
        header(
            0, "header-other-cty", "another cty", replacing("\"cty\":\"cfp\"", "\"cty\":\"jwt\"")),
        header(0, "header-kid-missing", "no kid", replacingFirst("\"kid\":\"[^\"]*\",", "")));
  }

  private static Stream<Sample> ephemeralKeys() {
    byte[] x = new byte[32];
    x[31] = 1;
    byte[] p384 = Cast.bytes("p-384", 48);
    return Stream.of(
        epk("epk-off-curve", "an ephemeral point that is not on the curve", point("P-256", x, x)),
        epk("epk-zero", "the ephemeral point (0, 0)", point("P-256", new byte[32], new byte[32])),
        epk("epk-p384", "an ephemeral point of P-384", point("P-384", p384, p384)),
        epk("epk-private", "the ephemeral private key too", Cast.STRANGER_SIGNS.privateJwk()),
        epk(
            "epk-short",
            "an ephemeral point of 31 bytes",
            point("P-256", new byte[31], new byte[31])),
        header(121, "epk-missing", "no ephemeral key", replacingFirst("\"epk\":\\{[^}]*\\},", "")));
  }

  private static Stream<Sample> lengths() {
    return Stream.of(
        tag("tag-empty", "no tag", tag -> new byte[0]),
        tag("tag-4-bytes", "a tag of 4 bytes", tag -> Arrays.copyOf(tag, 4)),
        tag("tag-12-bytes", "a tag of 12 bytes", tag -> Arrays.copyOf(tag, 12)),
        tag("tag-17-bytes", "a tag of 17 bytes", tag -> Arrays.copyOf(tag, 17)),
        Samples.envelope(
            123,
            "iv-8-bytes",
            "sealed with an iv of 8 bytes",
            MALFORMED_ENVELOPE,
            forge -> forge.iv(8)),
        Samples.envelope(
            123,
            "iv-16-bytes",
            "sealed with an iv of 16 bytes",
            MALFORMED_ENVELOPE,
            forge -> forge.iv(16)),
        Samples.envelope(
            0,
            "wrapped-key-short",
            "a wrapped key of 128 bits",
            MALFORMED_ENVELOPE,
            forge -> forge.contentKey(16)),
        Samples.envelope(
            0,
            "four-parts",
            "no tag and no dot in front of it",
            MALFORMED_ENVELOPE,
            forge -> forge.spelled(text -> text.substring(0, text.lastIndexOf('.')))),
        Samples.envelope(
            0,
            "six-parts",
            "a sixth part",
            MALFORMED_ENVELOPE,
            forge -> forge.spelled(suffix(".AA"))),
        Samples.envelope(
            0,
            "trailing-newline",
            "a line end behind",
            MALFORMED_ENVELOPE,
            forge -> forge.spelled(suffix("\n"))));
  }

  private static Stream<Sample> contents() {
    String message = Samples.message().compact();
    return Stream.of(
        Samples.envelope(
            120,
            "zip-bomb",
            "zip, around 10 MB of zeros",
            MALFORMED_ENVELOPE,
            forge ->
                forge
                    .header(replacing(",\"cty\"", ",\"zip\":\"DEF\",\"cty\""))
                    .plaintext(padded -> EnvelopeForge.pad(deflated(new byte[10_000_000])))),
        inside(127, "nested", "an envelope in the envelope", EnvelopeForge.around(message).text()),
        inside(128, "plain-json", "JSON that nobody signed", "{\"type\":\"Declaration\"}"),
        inside(128, "nothing", "nothing in it", ""),
        inside(
            128,
            "bare-declaration",
            "a declaration without a message around it",
            DeclarationForge.nextTier().text()),
        Samples.envelope(
            128,
            "declaration-as-message",
            "a declaration's signed token where a message is asked for",
            Reason.MALFORMED_HEADER.name(),
            EnvelopeForge.around(
                DeclarationForge.nextTier()
                    .shown(texts -> java.util.List.of())
                    .text()
                    .replace("~", ""))));
  }

  private static Stream<Sample> seals() {
    return Stream.of(
        flipped("key-changed", "one bit of the wrapped key changed", 1),
        flipped("iv-changed", "one bit of the iv changed", 2),
        flipped("ciphertext-changed", "one bit of the sealed text changed", 3),
        flipped("tag-changed", "one bit of the tag changed", TAG),
        Samples.envelope(
            0,
            "other-ephemeral-key",
            "another ephemeral key put in after sealing",
            CANNOT_BE_OPENED,
            forge -> forge.parts(parts -> change(parts, 0, otherEphemeral(parts[0])))),
        Samples.envelope(
            0,
            "sealed-to-another",
            "sealed to another company's key",
            NOT_SEALED_TO_US,
            forge -> forge.to(Cast.MILL_OPENS)),
        Samples.envelope(
            0,
            "sealed-to-signing-key",
            "sealed to a key that only signs",
            NOT_SEALED_TO_US,
            forge -> forge.to(Cast.PARTS_SIGNS)),
        padding("padding-missing", "no mark behind the message", padded -> unmarked(padded)),
        padding(
            "padding-not-zero", "something behind the mark", padded -> lastByte(padded, (byte) 1)),
        padding(
            "padding-other-class",
            "padded to the class above",
            padded -> Arrays.copyOf(padded, padded.length * 2)),
        padding(
            "padding-no-class",
            "padded to no class",
            padded -> Arrays.copyOf(padded, padded.length + 1)),
        padding("padding-only-zeros", "only zeros", padded -> new byte[4096]),
        padding("padding-empty", "nothing at all, not even padding", padded -> new byte[0]));
  }

  private static Stream<Sample> sizes() {
    return Stream.of(
        Samples.envelope(
            10,
            "too-large",
            "more than 256 KiB sealed",
            TOO_LARGE,
            forge -> forge.plaintext(padded -> EnvelopeForge.pad(new byte[262_144]))));
  }

  private static Sample header(
      int item, String defect, String spoiled, UnaryOperator<String> spoiler) {
    return Samples.envelope(
        item, defect, spoiled, MALFORMED_ENVELOPE, forge -> forge.header(spoiler));
  }

  private static Sample epk(String defect, String spoiled, String epk) {
    return header(121, defect, spoiled, replacingFirst("\"epk\":\\{[^}]*\\}", "\"epk\":" + epk));
  }

  private static String point(String curve, byte[] x, byte[] y) {
    return "{\"crv\":\""
        + curve
        + "\",\"kty\":\"EC\",\"x\":\""
        + Base64Text.encode(x)
        + "\",\"y\":\""
        + Base64Text.encode(y)
        + "\"}";
  }

  private static Sample tag(String defect, String spoiled, UnaryOperator<byte[]> spoiler) {
    return Samples.envelope(
        122, defect, spoiled, MALFORMED_ENVELOPE, forge -> forge.part(TAG, spoiler));
  }

  private static Sample inside(int item, String defect, String spoiled, String content) {
    return Samples.envelope(
        item, defect, spoiled, MALFORMED_TOKEN.name(), EnvelopeForge.around(content));
  }

  private static Sample flipped(String defect, String spoiled, int part) {
    return Samples.envelope(
        0,
        defect,
        spoiled,
        CANNOT_BE_OPENED,
        forge -> forge.part(part, bytes -> lastByte(bytes, (byte) (bytes[bytes.length - 1] ^ 1))));
  }

  private static Sample padding(String defect, String spoiled, UnaryOperator<byte[]> spoiler) {
    return Samples.envelope(0, defect, spoiled, BAD_PADDING, forge -> forge.plaintext(spoiler));
  }

  private static String otherEphemeral(String header) {
    String json = new String(Base64Text.decode(header), java.nio.charset.StandardCharsets.US_ASCII);
    return DeclarationForge.encode(
        replacingFirst("\"epk\":\\{[^}]*\\}", "\"epk\":" + Cast.STRANGER_SIGNS.jwk()).apply(json));
  }

  private static String[] change(String[] parts, int index, String other) {
    parts[index] = other;
    return parts;
  }

  private static byte[] unmarked(byte[] padded) {
    byte[] changed = padded.clone();
    int mark = changed.length - 1;
    while (changed[mark] == 0) {
      mark--;
    }
    changed[mark] = 0;
    return changed;
  }

  private static byte[] lastByte(byte[] bytes, byte value) {
    byte[] changed = bytes.clone();
    changed[changed.length - 1] = value;
    return changed;
  }

  private static byte[] deflated(byte[] bytes) {
    Deflater deflater = new Deflater(9, true);
    deflater.setInput(bytes);
    deflater.finish();
    byte[] buffer = new byte[64 * 1024];
    int length = deflater.deflate(buffer);
    deflater.end();
    return Arrays.copyOf(buffer, length);
  }
}
