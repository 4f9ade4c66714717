package org.cfptrace.verify;

import java.nio.charset.StandardCharsets;
import org.cfptrace.keys.Jws;
import org.cfptrace.keys.KeyThumbprint;
import org.cfptrace.keys.VerificationKey;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.MalformedException;

/**
 * The three parts of a signed compact token, of which nothing is believed yet. The header is not
 * parsed but rebuilt: only the key's name in it varies, so every other spelling is refused at once.
 */
final class CompactToken {
  private final KeyThumbprint kid;
  private final byte[] payload;
  private final String signingInput;
  private final byte[] signature;

  private static final int KID_LENGTH = 43;

  private CompactToken(KeyThumbprint kid, byte[] payload, String signingInput, byte[] signature) {
    this.kid = kid;
    this.payload = payload;
    this.signingInput = signingInput;
    this.signature = signature;
  }

  static CompactToken parse(String token, String typ) {
    int first = token.indexOf('.');
    int last = token.lastIndexOf('.');
    Refusal.unless(
        first > 0 && token.indexOf('.', first + 1) == last,
        Reason.MALFORMED_TOKEN,
        "expected three parts");
    try {
      byte[] header = Base64Url.decode(token.substring(0, first));
      byte[] payload = Base64Url.decode(token.substring(first + 1, last));
      byte[] signature = Base64Url.decode(token.substring(last + 1));
      KeyThumbprint kid = kidOf(new String(header, StandardCharsets.ISO_8859_1), typ);
      return new CompactToken(kid, payload, token.substring(0, last), signature);
    } catch (MalformedException e) {
      throw new Refusal(Reason.MALFORMED_TOKEN, "expected base64url in its one spelling");
    }
  }

  /** Header and payload alone, where nobody will ask for the signature: there is none. */
  static CompactToken ofSigningInput(String signingInput, String typ) {
    return parse(signingInput + ".", typ);
  }

  KeyThumbprint kid() {
    return kid;
  }

  byte[] payload() {
    return payload;
  }

  /** Header and payload as they came: what the signature covers and the id is made of. */
  byte[] signingInput() {
    return signingInput.getBytes(StandardCharsets.US_ASCII);
  }

  boolean isSignedBy(VerificationKey key) {
    return key.verifies(signingInput(), signature);
  }

  private static KeyThumbprint kidOf(String header, String typ) {
    int from = "{\"alg\":\"ES256\",\"kid\":\"".length();
    try {
      KeyThumbprint kid = new KeyThumbprint(header.substring(from, from + KID_LENGTH));
      if (header.equals(Jws.header(kid, typ))) {
        return kid;
      }
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new Refusal(Reason.MALFORMED_HEADER, "expected alg, kid and typ " + typ);
    }
    Refusal.unless(!isOtherVersion(header, typ), Reason.UNSUPPORTED_VERSION, "not " + typ);
    throw new Refusal(Reason.MALFORMED_HEADER, "expected alg, kid and typ " + typ);
  }

  /** The same form with another number after {@code -v}: quarantined under its own name. */
  private static boolean isOtherVersion(String header, String typ) {
    String anyKey = "\\{\"alg\":\"ES256\",\"kid\":\"[A-Za-z0-9_-]{43}\",\"typ\":\"";
    String anyVersion = typ.replace("+", "\\+").replaceFirst("-v[0-9]+", "-v[0-9]{1,4}");
    return header.matches(anyKey + anyVersion + "\"\\}");
  }
}
