package org.cfptrace.log;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;

/**
 * Two bits for every index of the log, set by whoever submitted the entry: superseded (bit 0) and
 * recalled (bit 1). Entry i has the bits 2·(i mod 4) and the next of byte i div 4, least
 * significant first.
 */
public final class StatusList {
  /** The most entries a list is read for: 64 MiB of bits. */
  public static final long MOST = 1L << 28;

  private static final int PER_BYTE = 4;
  private static final int SUPERSEDED = 1;
  private static final int RECALLED = 2;

  private final long size;
  private final byte[] bits;

  private StatusList(long size, byte[] bits) {
    this.size = size;
    this.bits = bits;
  }

  /** A list in which nothing is set. */
  public static StatusList ofSize(long size) {
    if (size < 0 || size > MOST) {
      throw new IllegalArgumentException("expected 0 to " + MOST + " entries, saw " + size);
    }
    return new StatusList(size, new byte[bytes(size)]);
  }

  private static int bytes(long size) {
    return (int) ((size + PER_BYTE - 1) / PER_BYTE);
  }

  /** The same list with bits set; a bit once set stays. */
  public StatusList with(long index, boolean superseded, boolean recalled) {
    return toBuilder().set(index, superseded, recalled).build();
  }

  /** Goes on from this list with many bits. */
  public Builder toBuilder() {
    return new Builder(size, bits.clone());
  }

  /** Sets many bits without a copy for each. */
  public static final class Builder {
    private final long size;
    private final byte[] bits;

    private Builder(long size, byte[] bits) {
      this.size = size;
      this.bits = bits;
    }

    public Builder set(long index, boolean superseded, boolean recalled) {
      requireInside(index, size);
      int flags = (superseded ? SUPERSEDED : 0) | (recalled ? RECALLED : 0);
      bits[(int) (index / PER_BYTE)] |= (byte) (flags << shift(index));
      return this;
    }

    public StatusList build() {
      return new StatusList(size, bits.clone());
    }
  }

  /** The same list, longer. */
  public StatusList grownTo(long more) {
    if (more < size || more > MOST) {
      throw new IllegalArgumentException("expected " + size + " or more, saw " + more);
    }
    return new StatusList(more, Arrays.copyOf(bits, bytes(more)));
  }

  /** How many entries it speaks of. */
  public long size() {
    return size;
  }

  /** Whether its issuer has said so; of an entry beyond the list nothing was said yet. */
  public boolean isSuperseded(long index) {
    return has(index, SUPERSEDED);
  }

  /** Whether its issuer has said so; of an entry beyond the list nothing was said yet. */
  public boolean isRecalled(long index) {
    return has(index, RECALLED);
  }

  /** Whether it was made when the log held this entry. */
  public boolean covers(long index) {
    return index >= 0 && index < size;
  }

  private boolean has(long index, int flag) {
    return covers(index) && (bits[(int) (index / PER_BYTE)] >> shift(index) & flag) != 0;
  }

  private static void requireInside(long index, long size) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("the list is for " + size + " entries, not " + index);
    }
  }

  private static int shift(long index) {
    return (int) (index % PER_BYTE) * 2;
  }

  /** The bits, compressed (zlib) and in base64url. */
  public String packed() {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try {
      deflater.setInput(bits);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return Base64Url.encode(out.toByteArray());
    } finally {
      deflater.end();
    }
  }

  /** Reads what {@link #packed()} wrote for {@code size} entries, exactly. */
  public static StatusList unpack(long size, String packed) {
    if (size < 0 || size > MOST) {
      throw new MalformedException(Fault.NUMBER, "a status list for more entries than we read");
    }
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(Base64Url.decode(packed));
      // One byte more than there may be, so that a longer list shows.
      byte[] bits = new byte[bytes(size) + 1];
      int read = 0;
      while (!inflater.finished() && read < bits.length) {
        int more = inflater.inflate(bits, read, bits.length - read);
        if (more == 0 && !inflater.finished()) {
          break;
        }
        read += more;
      }
      if (!inflater.finished() || read != bytes(size) || inflater.getRemaining() != 0) {
        throw new MalformedException(Fault.ENCODING, "expected two bits for each entry");
      }
      return checked(new StatusList(size, Arrays.copyOf(bits, bytes(size))));
    } catch (DataFormatException e) {
      throw new MalformedException(Fault.ENCODING, "not zlib", e);
    } finally {
      inflater.end();
    }
  }

  private static StatusList checked(StatusList list) {
    int used = (int) (list.size % PER_BYTE) * 2;
    if (used != 0 && (list.bits[list.bits.length - 1] & 0xff) >> used != 0) {
      throw new MalformedException(Fault.ENCODING, "bits of entries that are not there");
    }
    return list;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StatusList list && list.size == size && Arrays.equals(list.bits, bits);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bits);
  }

  @Override
  public String toString() {
    return "StatusList[" + size + "]";
  }
}
