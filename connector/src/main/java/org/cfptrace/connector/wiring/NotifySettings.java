package org.cfptrace.connector.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;

/** What a company chooses to be told. */
@ConfigMapping(prefix = "cfptrace.notify")
public interface NotifySettings {
  /** A footprint of ours that changes by this many percent or more is always told. */
  @WithDefault("10")
  BigDecimal changePercent();
}
