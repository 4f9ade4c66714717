package org.cfptrace.aggregator.disclose;

import static java.util.Objects.requireNonNull;

/**
 * One file of an export.
 *
 * @param name without folders: {@code declaration.pdf}; letters, digits, dot, hyphen, underscore
 */
public record ExportFile(String name, String mediaType, byte[] bytes) {
  public ExportFile {
    requireNonNull(mediaType, "mediaType");
    bytes = bytes.clone();
    if (!name.matches("[A-Za-z0-9_.-]{1,100}")) {
      throw new IllegalArgumentException("not a file name: " + name);
    }
  }

  @Override
  public byte[] bytes() {
    return bytes.clone();
  }
}
