package org.cfptrace.aggregator.disclose.customer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.Finding.Code;

/** Gathers which plausibility rules are not met, each under its number. */
final class Rules {
  private final List<Finding> findings = new ArrayList<>();

  /** Notes a warning unless the claim holds. */
  void warn(int rule, boolean holds, String what) {
    forbid(rule, Code.IMPLAUSIBLE, holds, what);
  }

  /** Notes what the receiving side would refuse unless the claim holds. */
  void forbid(int rule, Code code, boolean holds, String what) {
    if (!holds) {
      findings.add(Finding.of(code, "rule " + rule + ": " + what));
    }
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** A number as people read it. */
  static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
