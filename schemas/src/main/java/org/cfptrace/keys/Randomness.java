package org.cfptrace.keys;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.UUID;

/** Where salts, blinding and identifiers come from; tests bring a repeatable one. */
@FunctionalInterface
public interface Randomness {

  /** {@code count} fresh bytes. */
  byte[] bytes(int count);

  /** The machine's secure source. */
  static Randomness secure() {
    SecureRandom random = new SecureRandom();
    return count -> {
      byte[] bytes = new byte[count];
      random.nextBytes(bytes);
      return bytes;
    };
  }

  /** A random (version 4) identifier, as {@code urn:uuid:…}. */
  default String urnUuid() {
    ByteBuffer bytes = ByteBuffer.wrap(bytes(16));
    long high = (bytes.getLong() & ~0xF000L) | 0x4000L;
    long low = (bytes.getLong() & ~(0xC0L << 56)) | (0x80L << 56);
    return "urn:uuid:" + new UUID(high, low);
  }

  /** Uniform below {@code order}: 384 random bits leave a bias of less than 2^-128. */
  default BigInteger scalarBelow(BigInteger order) {
    return new BigInteger(1, bytes(48)).mod(order);
  }
}
