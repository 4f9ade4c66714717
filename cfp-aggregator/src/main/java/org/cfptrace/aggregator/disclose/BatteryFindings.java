package org.cfptrace.aggregator.disclose;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.aggregator.battery.BatteryFile;
import org.cfptrace.aggregator.battery.Hindrance;
import org.cfptrace.aggregator.disclose.Finding.Code;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.SystemBoundary;

/**
 * What hinders a battery's declaration, beside what hinders that of any product. A line that does
 * not count is told once: by the reader of products, which has its reason.
 */
final class BatteryFindings {
  private static final Set<Code> DOES_NOT_COUNT =
      EnumSet.of(
          Code.MISSING_UPSTREAM,
          Code.WITHIN_CUT_OFF,
          Code.RECALLED_INPUT,
          Code.EXPIRED_INPUT,
          Code.GWP_MIX,
          Code.BOUNDARY_MIX,
          Code.UNIT_MISMATCH);

  private BatteryFindings() {}

  /**
   * All findings.
   *
   * @param known what the reader of products found; which plant is meant is the model's matter
   */
  static List<Finding> of(
      BatteryFile file, ProductFacts product, List<Finding> known, Optional<String> plant) {
    boolean isMissingTold = known.stream().anyMatch(it -> DOES_NOT_COUNT.contains(it.code()));
    List<Finding> findings = new ArrayList<>(known);
    findings.removeIf(finding -> finding.code() == Code.NOT_AVAILABLE);
    String madeAt = file.model().plant().facilityId();
    if (plant.filter(it -> !it.equals(madeAt)).isPresent()) {
      findings.add(
          Finding.of(
              Code.NOT_AVAILABLE,
              "model "
                  + file.model().modelId()
                  + " is made at "
                  + madeAt
                  + ", not at "
                  + plant.get()));
    }
    if (product.basis().boundary() != SystemBoundary.CRADLE_TO_GRAVE) {
      findings.add(
          Finding.of(
              Code.BOUNDARY_MIX,
              "expected a footprint that reaches to the end of the battery's life, seen "
                  + product.basis().boundary()));
    }
    for (Hindrance hindrance : file.hindrances()) {
      switch (hindrance.code()) {
        case MISSING_UPSTREAM -> {
          if (!isMissingTold) {
            findings.add(finding(Code.MISSING_UPSTREAM, hindrance));
          }
        }
        case SPLIT_NOT_GIVEN -> findings.addAll(withheldSplits(hindrance, product));
        case COMPANY_DATA_REQUIRED -> findings.add(finding(Code.COMPANY_DATA_REQUIRED, hindrance));
        case BOM_CHANGED -> findings.add(finding(Code.BOM_CHANGED, hindrance));
        case ELECTRICITY_MIX_CHANGED ->
            findings.add(finding(Code.ELECTRICITY_MIX_CHANGED, hindrance));
        case CLASS_SCHEME_ABSENT -> findings.add(finding(Code.CLASS_SCHEME_ABSENT, hindrance));
        case METHOD_DRAFT -> findings.add(finding(Code.METHOD_DRAFT, hindrance));
      }
    }
    return findings;
  }

  private static Finding finding(Code code, Hindrance hindrance) {
    return new Finding(code, hindrance.path(), hindrance.detail());
  }

  private static List<Finding> withheldSplits(Hindrance hindrance, ProductFacts product) {
    return Unsplit.of(
        product,
        emissions -> emissions.stages().contains(Stage.UNSPLIT),
        "split by stage",
        List.of(finding(Code.SPLIT_WITHHELD, hindrance)));
  }
}
