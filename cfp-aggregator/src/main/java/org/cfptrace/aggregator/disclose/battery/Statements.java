package org.cfptrace.aggregator.disclose.battery;

import java.util.List;
import org.cfptrace.aggregator.disclose.PublicFinding;
import org.cfptrace.aggregator.disclose.Stamp;

/** What every file about a battery says beside its figures. */
final class Statements {
  static final String TOTAL =
      "All figures leave biogenic uptake out (EXCL_BIOGENIC_UPTAKE); the total with it stands"
          + " beside the declared one, under its own name.";
  static final String NO_OFFSETS =
      "Offsets and reductions that are allocated by certificates (GX) are part of no figure in"
          + " this file.";
  static final String ROUNDING =
      "The total is worked out from unrounded stages. Each figure is rounded on its own, halves away"
          + " from zero, to six decimals per kWh (in print to the gram per battery): the sum of the"
          + " stages as printed may differ from the total as printed in the last digit.";
  static final String NOT_COMPLETE =
      "The total is not complete: part of the footprint is missing from it.";
  static final String NO_CLASSES =
      "not yet defined: no performance classes are in force for this category";

  private Statements() {}

  /** What was found, a line for each kind. */
  static List<String> lines(Stamp stamp) {
    return PublicFinding.of(stamp).stream().map(PublicFinding::line).toList();
  }

  /** Why it was exported in spite of what blocks, in one line. */
  static String line(Stamp.Overridden override) {
    return "Exported in spite of what blocks, by " + override.by() + ": " + override.reason();
  }
}
