package org.cfptrace.verify.checklist;

import static org.cfptrace.verify.Reason.BAD_SIGNATURE;
import static org.cfptrace.verify.Reason.MALFORMED_HEADER;
import static org.cfptrace.verify.Reason.UNKNOWN_KEY;
import static org.cfptrace.verify.checklist.Samples.ofEveryToken;
import static org.cfptrace.verify.checklist.Spoil.afterSigning;
import static org.cfptrace.verify.checklist.Spoil.replacing;
import static org.cfptrace.verify.checklist.Spoil.replacingFirst;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.cfptrace.keys.Sha256;

/** Items 7 and 49 to 57: the signature itself. */
final class SignatureSamples {
  private static final BigInteger ED25519_ORDER =
      BigInteger.ONE.shiftLeft(252).add(new BigInteger("27742317777372353535851937790883648493"));

  private SignatureSamples() {}

  static Stream<Sample> all() {
    return Stream.of(
            mirrored(),
            signature(49, "empty-signature", "no signature", signature -> new byte[0]),
            signature(50, "zero-signature", "r = s = 0", signature -> new byte[64]),
            signature(50, "zero-r", "r = 0", signature -> join(new byte[32], s(signature))),
            signature(50, "zero-s", "s = 0", signature -> join(r(signature), new byte[32])),
            signature(
                51, "order-signature", "r = s = the order", signature -> join(order(), order())),
            signature(
                51,
                "r-beyond-order",
                "r = 1, s = the order + 1",
                signature -> join(TestKey.fixed(BigInteger.ONE), beyondOrder())),
            signature(52, "der-signature", "the signature in DER", SignatureSamples::der),
            signature(
                53,
                "short-signature",
                "63 bytes of signature",
                signature -> Arrays.copyOf(signature, 63)),
            signature(
                53,
                "long-signature",
                "96 bytes of signature",
                signature -> Arrays.copyOf(signature, 96)),
            signature(
                54, "bit-flipped", "one bit of the signature flipped", SignatureSamples::flip),
            ofEveryToken(
                55,
                "payload-swapped",
                "the payload of another time of issue, signature kept",
                BAD_SIGNATURE,
                forge ->
                    forge.afterSigning(
                        afterSigning(replacingFirst("\"iat\":\\d+", "\"iat\":" + (Cast.IAT - 1))))),
            ofEveryToken(
                56,
                "header-swapped",
                "the header of the signer's other key, signature kept",
                BAD_SIGNATURE,
                forge -> {
                  String other = new TokenForgeHeader(forge).ofOtherKey();
                  forge.afterSigning(input -> other + input.substring(input.indexOf('.')));
                }),
            edDsa())
        .flatMap(samples -> samples);
  }

  /** Item 7: (r, n - s) is as valid as (r, s), and the id does not cover the signature. */
  private static Stream<Sample> mirrored() {
    UnaryOperator<byte[]> mirror =
        signature ->
            join(
                r(signature),
                TestKey.fixed(TestKey.ORDER.subtract(new BigInteger(1, s(signature)))));
    String spoiled = "s replaced by the order - s: as valid";
    return Stream.of(
        Samples.message(
            7,
            "mirrored-signature",
            spoiled,
            Sample.ACCEPTED,
            Setting.STANDARD,
            forge -> forge.signature(mirror)),
        Samples.declaration(
            7,
            "mirrored-signature",
            spoiled,
            Sample.ACCEPTED,
            Setting.STANDARD,
            forge -> forge.token(token -> token.signature(mirror))),
        Samples.token(
            7, "mirrored-signature", spoiled, Sample.ACCEPTED, forge -> forge.signature(mirror)));
  }

