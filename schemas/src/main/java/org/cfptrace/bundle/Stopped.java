package org.cfptrace.bundle;

import static java.util.Objects.requireNonNull;

import org.cfptrace.rollup.Bilingual;
import org.cfptrace.verify.Reason;

/** Something does not hold, and nothing behind it can be judged. */
final class Stopped extends RuntimeException {
  private final Reason reason;
  private final transient Bilingual text;

  Stopped(Reason reason, String en, String ja) {
    super(reason.name(), null, false, false);
    this.reason = requireNonNull(reason, "reason");
    this.text = new Bilingual(en, ja);
  }

  /** Stops unless something holds. */
  static void unless(boolean holds, Reason reason, String en, String ja) {
    if (!holds) {
      throw new Stopped(reason, en, ja);
    }
  }

  Reason reason() {
    return reason;
  }

  /** What people read of it. */
  Step step() {
    return Step.bad(text.en() + " (" + reason + ")", text.ja() + "(" + reason + ")");
  }
}
