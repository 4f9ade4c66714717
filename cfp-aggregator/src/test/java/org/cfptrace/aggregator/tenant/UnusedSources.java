package org.cfptrace.aggregator.tenant;

import java.time.Instant;
import java.util.List;

/** Nothing was made of what a company has written. */
public final class UnusedSources implements ReplacedSources {
  @Override
  public void replaced(Kind kind, List<Replaced> sources, Instant at) {}

  @Override
  public void removed(Kind kind, String key, Instant at) {}
}
