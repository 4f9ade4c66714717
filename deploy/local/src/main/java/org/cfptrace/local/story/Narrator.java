package org.cfptrace.local.story;

/** Tells the story while it happens. */
public interface Narrator {

  /** Says nothing. */
  Narrator SILENT = line -> {};

  /** One line; an empty one makes a gap. */
  void say(String line);
}
