package org.cfptrace.verify.checklist;

import java.util.stream.Stream;

/** The accepted samples that all others differ from. */
final class ControlSamples {
  private static final String NOTHING = "nothing";

  private ControlSamples() {}

  static Stream<Sample> all() {
    return Stream.of(
        Samples.message(0, "accepted", NOTHING, Sample.ACCEPTED, Setting.STANDARD, forge -> {}),
        Samples.declaration(
            0, "accepted", NOTHING, Sample.ACCEPTED, Setting.STANDARD, forge -> forge),
        Samples.declaration(
            0,
            "accepted-with-inputs",
            NOTHING,
            Sample.ACCEPTED,
            Setting.STANDARD,
            DeclarationForge.withInputs()),
        Samples.token(0, "accepted", NOTHING, Sample.ACCEPTED, forge -> {}),
        Samples.envelope(0, "accepted", NOTHING, Sample.ACCEPTED, Samples.envelope()));
  }
}
