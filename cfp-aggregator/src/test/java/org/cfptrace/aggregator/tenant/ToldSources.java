package org.cfptrace.aggregator.tenant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Notes what it is told of what a company writes anew or takes out. */
public final class ToldSources implements ReplacedSources {
  private final List<String> told = new ArrayList<>();

  @Override
  public void replaced(Kind kind, List<Replaced> sources, Instant at) {
    sources.forEach(source -> told.add(kind + " " + source.key() + " from " + source.from()));
  }

  @Override
  public void removed(Kind kind, String key, Instant at) {
    told.add(kind + " " + key + " removed at " + at);
  }

  /** What it was told, the first first. */
  public List<String> told() {
    return List.copyOf(told);
  }
}
