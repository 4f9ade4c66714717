package org.cfptrace.paper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A ZIP written as a stream, entry after entry, without compression: its bytes follow from names,
 * contents and {@code asOf} alone, whatever compresses elsewhere. Past 65,535 entries or 4 GB it
 * goes on as Zip64. What cannot be written is an {@link UncheckedIOException}.
 */
public final class StoredZip implements AutoCloseable {
  // At midnight itself the library adds a timestamp in the time zone of the machine.
  private static final LocalDateTime FIRST = LocalDateTime.of(1980, 1, 1, 0, 0, 2);
  private static final LocalDateTime LAST = LocalDateTime.of(2107, 12, 31, 23, 59, 58);

  private final ZipOutputStream zip;
  private final LocalDateTime time;
  private final Set<String> names = new HashSet<>();

  /** The entries bear {@code asOf} in UTC, to two seconds, within the years 1980 to 2107. */
  public StoredZip(OutputStream out, Instant asOf) {
    this.zip = new ZipOutputStream(out, UTF_8);
    this.time = dosTime(asOf);
    zip.setMethod(ZipOutputStream.STORED);
  }

  private static LocalDateTime dosTime(Instant asOf) {
    LocalDateTime time = LocalDateTime.ofInstant(asOf, UTC);
    return time.isBefore(FIRST) ? FIRST : time.isAfter(LAST) ? LAST : time;
  }

  /**
   * Adds an entry.
   *
   * @param name a path below where it will be unpacked, with {@code /}; no name comes twice
   */
  public void add(String name, byte[] content) {
    add(name, List.of(content));
  }

  /** Adds an entry whose content is these parts, one after the other. */
  public void add(String name, List<byte[]> parts) {
    check(name);
    try {
      zip.putNextEntry(entry(name, parts));
      for (byte[] part : parts) {
        zip.write(part);
      }
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void check(String name) {
    boolean goesElsewhere =
        Arrays.stream(name.split("/", -1)).anyMatch(step -> step.matches("|\\.|\\.\\."));
    if (goesElsewhere || name.indexOf('\\') >= 0 || name.codePoints().anyMatch(c -> c < ' ')) {
      throw new IllegalArgumentException("no name of an entry: " + name);
    }
    if (!names.add(name)) {
      throw new IllegalArgumentException("an entry of this name is there: " + name);
    }
  }

  private ZipEntry entry(String name, List<byte[]> parts) {
    var checksum = new CRC32();
    parts.forEach(checksum::update);
    long size = parts.stream().mapToLong(part -> part.length).sum();
    var entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(size);
    entry.setCompressedSize(size);
    entry.setCrc(checksum.getValue());
    entry.setTimeLocal(time);
    return entry;
  }

  /** Writes the directory at the end, and closes the stream. */
  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
