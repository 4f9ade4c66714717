package org.cfptrace.paper;

import java.util.Arrays;
import java.util.zip.Adler32;

/**
 * Compresses into a zlib stream (RFC 1950) of deflated data (RFC 1951), always into the same bytes.
 * {@link java.util.zip.Deflater} does better, but what it makes of the same data depends on the
 * zlib that a Java is built with. One block with the fixed codes; if that does not help, as is.
 */
final class Deflate {
  private static final int WINDOW = 32_768;
  private static final int LEAST_MATCH = 3;
  private static final int LONGEST_MATCH = 258;
  private static final int MOST_TRIES = 48;
  private static final int MOST_STORED = 65_535;
  private static final int END_OF_BLOCK = 256;

  /** The least length of each length code from 257 on, and how many extra bits it has. */
  private static final int[] LENGTHS = {
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258
  };

  private static final int[] LENGTH_BITS = {
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0
  };

  private final byte[] data;
  private final int[] latest = new int[WINDOW];
  private final int[] before = new int[WINDOW];
  private byte[] out;
  private int size;
  private long bits;
  private int bitCount;

  private Deflate(byte[] data) {
    this.data = data;
    this.out = new byte[data.length / 2 + 64];
    Arrays.fill(latest, -1);
  }

  static byte[] zlib(byte[] data) {
    byte[] smaller = new Deflate(data).inOneBlock();
    return smaller.length < data.length ? smaller : new Deflate(data).asIs();
  }

  private byte[] inOneBlock() {
    header();
    bits(0b011, 3);
    int at = 0;
    while (at < data.length) {
      int distance = 0;
      int length = 0;
      int tries = MOST_TRIES;
      for (int from = candidate(at);
          from >= 0 && at - from <= WINDOW && tries > 0 && length < LONGEST_MATCH;
          from = earlier(from), tries--) {
        int same = sameBytes(from, at);
        if (same > length) {
          length = same;
          distance = at - from;
        }
      }
      if (length < LEAST_MATCH) {
        literal(data[at] & 0xFF);
        length = 1;
      } else {
        match(length, distance);
      }
      for (int i = at; i < at + length; i++) {
        remember(i);
      }
      at += length;
    }
    literal(END_OF_BLOCK);
    return finished();
  }

  private byte[] asIs() {
    header();
    int at = 0;
    do {
      int length = Math.min(MOST_STORED, data.length - at);
      bits(at + length == data.length ? 1 : 0, 3);
      toByte();
      bits(length, 16);
      bits(~length & 0xFFFF, 16);
      for (int i = at; i < at + length; i++) {
        bits(data[i] & 0xFF, 8);
      }
      at += length;
    } while (at < data.length);
    return finished();
  }

  private int hash(int at) {
    int three = (data[at] & 0xFF) << 16 | (data[at + 1] & 0xFF) << 8 | (data[at + 2] & 0xFF);
    return (three * 0x9E3779B1) >>> 17;
  }

  private int candidate(int at) {
    return at + LEAST_MATCH <= data.length ? latest[hash(at)] : -1;
  }

  /** The place before with the same hash; what the window has left behind was overwritten. */
  private int earlier(int from) {
    int earlier = before[from % WINDOW];
    return earlier < from ? earlier : -1;
  }

  private void remember(int at) {
    if (at + LEAST_MATCH <= data.length) {
      int hash = hash(at);
      before[at % WINDOW] = latest[hash];
      latest[hash] = at;
    }
  }

  private int sameBytes(int from, int at) {
    int most = Math.min(LONGEST_MATCH, data.length - at);
    int same = 0;
    while (same < most && data[from + same] == data[at + same]) {
      same++;
    }
    return same;
  }

  /** The fixed codes of RFC 1951, section 3.2.6. */
  private void literal(int symbol) {
    if (symbol < 144) {
      code(0b00110000 + symbol, 8);
    } else if (symbol < 256) {
      code(0b110010000 + symbol - 144, 9);
    } else if (symbol < 280) {
      code(symbol - 256, 7);
    } else {
      code(0b11000000 + symbol - 280, 8);
    }
  }

  private void match(int length, int distance) {
    int code = LENGTHS.length - 1;
    while (LENGTHS[code] > length) {
      code--;
    }
    literal(257 + code);
    bits(length - LENGTHS[code], LENGTH_BITS[code]);
    // Two codes for each power of two: the highest bit of what is below it tells which.
    int rest = distance - 1;
    int extra = Math.max(0, 30 - Integer.numberOfLeadingZeros(rest));
    code(rest < 4 ? rest : 2 * extra + (rest >> extra), 5);
    bits(rest & ((1 << extra) - 1), extra);
  }

  /** Codes begin with their highest bit, all else with its lowest. */
  private void code(int code, int count) {
    bits(Integer.reverse(code) >>> (32 - count), count);
  }

  private void bits(int value, int count) {
    bits |= (long) value << bitCount;
    bitCount += count;
    while (bitCount >= 8) {
      put((int) bits);
      bits >>>= 8;
      bitCount -= 8;
    }
  }

  private void toByte() {
    if (bitCount > 0) {
      bits(0, 8 - bitCount);
    }
  }

  private void put(int octet) {
    if (size == out.length) {
      out = Arrays.copyOf(out, 2 * size);
    }
    out[size++] = (byte) octet;
  }

  /** Deflate with a window of 32 KiB, no dictionary, the fastest way. */
  private void header() {
    put(0x78);
    put(0x01);
  }

  private byte[] finished() {
    toByte();
    var checksum = new Adler32();
    checksum.update(data);
    for (int shift = 24; shift >= 0; shift -= 8) {
      put((int) (checksum.getValue() >>> shift));
    }
    return Arrays.copyOf(out, size);
  }
}
