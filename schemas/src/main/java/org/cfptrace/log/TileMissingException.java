package org.cfptrace.log;

/** A tile that the tree must have cannot be read. */
public final class TileMissingException extends RuntimeException {
  public TileMissingException(TileName name) {
    super("tile " + name.path() + " is missing or too short");
  }
}
