package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.audit.Attestation;
import org.cfptrace.rollup.Bilingual;

/**
 * An auditor's word as a supplier has attached it to a declaration. It is about a statement that
 * the supplier had made before, and says nothing of the figure it comes with.
 *
 * @param token as it is attached; empty where nothing is that could be a token
 * @param attestation what it says; empty where nobody has signed it
 * @param doubts why it is not to be relied on; empty where it is
 * @param withdrawn when and why its auditor has taken it back, where it has
 */
public record AttachedWord(
    String token,
    Optional<Attestation> attestation,
    Set<Doubt> doubts,
    Optional<WithdrawnWords.Withdrawn> withdrawn) {

  /** Why a word is not to be relied on. */
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
  }

  public AttachedWord {
    requireNonNull(token, "token");
    requireNonNull(attestation, "attestation");
    requireNonNull(withdrawn, "withdrawn");
    Set<Doubt> copy = EnumSet.noneOf(Doubt.class);
    copy.addAll(doubts);
    doubts = Collections.unmodifiableSet(copy);
  }
}
