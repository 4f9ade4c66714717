package org.cfptrace.local.story;

/** Something that should have happened by now has not. */
public final class StillWaiting extends RuntimeException {

  StillWaiting(String message) {
    super(message);
  }
}
