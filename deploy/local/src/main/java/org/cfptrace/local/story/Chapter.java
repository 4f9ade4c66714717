package org.cfptrace.local.story;

import java.util.List;

/**
 * One product's part of the story, in figures read back from its maker's own answers.
 *
 * @param own kilograms CO2e of the maker's own processes
 * @param cumulative own and everything bought, kilograms CO2e
 * @param unit what the figures are for one of
 * @param sees what the maker's suppliers told it
 */
public record Chapter(
    String company,
    String product,
    String own,
    String cumulative,
    String unit,
    boolean complete,
    List<Seen> sees) {

  public Chapter {
    sees = List.copyOf(sees);
  }
}
