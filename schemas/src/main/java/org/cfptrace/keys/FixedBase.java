package org.cfptrace.keys;

import java.math.BigInteger;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECLookupTable;
import org.bouncycastle.math.ec.ECPoint;

/**
 * Multiples of one point for every byte of a factor, so that a factor of n bytes costs n additions:
 * entry b of table i is b · 256^i · point. A table of 256 points is one array of 16 KiB, so that an
 * entry costs one or two lines of the processor's cache and not a chain of objects.
 */
final class FixedBase {
  private static final int VALUES = 256;

  private final ECLookupTable[] tables;

  FixedBase(ECPoint base, int bytes) {
    tables = new ECLookupTable[bytes];
    ECCurve curve = base.getCurve();
    ECPoint unit = base;
    for (int i = 0; i < bytes; i++) {
      ECPoint[] row = new ECPoint[VALUES];
      // Never looked up: infinity has no coordinates to keep, so the unit stands in its place.
      row[0] = unit;
      row[1] = unit;
      for (int b = 2; b < VALUES; b++) {
        row[b] = row[b - 1].add(unit);
      }
      unit = row[VALUES - 1].add(unit).normalize();
      curve.normalizeAll(row);
      tables[i] = curve.createCacheSafeLookupTable(row, 0, VALUES);
    }
  }

  /** {@code sum + factor · base}. */
  ECPoint addMultiple(ECPoint sum, BigInteger factor) {
    byte[] bytes = factor.toByteArray();
    ECPoint result = sum;
    for (int i = 0; i < bytes.length; i++) {
      int digit = bytes[bytes.length - 1 - i] & 0xff;
      if (digit != 0) {
        result = result.add(tables[i].lookupVar(digit));
      }
    }
    return result;
  }
}
