package org.cfptrace.keys;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.hash2curve.HashToCurveProfile;
import org.bouncycastle.crypto.hash2curve.HashToEllipticCurve;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;

/**
 * A Pedersen commitment {@code E·G + R·G2 + B·G3 + r·H} on P-256. It hides the amounts perfectly
 * and binds whoever made it; G2, G3 and H are hashed to the curve from their names (RFC 9380), so
 * nobody knows a relation between them.
 */
public final class Commitment {
  /** Length of a compressed point. */
  public static final int BYTES = 33;

  private static final String DOMAIN = "CFP-ZK-V1-P256_XMD:SHA-256_SSWU_RO_";
  private static final int AMOUNT_BYTES = 8;

  private final String encoded;

  private Commitment(String encoded) {
    this.encoded = encoded;
  }

  /** Commits to the amounts of {@code opening}. */
  public static Commitment to(CommitmentOpening opening) {
    ECPoint sum = Bases.CURVE.getInfinity();
    sum = Bases.G.addMultiple(sum, BigInteger.valueOf(opening.grossMicrograms()));
    sum = Bases.G2.addMultiple(sum, BigInteger.valueOf(opening.removalsMicrograms()));
    sum = Bases.G3.addMultiple(sum, BigInteger.valueOf(opening.uptakeMicrograms()));
    sum = Bases.H.addMultiple(sum, opening.blinding());
    if (sum.isInfinity()) {
      throw new IllegalArgumentException("nothing is committed to with a blinding of zero");
    }
    return new Commitment(Base64Url.encode(sum.getEncoded(true)));
  }

  /** Reads a compressed point in base64url; anything that is not a point of P-256 is malformed. */
  public static Commitment parse(String text) {
    byte[] bytes = Base64Url.decode(text, BYTES);
    try {
      // The length rules out the uncompressed form and the point at infinity.
      Bases.CURVE.decodePoint(bytes);
    } catch (IllegalArgumentException e) {
      throw new MalformedException(Fault.ENCODING, "not a compressed point of P-256", e);
    }
    return new Commitment(text);
  }

  /** Whether {@code opening} holds the amounts this commitment was made to. */
  public boolean opensTo(CommitmentOpening opening) {
    return to(opening).equals(this);
  }

  /** The compressed point, base64url, 44 characters. */
  public String encoded() {
    return encoded;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Commitment commitment && commitment.encoded.equals(encoded);
  }

  @Override
  public int hashCode() {
    return encoded.hashCode();
  }

  @Override
  public String toString() {
    return encoded;
  }

  /** The base points; made when the first commitment is, which takes some ten milliseconds. */
  static final class Bases {
    static final ECCurve CURVE = CustomNamedCurves.getByName("secp256r1").getCurve();
    static final FixedBase G =
        new FixedBase(CustomNamedCurves.getByName("secp256r1").getG(), AMOUNT_BYTES);
    static final FixedBase G2 = new FixedBase(hashed("G2"), AMOUNT_BYTES);
    static final FixedBase G3 = new FixedBase(hashed("G3"), AMOUNT_BYTES);
    static final FixedBase H = new FixedBase(hashed("H"), P256.COORDINATE_BYTES);

    private Bases() {}

    static ECPoint hashed(String name) {
      return hashed(name, DOMAIN);
    }

    /** The suite P256_XMD:SHA-256_SSWU_RO_ of RFC 9380. */
    static ECPoint hashed(String name, String domain) {
      ECPoint point =
          HashToEllipticCurve.getInstance(HashToCurveProfile.P256_XMD_SHA_256, domain)
              .hashToCurve(name.getBytes(StandardCharsets.US_ASCII));
      return CURVE.decodePoint(point.getEncoded(true));
    }
  }
}
