package org.cfptrace.aggregator.disclose.shell;

import java.util.ArrayList;
import java.util.List;
import org.cfptrace.aggregator.disclose.PublicFinding;
import org.cfptrace.aggregator.disclose.Stamp;
import org.eclipse.digitaltwin.aas4j.v3.model.DataTypeDefXsd;
import org.eclipse.digitaltwin.aas4j.v3.model.Extension;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultExtension;

/**
 * What a submodel says beside its figures: as extensions, each with a name of its own, which other
 * software keeps and need not understand.
 */
record Statement(List<Named> texts) {
  static final String NO_OFFSETS =
      "Offsets and reductions that are allocated by certificates (GX) are part of no figure here.";

  /** A named text. */
  record Named(String name, String text) {}

  Statement {
    texts = List.copyOf(texts);
  }

  /** What the stamp says, and what the target adds to it. */
  static Statement of(Stamp stamp, List<Named> more) {
    List<Named> texts = new ArrayList<>();
    texts.add(new Named("exportId", stamp.exportId()));
    texts.add(new Named("asOf", stamp.asOf().toString()));
    stamp.supersedes().ifPresent(earlier -> texts.add(new Named("supersedes", earlier)));
    texts.add(new Named("shows", "EXCL_BIOGENIC_UPTAKE"));
    texts.addAll(more);
    texts.add(new Named("offsets", NO_OFFSETS));
    PublicFinding.of(stamp)
        .forEach(finding -> texts.add(new Named(finding.code().name(), finding.line())));
    stamp
        .override()
        .ifPresent(
            it -> {
              texts.add(new Named("overrideReason", it.reason()));
              texts.add(new Named("overrideBy", it.by()));
            });
    return new Statement(texts);
  }

  List<Extension> extensions() {
    List<Extension> extensions = new ArrayList<>();
    for (Named named : texts) {
      extensions.add(
          new DefaultExtension.Builder()
              .name(named.name())
              .valueType(DataTypeDefXsd.STRING)
              .value(named.text())
              .build());
    }
    return extensions;
  }
}
