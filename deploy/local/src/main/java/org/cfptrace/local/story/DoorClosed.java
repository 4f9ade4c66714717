package org.cfptrace.local.story;

/** A service gave no answer at all. */
public final class DoorClosed extends RuntimeException {

  DoorClosed(String message, Throwable cause) {
    super(message, cause);
  }
}
