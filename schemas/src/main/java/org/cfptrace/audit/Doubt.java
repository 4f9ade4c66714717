package org.cfptrace.audit;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.participant.Accreditation;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.rollup.Bilingual;

/** Why an auditor's word that a company has attached to a declaration is not to be relied on. */
public enum Doubt {
  /** It is no token, or not signed by who it says. */
  NOT_SIGNED("it is not signed by an auditor known to the registry", "登録機関に登録された監査人の署名ではない"),
  /** The digest beside it is of something else. */
  OTHER_DIGEST("the digest beside it is not its own", "併記されたダイジェストが一致しない"),
  /** It is about another company. */
  OTHER_COMPANY("it is about another company", "別の事業者に関するもの"),
  /** It is about another product. */
  OTHER_PRODUCT("it is about another product", "別の製品に関するもの"),
  /** It is about another period. */
  OTHER_PERIOD("it is about another period", "別の期間に関するもの"),
  /** The company speaks of itself. */
  OWN_WORD("the company has signed it itself", "事業者自身の署名によるもの"),
  /** Its signer was not accredited when it signed. */
  NOT_ACCREDITED("its signer was not accredited then", "署名者が当時認定されていない"),
  /** It says that something does not hold. */
  FOUND_FAULTS("it says that something does not hold", "整合しない事項があるとしている"),
  /** Its auditor has taken it back. */
  WITHDRAWN("its auditor has taken it back", "監査人が撤回した");

  private final String en;
  private final String ja;

  Doubt(String en, String ja) {
    this.en = en;
    this.ja = ja;
  }

  /** What it is, for people. */
  public Bilingual words() {
    return new Bilingual(en, ja);
  }

  /**
   * What of a signed word speaks against relying on it for a company's product and period.
   *
   * @param signer what the registry says of who signed it
   */
  public static Set<Doubt> of(
      Attestation word,
      ParticipantId company,
      TraceId product,
      Period period,
      Optional<DirectoryEntry> signer) {
    Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
    note(doubts, OTHER_COMPANY, !word.company().equals(company));
    note(doubts, OTHER_PRODUCT, !word.product().equals(product));
    note(doubts, OTHER_PERIOD, !word.period().equals(period));
    note(doubts, OWN_WORD, word.issuer().equals(company));
    note(doubts, NOT_ACCREDITED, !wasAccredited(word, signer));
    note(doubts, FOUND_FAULTS, word.result() == AuditResult.FAILED);
    return doubts;
  }

  private static boolean wasAccredited(Attestation word, Optional<DirectoryEntry> signer) {
    return signer
        .filter(entry -> entry.isAccredited(Accreditation.CFP_AUDIT, word.issuedAt()))
        .isPresent();
  }

  private static void note(Set<Doubt> doubts, Doubt doubt, boolean isThere) {
    if (isThere) {
      doubts.add(doubt);
    }
  }
}
