package org.cfptrace.aggregator.battery;

import java.util.ArrayList;
import java.util.List;
import org.cfptrace.aggregator.structure.ComponentRole;
import org.cfptrace.rollup.LineOrigin;

/**
 * Whether anode, cathode, electrolyte, separator and casing rest on company data, as Annex II
 * demands: each role is played by some line, and every line that plays one has its supplier's own
 * figure. A default or an estimate is no company data, however good.
 */
public final class CompanyData {
  private CompanyData() {}

  /**
   * What is missing for one role.
   *
   * @param path of the line; empty where no line plays the role
   * @param why for people
   */
  public record Missing(ComponentRole role, String path, String why) {}

  /** All that is missing, in the order of roles and lines; empty when nothing is. */
  public static List<Missing> missing(List<Component> components, List<ExplodedLine> lines) {
    List<Missing> missing = new ArrayList<>();
    for (ComponentRole role : ComponentRole.values()) {
      List<ExplodedLine> playing =
          lines.stream().filter(line -> plays(role, line, components)).toList();
      if (playing.isEmpty()) {
        missing.add(new Missing(role, "", "no part of the bill of materials is named for it"));
      }
      for (ExplodedLine line : playing) {
        if (!line.restsOnCompanyData()) {
          missing.add(new Missing(role, line.path(), why(line)));
        }
      }
    }
    return List.copyOf(missing);
  }

  private static boolean plays(ComponentRole role, ExplodedLine line, List<Component> components) {
    return line.role().filter(role::equals).isPresent()
        || components.stream()
            .anyMatch(component -> component.role() == role && component.is(line));
  }

  private static String why(ExplodedLine line) {
    if (!line.state().isOk()) {
      return line.partName() + ": " + line.state();
    }
    return line.origin() == LineOrigin.PRIMARY
        ? line.partName() + " is estimated in part by its supplier"
        : line.partName() + " rests on " + line.origin();
  }
}
