package org.cfptrace.aggregator.disclose.cbam;

import java.util.ArrayList;
import java.util.List;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.Stamp;

/** What a person has to see of the circumstances of an export, sentence by sentence. */
final class StampText {
  private StampText() {}

  /** Warnings, what was overridden and why. */
  static List<String> warnings(CbamFacts facts, Stamp stamp) {
    List<String> warnings = new ArrayList<>();
    for (Finding finding : stamp.findings()) {
      warnings.add(
          finding.code().name()
              + ": "
              + finding.code().en()
              + (finding.path().isEmpty() ? "" : " (" + finding.path() + ")")
              + ": "
              + finding.detail());
    }
    stamp
        .override()
        .ifPresent(
            override ->
                warnings.add(
                    "Issued in spite of what blocks, by "
                        + override.by()
                        + ", because: "
                        + override.reason()));
    stamp.supersedes().ifPresent(earlier -> warnings.add("Corrects export " + earlier));
    warnings.addAll(facts.notes());
    return warnings;
  }

  /** Who stands behind the figures. */
  static String assurance(CbamFacts facts) {
    return facts
        .verifier()
        .map(
            it ->
                "verification report "
                    + it.reportId()
                    + " of "
                    + it.name()
                    + ", accreditation "
                    + it.accreditation()
                    + ", period "
                    + it.period()
                    + ", scope: "
                    + it.scope()
                    + "; this software gives no assurance")
        .orElse("no verification report was stated; this software gives no assurance");
  }
}
