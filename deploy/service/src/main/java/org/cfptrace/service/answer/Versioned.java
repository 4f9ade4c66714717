package org.cfptrace.service.answer;

/** A value and the version it was read at; a write names the version it wants to replace. */
public record Versioned<T>(T value, long version) {
  /** Refuses to go on if somebody else has changed it in the meantime. */
  public void refuseUnless(ExpectedVersion expected) {
    expected.refuseUnlessNow(version);
  }
}
