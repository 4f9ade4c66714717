package org.cfptrace.aggregator.disclose.shell;

import java.time.Instant;
import java.util.List;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.eclipse.digitaltwin.aas4j.v3.model.Environment;

/** The two files of a shell: the environment as JSON, and the package. */
final class ShellFiles {
  static final String JSON = "carbon-footprint.aas.json";
  static final String AASX = "carbon-footprint.aasx";

  private ShellFiles() {}

  static List<ExportFile> of(Environment environment, Instant asOf) {
    return List.of(
        new ExportFile(JSON, "application/json", ShellPackage.json(environment)),
        new ExportFile(
            AASX,
            "application/asset-administration-shell-package+xml",
            ShellPackage.aasx(environment, asOf)));
  }
}
