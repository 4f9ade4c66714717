package org.cfptrace.log;

import java.util.Optional;

/** Where tiles are read: a directory, a table, or the log's public door. */
@FunctionalInterface
public interface TileSource {

  /** The bytes of a tile, at least as many hashes as its width; empty when it is not there. */
  Optional<byte[]> read(TileName name);
}
