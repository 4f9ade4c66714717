package org.cfptrace.verify.checklist;

import java.util.Locale;

/** What a sample is, and so which door of the reader it is shown to. */
enum Form {
  /** A signed message. */
  MESSAGE,
  /** A declaration, carried by a message that is in order. */
  DECLARATION,
  /** A simple signed token, as directory entries and signed calls are. */
  TOKEN,
  /** A sealed envelope. */
  ENVELOPE;

  /** The directory of its files. */
  String directory() {
    return name().toLowerCase(Locale.ROOT);
  }
}
