package org.cfptrace.verify.checklist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.util.Arrays;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;
import org.cfptrace.keys.CryptoProvider;
import org.cfptrace.keys.CryptoProviders;
import org.cfptrace.keys.EncryptionKey;
import org.cfptrace.keys.Sha256;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.keys.VerificationKey;

/** A P-256 key that is the same on every run; public, so worthless outside these samples. */
public final class TestKey {
  private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256r1");
  static final BigInteger ORDER = CURVE.getN();

  private final BigInteger scalar;
  private final byte[] x;
  private final byte[] y;

  private TestKey(BigInteger scalar) {
    this.scalar = scalar;
    ECPoint point = CURVE.getG().multiply(scalar).normalize();
    this.x = point.getAffineXCoord().getEncoded();
    this.y = point.getAffineYCoord().getEncoded();
  }

  /** The key of this name. */
  public static TestKey named(String name) {
    byte[] seed = Sha256.of(("test key: " + name).getBytes(StandardCharsets.UTF_8));
    return new TestKey(
        new BigInteger(1, seed).mod(ORDER.subtract(BigInteger.ONE)).add(BigInteger.ONE));
  }

  public String kid() {
    return Base64Text.encode(Sha256.of(jwk().getBytes(StandardCharsets.US_ASCII)));
  }

  byte[] x() {
    return x.clone();
  }

  byte[] y() {
    return y.clone();
  }

  String jwk() {
    return "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\""
        + Base64Text.encode(x)
        + "\",\"y\":\""
        + Base64Text.encode(y)
        + "\"}";
  }

  /** With the private scalar: for the published setting. */
  String privateJwk() {
    return jwk().replace("}", ",\"d\":\"" + Base64Text.encode(fixed(scalar)) + "\"}");
  }

  JsonNode publicNode() {
    try {
      return new JsonMapper().readTree(jwk());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not JSON", e);
    }
  }

  VerificationKey verification(CryptoProvider provider) {
    return VerificationKey.ofJwk(publicNode(), provider);
  }

  EncryptionKey encryption(CryptoProvider provider) {
    ECPublicKey publicKey = verification(provider).publicKey();
    return EncryptionKey.of(privateKey(publicKey.getParams()), publicKey, provider);
  }

  /** The public key as certificates carry it. */
  byte[] spki() {
    return verification(CryptoProviders.chosen()).publicKey().getEncoded();
  }

  /** The same key for the code that signs; its signatures differ from run to run. */
  public SigningKey signing() {
    ECPublicKey publicKey = verification(CryptoProviders.chosen()).publicKey();
    return SigningKey.of(privateKey(publicKey.getParams()), publicKey);
  }

  /** The same token with the one signature that RFC 6979 gives it. */
  public String signedAgain(String token) {
    String input = token.substring(0, token.lastIndexOf('.'));
    return input + "." + Base64Text.encode(sign(input.getBytes(StandardCharsets.US_ASCII)));
  }

  /** ES256 with the nonce of RFC 6979: r and s, 64 bytes. */
  byte[] sign(byte[] input) {
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(true, new ECPrivateKeyParameters(scalar, new ECDomainParameters(CURVE)));
    BigInteger[] rs = signer.generateSignature(Sha256.of(input));
    return concat(fixed(rs[0]), fixed(rs[1]));
  }

  /** The secret shared with the owner of {@code other}, as ECDH gives it. */
  byte[] agree(TestKey other) {
    ECPoint point =
        CURVE.getCurve().createPoint(new BigInteger(1, other.x), new BigInteger(1, other.y));
    return point.multiply(scalar).normalize().getAffineXCoord().getEncoded();
  }

  static byte[] fixed(BigInteger value) {
    return BigIntegers.asUnsignedByteArray(32, value);
  }

  static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private ECPrivateKey privateKey(ECParameterSpec curve) {
    try {
      return (ECPrivateKey)
          KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(scalar, curve));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java makes no P-256 keys", e);
    }
  }
}
