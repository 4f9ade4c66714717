package org.cfptrace.verify.checklist;

import java.util.Locale;

/** What a sample is, and so which door of the reader it is shown to. */
enum Form {
  /** A signed message. */
  MESSAGE,
  /** A declaration, carried by a message that is in order. */
  DECLARATION,
  /** A declaration handed on by whom it was made for, carried by a message that is in order. */
  PRESENTATION,
  /** A simple signed token, as directory entries and signed calls are. */
  TOKEN,
  /** A sealed envelope. */
  ENVELOPE,
  /** The evidence of an audit, a whole chain. */
  BUNDLE,
  /** A declaration with the proof that it is in the log. */
  ANCHOR,
  /** Two checkpoints with the proof that the log only grew. */
  GROWTH,
  /** A time stamp over a checkpoint. */
  STAMP;

  /** The directory of its files. */
  String directory() {
    return name().toLowerCase(Locale.ROOT);
  }
}
