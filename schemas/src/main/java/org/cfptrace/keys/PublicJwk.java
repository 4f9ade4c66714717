package org.cfptrace.keys;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.interfaces.ECPublicKey;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;
import org.cfptrace.strict.Members;

/** A P-256 public key as a JSON Web Key: exactly {@code crv kty x y}, in the order of RFC 7638. */
final class PublicJwk {
  private PublicJwk() {}

  static String write(ECPublicKey key) {
    return "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\""
        + Base64Url.encode(P256.x(key))
        + "\",\"y\":\""
        + Base64Url.encode(P256.y(key))
        + "\"}";
  }

  static ECPublicKey read(JsonNode jwk, CryptoProvider provider) {
    Members members = Members.of(jwk, "jwk");
    if (!members.text("crv").equals("P-256") || !members.text("kty").equals("EC")) {
      throw new MalformedException(Fault.MEMBER, "jwk: expected an EC key on P-256");
    }
    byte[] x = members.bytes("x", P256.COORDINATE_BYTES);
    byte[] y = members.bytes("y", P256.COORDINATE_BYTES);
    members.end();
    return P256.publicKey(x, y, provider);
  }
}
