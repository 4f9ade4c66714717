package org.cfptrace.aggregator.disclose.cbam;

import java.math.BigDecimal;
import org.cfptrace.aggregator.steel.Tonnes;

/**
 * The single mass-based threshold of Regulation (EU) 2025/2083: an importer whose goods of iron and
 * steel, aluminium, fertilisers and cement together stay within 50 t net in a calendar year is
 * exempted; above it, all imports of that year count. It is a rule for each importer: what one
 * installation reports can show that it is exceeded, never that it is not.
 */
public final class MassThreshold {
  /** Net mass per importer and calendar year. */
  public static final Tonnes LIMIT = new Tonnes(BigDecimal.valueOf(50));

  private MassThreshold() {}

  /** Whether all goods of one importer in one year are more than the threshold. */
  public static boolean isExceededBy(Tonnes imported) {
    return imported.compareTo(LIMIT) > 0;
  }
}
