package org.cfptrace.aggregator.disclose.pack;

import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.ShownClaims;

/** What the issuer of a declaration lets its holder do with it. In doubt: nothing. */
final class Terms {
  private Terms() {}

  /** Whether the terms that a token shows let it go to an auditor. */
  static boolean letGoToAuditor(String token) {
    return ShownClaims.terms(token)
        .filter(terms -> terms.onward().contains(Audience.AUDITOR))
        .isPresent();
  }
}
