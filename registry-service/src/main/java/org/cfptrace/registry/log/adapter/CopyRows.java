package org.cfptrace.registry.log.adapter;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.cfptrace.registry.log.LogStore.Waiting;

/** The places of entries as the database takes many rows at once: COPY, binary. */
final class CopyRows {
  static final String STATEMENT = "COPY log_place (place, number) FROM STDIN (FORMAT binary)";

  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0
  };
  private static final int COLUMNS = 2;

  private CopyRows() {}

  static InputStream of(long first, List<Waiting> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(entries.size() * 26 + 32);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(SIGNATURE);
      out.writeInt(0);
      out.writeInt(0);
      long place = first;
      for (Waiting waiting : entries) {
        row(out, place++, waiting);
      }
      out.writeShort(-1);
    } catch (IOException e) {
      throw new UncheckedIOException("memory could not be written", e);
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }

  private static void row(DataOutputStream out, long place, Waiting waiting) throws IOException {
    out.writeShort(COLUMNS);
    out.writeInt(Long.BYTES);
    out.writeLong(place);
    out.writeInt(Long.BYTES);
    out.writeLong(waiting.number());
  }
}
