package org.cfptrace.keys;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;

/** The curve P-256 (secp256r1): its numbers, and points as two coordinates of 32 bytes. */
final class P256 {
  static final int COORDINATE_BYTES = 32;
  static final ECParameterSpec PARAMETERS = parameters();
  static final BigInteger ORDER = PARAMETERS.getOrder();
  private static final BigInteger PRIME = ((ECFieldFp) PARAMETERS.getCurve().getField()).getP();

  /** RFC 5480: id-ecPublicKey, secp256r1, and the mark of an uncompressed point. */
  private static final byte[] NAMED_CURVE_HEAD =
      HexFormat.of().parseHex("3059301306072a8648ce3d020106082a8648ce3d03010703420004");

  private P256() {}

  static ECPublicKey publicKey(byte[] x, byte[] y, CryptoProvider provider) {
    ECPoint point = new ECPoint(new BigInteger(1, x), new BigInteger(1, y));
    requireOnCurve(point);
    try {
      return (ECPublicKey)
          provider.keyFactory().generatePublic(new X509EncodedKeySpec(subjectPublicKeyInfo(x, y)));
    } catch (GeneralSecurityException e) {
      throw new MalformedException(Fault.ENCODING, "not a P-256 public key", e);
    }
  }

  // By its name, not by the curve's numbers: from those BouncyCastle makes a key that writes the
  // numbers out again, and the JDK reads no certificate with such a key in it.
  private static byte[] subjectPublicKeyInfo(byte[] x, byte[] y) {
    byte[] encoded =
        Arrays.copyOf(NAMED_CURVE_HEAD, NAMED_CURVE_HEAD.length + 2 * COORDINATE_BYTES);
    System.arraycopy(
        coordinate(new BigInteger(1, x)), 0, encoded, NAMED_CURVE_HEAD.length, COORDINATE_BYTES);
    System.arraycopy(
        coordinate(new BigInteger(1, y)),
        0,
        encoded,
        NAMED_CURVE_HEAD.length + COORDINATE_BYTES,
        COORDINATE_BYTES);
    return encoded;
  }

  /** The same point as a key object of {@code provider}. */
  static ECPublicKey publicKey(ECPublicKey key, CryptoProvider provider) {
    requireCurve(key.getParams());
    return publicKey(x(key), y(key), provider);
  }

  static byte[] x(ECPublicKey key) {
    return coordinate(key.getW().getAffineX());
  }

  static byte[] y(ECPublicKey key) {
    return coordinate(key.getW().getAffineY());
  }

  static byte[] coordinate(BigInteger value) {
    byte[] bytes = value.toByteArray();
    if (bytes.length == COORDINATE_BYTES) {
      return bytes;
    }
    byte[] fixed = new byte[COORDINATE_BYTES];
    int used = Math.min(bytes.length, COORDINATE_BYTES);
    System.arraycopy(bytes, bytes.length - used, fixed, COORDINATE_BYTES - used, used);
    return fixed;
  }

  static boolean isScalar(byte[] bytes, int from) {
    BigInteger value = new BigInteger(1, Arrays.copyOfRange(bytes, from, from + COORDINATE_BYTES));
    return value.signum() > 0 && value.compareTo(ORDER) < 0;
  }

  static void requireCurve(ECParameterSpec spec) {
    if (!spec.getCurve().equals(PARAMETERS.getCurve())
        || !spec.getGenerator().equals(PARAMETERS.getGenerator())) {
      throw new IllegalArgumentException("expected a P-256 key");
    }
  }

  /** y^2 = x^3 + ax + b, checked here so that no provider's leniency matters. */
  private static void requireOnCurve(ECPoint point) {
    BigInteger x = point.getAffineX();
    BigInteger y = point.getAffineY();
    boolean inField = x.compareTo(PRIME) < 0 && y.compareTo(PRIME) < 0;
    BigInteger left = y.multiply(y).mod(PRIME);
    BigInteger right =
        x.multiply(x)
            .add(PARAMETERS.getCurve().getA())
            .multiply(x)
            .add(PARAMETERS.getCurve().getB())
            .mod(PRIME);
    if (!inField || !left.equals(right)) {
      throw new MalformedException(Fault.ENCODING, "the point is not on P-256");
    }
  }

  private static ECParameterSpec parameters() {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec("secp256r1"));
      return parameters.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java does not know P-256", e);
    }
  }
}