  /** Item 57: keys and signatures that Ed25519 verifiers have been fooled with. */
  private static Stream<Sample> edDsa() {
    byte[] smallOrder = new byte[32];
    smallOrder[0] = 1;
    Ed25519PrivateKeyParameters key =
        new Ed25519PrivateKeyParameters(Cast.bytes("ed25519 key", 32), 0);
    return Stream.of(
            ofEveryToken(
                57,
                "ed25519-small-order",
                "EdDSA with a key of small order, whose signature fits every text",
                MALFORMED_HEADER,
                forge ->
                    forge
                        .header(asEdDsa(smallOrder))
                        .signature(signature -> Arrays.copyOf(smallOrder, 64))),
            ofEveryToken(
                57,
                "ed25519-s-plus-order",
                "EdDSA with S raised by the order",
                MALFORMED_HEADER,
                forge ->
                    forge
                        .header(asEdDsa(key.generatePublicKey().getEncoded()))
                        .signingInstead(input -> raised(sign(key, input)))),
            ofEveryToken(
                57,
                "es256-naming-ed25519-key",
                "ES256, but the key named is one of small order of Ed25519",
                UNKNOWN_KEY,
                forge ->
                    forge
                        .header(kid(thumbprint(smallOrder)))
                        .signature(signature -> Arrays.copyOf(smallOrder, 64))))
        .flatMap(samples -> samples);
  }

  private static Stream<Sample> signature(
      int item, String defect, String spoiled, UnaryOperator<byte[]> spoiler) {
    return ofEveryToken(item, defect, spoiled, BAD_SIGNATURE, forge -> forge.signature(spoiler));
  }

  /** The same header with the mill's other signing key. */
  private record TokenForgeHeader(TokenForge forge) {
    String ofOtherKey() {
      TestKey other = forge.key() == Cast.MILL_MESSAGES ? Cast.MILL_DECLARES : Cast.MILL_MESSAGES;
      String header = new String(Base64Text.decode(forge.encodedHeader()), StandardCharsets.UTF_8);
      return DeclarationForge.encode(replacing(forge.key().kid(), other.kid()).apply(header));
    }
  }

  private static UnaryOperator<String> asEdDsa(byte[] key) {
    return header -> kid(thumbprint(key)).apply(replacing("ES256", "EdDSA").apply(header));
  }

  private static UnaryOperator<String> kid(String kid) {
    return replacingFirst("\"kid\":\"[^\"]*\"", "\"kid\":\"" + kid + "\"");
  }

  private static String thumbprint(byte[] key) {
    String jwk = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + Base64Text.encode(key) + "\"}";
    return Base64Text.encode(Sha256.of(jwk.getBytes(StandardCharsets.US_ASCII)));
  }

  private static byte[] sign(Ed25519PrivateKeyParameters key, byte[] input) {
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(true, key);
    signer.update(input, 0, input.length);
    return signer.generateSignature();
  }

  /** S is little endian. */
  private static byte[] raised(byte[] signature) {
    BigInteger s = new BigInteger(1, reversed(s(signature))).add(ED25519_ORDER);
    return join(r(signature), reversed(TestKey.fixed(s)));
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }

  private static byte[] der(byte[] signature) {
    ASN1EncodableVector numbers = new ASN1EncodableVector();
    numbers.add(new ASN1Integer(new BigInteger(1, r(signature))));
    numbers.add(new ASN1Integer(new BigInteger(1, s(signature))));
    try {
      return new DERSequence(numbers).getEncoded();
    } catch (IOException e) {
      throw new IllegalStateException("DER could not be written", e);
    }
  }

  private static byte[] flip(byte[] signature) {
    byte[] flipped = signature.clone();
    flipped[40] ^= 1;
    return flipped;
  }

  private static byte[] order() {
    return TestKey.fixed(TestKey.ORDER);
  }

  private static byte[] beyondOrder() {
    return TestKey.fixed(TestKey.ORDER.add(BigInteger.ONE));
  }

  private static byte[] r(byte[] signature) {
    return Arrays.copyOf(signature, 32);
  }

  private static byte[] s(byte[] signature) {
    return Arrays.copyOfRange(signature, 32, 64);
  }

  private static byte[] join(byte[] r, byte[] s) {
    return TestKey.concat(r, s);
  }
}
