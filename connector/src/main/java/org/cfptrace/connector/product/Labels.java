package org.cfptrace.connector.product;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What a company writes beside a part to find it again, as Ouranos has it: a label and three free
 * remarks.
 */
public record Labels(
    Optional<String> name,
    Optional<String> remark1,
    Optional<String> remark2,
    Optional<String> remark3) {
  /** No labels. */
  public static final Labels NONE =
      new Labels(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Every part must be said, if only as absent. */
  public Labels {
    requireNonNull(name, "name");
    requireNonNull(remark1, "remark1");
    requireNonNull(remark2, "remark2");
    requireNonNull(remark3, "remark3");
  }
}
