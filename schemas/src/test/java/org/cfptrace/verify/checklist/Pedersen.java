package org.cfptrace.verify.checklist;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.hash2curve.HashToCurveProfile;
import org.bouncycastle.crypto.hash2curve.HashToEllipticCurve;
import org.bouncycastle.math.ec.ECPoint;

/** The commitment, straight from its definition: {@code E·G + R·G2 + B·G3 + r·H}. */
final class Pedersen {
  private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256r1");

  private Pedersen() {}

  static String commit(long gross, long removals, long uptake, BigInteger blinding) {
    ECPoint sum =
        CURVE
            .getG()
            .multiply(BigInteger.valueOf(gross))
            .add(base("G2").multiply(BigInteger.valueOf(removals)))
            .add(base("G3").multiply(BigInteger.valueOf(uptake)))
            .add(base("H").multiply(blinding));
    return Base64Text.encode(sum.getEncoded(true));
  }

  private static ECPoint base(String name) {
    ECPoint point =
        HashToEllipticCurve.getInstance(
                HashToCurveProfile.P256_XMD_SHA_256, "CFP-ZK-V1-P256_XMD:SHA-256_SSWU_RO_")
            .hashToCurve(name.getBytes(StandardCharsets.US_ASCII));
    return CURVE.getCurve().decodePoint(point.getEncoded(true));
  }
}
