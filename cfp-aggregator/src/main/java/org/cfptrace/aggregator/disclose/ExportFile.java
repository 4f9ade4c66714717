package org.cfptrace.aggregator.disclose;

import static java.util.Objects.requireNonNull;

/** One file of an export. */
public final class ExportFile {
  private final String name;
  private final String mediaType;
  private final byte[] bytes;

  /**
   * A file.
   *
   * @param name without folders: {@code declaration.pdf}; letters, digits, dot, hyphen, underscore
   */
  public ExportFile(String name, String mediaType, byte[] bytes) {
    if (!name.matches("[A-Za-z0-9_.-]{1,100}")) {
      throw new IllegalArgumentException("not a file name: " + name);
    }
    this.name = name;
    this.mediaType = requireNonNull(mediaType, "mediaType");
    this.bytes = bytes.clone();
  }

  public String name() {
    return name;
  }

  public String mediaType() {
    return mediaType;
  }

  public byte[] bytes() {
    return bytes.clone();
  }
}
