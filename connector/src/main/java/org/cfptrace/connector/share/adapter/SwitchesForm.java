package org.cfptrace.connector.share.adapter;

import java.util.EnumSet;
import java.util.Set;
import org.cfptrace.policy.ReleaseSwitch;
import org.cfptrace.service.http.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one partner may see of a product, as it is written over HTTP. */
@Schema(name = "ReleaseSwitches")
public record SwitchesForm(
    @Schema(description = "the cumulative value") boolean total,
    @Schema(description = "data quality and verification") boolean quality,
    @Schema(description = "the cumulative value by stage and account; needs total") boolean stages,
    @Schema(description = "the documents behind it, and an auditor's word on the product")
        boolean evidence,
    @Schema(description = "how many suppliers were asked and have answered") boolean coverage) {

  static SwitchesForm of(Set<ReleaseSwitch> on) {
    return new SwitchesForm(
        on.contains(ReleaseSwitch.TOTAL),
        on.contains(ReleaseSwitch.QUALITY),
        on.contains(ReleaseSwitch.STAGES),
        on.contains(ReleaseSwitch.EVIDENCE),
        on.contains(ReleaseSwitch.COVERAGE));
  }

  /** Reads what is turned on; what is not said is off. */
  public static Set<ReleaseSwitch> read(Fields fields) {
    Set<ReleaseSwitch> on = EnumSet.noneOf(ReleaseSwitch.class);
    fields.flag("total").filter(set -> set).ifPresent(set -> on.add(ReleaseSwitch.TOTAL));
    fields.flag("quality").filter(set -> set).ifPresent(set -> on.add(ReleaseSwitch.QUALITY));
    fields.flag("stages").filter(set -> set).ifPresent(set -> on.add(ReleaseSwitch.STAGES));
    fields.flag("evidence").filter(set -> set).ifPresent(set -> on.add(ReleaseSwitch.EVIDENCE));
    fields.flag("coverage").filter(set -> set).ifPresent(set -> on.add(ReleaseSwitch.COVERAGE));
    fields.refuseOthers();
    fields.holds(
        "stages",
        on.contains(ReleaseSwitch.TOTAL) || !on.contains(ReleaseSwitch.STAGES),
        "NEEDS_TOTAL",
        "who sees the stages can add them up: they are shown with the total or not at all");
    return on;
  }
}
