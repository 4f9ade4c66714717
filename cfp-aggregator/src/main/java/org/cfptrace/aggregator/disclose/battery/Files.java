package org.cfptrace.aggregator.disclose.battery;

import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.ExportFile;

/** Finished files, found by name. */
final class Files {
  private Files() {}

  static Optional<byte[]> named(String name, List<ExportFile> files) {
    return files.stream()
        .filter(file -> file.name().equals(name))
        .findFirst()
        .map(ExportFile::bytes);
  }
}
