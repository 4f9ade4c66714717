package org.cfptrace.aggregator.disclose.job;

import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.Shown;
import org.cfptrace.aggregator.disclose.Stamp;

/** Manifests of exports that are ready, for tests of other rooms. */
public final class Manifests {
  private Manifests() {}

  /** The manifest of a whole whose files state so many warnings, and nothing overridden. */
  public static ExportFile withWarnings(Export export, long warnings) {
    return Manifest.ofWhole(
        export,
        Software.ofVersion("1.0"),
        Shown.BOTH,
        new Stamp(
            "exp-1",
            export.order().asOf(),
            List.of(),
            export.progress().overridden(),
            Optional.empty()),
        new ExportSubjects.Told(warnings, 0),
        List.of());
  }
}
