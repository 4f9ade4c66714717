package org.cfptrace.keys;

import java.math.BigInteger;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;

/**
 * Multiples of one point for every byte of a factor, so that a factor of n bytes costs n additions:
 * entry [i][b] is b · 256^i · point. 256 points of P-256 take about 60 KiB.
 */
final class FixedBase {
  private static final int VALUES = 256;

  private final ECPoint[][] multiples;

  FixedBase(ECPoint base, int bytes) {
    multiples = new ECPoint[bytes][];
    ECCurve curve = base.getCurve();
    ECPoint unit = base;
    for (int i = 0; i < bytes; i++) {
      ECPoint[] row = new ECPoint[VALUES];
      row[0] = curve.getInfinity();
      for (int b = 1; b < VALUES; b++) {
        row[b] = row[b - 1].add(unit);
      }
      unit = row[VALUES - 1].add(unit).normalize();
      curve.normalizeAll(row);
      multiples[i] = row;
    }
  }

  /** {@code sum + factor · base}. */
  ECPoint addMultiple(ECPoint sum, BigInteger factor) {
    byte[] bytes = factor.toByteArray();
    ECPoint result = sum;
    for (int i = 0; i < bytes.length; i++) {
      int digit = bytes[bytes.length - 1 - i] & 0xff;
      if (digit != 0) {
        result = result.add(multiples[i][digit]);
      }
    }
    return result;
  }
}
