package org.cfptrace.it.hostile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.kafka.common.record.FileRecords;
import org.apache.kafka.common.record.Record;
import org.jspecify.annotations.Nullable;

/** What lies on a broker's disk: every file as it is, and every record of every log unpacked. */
final class Disk {

  private Disk() {}

  static void of(Path directory, BiConsumer<String, byte[]> visitor) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        visitor.accept(file.toString(), Files.readAllBytes(file));
        if (file.toString().endsWith(".log")) {
          records(file, visitor);
        }
      }
    }
  }

  private static void records(Path file, BiConsumer<String, byte[]> visitor) throws IOException {
    try (FileRecords records = FileRecords.open(file.toFile(), false)) {
      for (Record record : records.records()) {
        show(file + " record " + record.offset() + " key", record.key(), visitor);
        show(file + " record " + record.offset() + " value", record.value(), visitor);
      }
    }
  }

  private static void show(
      String place, @Nullable ByteBuffer content, BiConsumer<String, byte[]> visitor) {
    if (content != null) {
      byte[] bytes = new byte[content.remaining()];
      content.get(bytes);
      visitor.accept(place, bytes);
    }
  }
}
