package org.cfptrace.chain;

import static java.util.Objects.requireNonNull;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.ShownClaims;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.log.LoggedEntry;

/**
 * A declaration that the same auditor was shown in another audit, with as much of it as says what
 * it is about; nothing of it is believed yet.
 *
 * @param company who has issued it
 * @param declaration the token, with the disclosures of product, period, audience and statement
 * @param proof where it stands in the log
 */
public record EarlierWord(ParticipantId company, String declaration, Optional<LoggedEntry> proof) {
  private static final Set<ClaimName> WHAT_IT_IS_ABOUT =
      EnumSet.of(ClaimName.PRODUCT, ClaimName.PERIOD, ClaimName.AUDIENCE, ClaimName.STATEMENT);

  public EarlierWord {
    requireNonNull(company, "company");
    requireNonNull(declaration, "declaration");
    requireNonNull(proof, "proof");
  }

  /** Of a token as it was shown. */
  public static EarlierWord of(ParticipantId company, String shown, Optional<LoggedEntry> proof) {
    return new EarlierWord(company, ShownClaims.only(shown, WHAT_IT_IS_ABOUT), proof);
  }

  /** Shows nothing. */
  @Override
  public String toString() {
    return "EarlierWord";
  }
}
