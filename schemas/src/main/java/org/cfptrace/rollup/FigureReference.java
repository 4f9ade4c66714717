package org.cfptrace.rollup;

import static java.util.Objects.requireNonNull;

/** Which declaration a figure was read from, and the commitment that stands in it. */
public record FigureReference(String declarationId, String commitment) {

  public FigureReference {
    requireNonNull(declarationId, "declarationId");
    requireNonNull(commitment, "commitment");
  }
}
