package org.cfptrace.chain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.CryptoProvider;
import org.cfptrace.keys.CryptoProviders;
import org.cfptrace.log.LogTrust;
import org.cfptrace.log.LoggedEntry;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.participant.StatusListToken;
import org.cfptrace.verify.EvidenceReader;
import org.jspecify.annotations.Nullable;

/**
 * Checks a whole chain: from what each company has shown, the signed key histories, the witnessed
 * log and the status list to a verdict on every declaration. It asks nobody and keeps nothing; the
 * same answers give the same verdict, whoever holds them.
 *
 * <p>Of each declaration that was shown: it is the one its customer holds, signed by the key the
 * customer vouches for; its signer was in good standing when the log took it in; it was neither
 * recalled nor corrected; digests and commitment fit; it says what its issuer stated to itself and
 * to all others; each input is the declaration that the supplier signed for this company, is in the
 * log as well, and speaks for the period; amount, unit, yield and factor give each contribution,
 * and own emissions and contributions the total, to the microgram, with and without biogenic
 * uptake; gross emissions, removals and uptake follow as well, and the split by stage; it calls
 * itself complete only if it is, each line whole; data quality follows from the inputs. Across the
 * chain: no product is made of itself. Beside other audits: nobody tells two stories.
 *
 * <p><b>Coverage.</b> The root has a share of 100 %. A verified declaration keeps of its share what
 * its own emissions and the inputs without a declaration have of the sum of all sizes |own| +
 * Σ|contribution| (including biogenic uptake); each other input hands its part to the supplier's
 * declaration, which adds up what it gets from all sums that use it. What a declaration is worth
 * that fails, is refused or missing, or that an aggregator has worked out, is not covered, and
 * neither is anything behind it. Coverage is 100 % less these: full when every declaration that
 * contributes anything is verified, and 0 when the root fails. A declaration whose sizes are all
 * zero keeps its share.
 */
public final class ChainVerifier {
  private final EvidenceReader reader;
  private final KeyHistory histories;
  private final Anchors anchors;

  /**
   * A verifier.
   *
   * @param directory entries signed by the registry, with the whole history of keys
   * @param trust whose word about the log to believe
   * @param statuses the signed list of what was recalled and corrected; one that is more than 26
   *     hours older than the check says nothing
   * @param checkedAt when this is checked, as the report says
   */
  public ChainVerifier(
      Function<ParticipantId, Optional<DirectoryEntry>> directory,
      LogTrust trust,
      StatusListToken statuses,
      Instant checkedAt) {
    this(directory, trust, statuses, checkedAt, CryptoProviders.chosen());
  }

  /** The same, with signatures checked by this provider. */
  public ChainVerifier(
      Function<ParticipantId, Optional<DirectoryEntry>> directory,
      LogTrust trust,
      StatusListToken statuses,
      Instant checkedAt,
      CryptoProvider provider) {
    this.histories = new KeyHistory(requireNonNull(directory, "directory"), provider);
    this.reader = new EvidenceReader(histories);
    this.anchors = new Anchors(trust, statuses, checkedAt);
  }

  /**
   * Checks the chain behind a company's own statement.
   *
   * @param shown what that company has shown
   * @param answers what the others have answered, by the declaration that their customer holds
   */
  public ChainVerdict verify(
      AuditedRoot root, ShownDeclaration shown, Map<DeclarationId, HopAnswer> answers) {
    return verify(root, shown, answers, List.of());
  }

  /**
   * The same beside what other audits were shown: whoever tells two stories has failed.
   *
   * @param earlier what the same auditor was shown before
   */
  public ChainVerdict verify(
      AuditedRoot root,
      ShownDeclaration shown,
      Map<DeclarationId, HopAnswer> answers,
      List<EarlierWord> earlier) {
    HopCheck check = new HopCheck(reader, histories, anchors, id -> proofOf(answers.get(id)));
    List<Hop> hops =
        twoStories().checked(AcrossChain.checked(Walk.of(root, shown, answers, check)), earlier);
    Shares shares = Shares.of(hops);
    List<HopVerdict> verdicts = new ArrayList<>(hops.size());
    for (int place = 0; place < hops.size(); place++) {
      verdicts.add(hops.get(place).verdict(shares.of(place)));
    }
    List<Told> told = hops.stream().flatMap(hop -> hop.told().stream()).toList();
    return new ChainVerdict(verdicts, shares.verified(), told);
  }

  /** Those earlier words that cannot stand beside what was told now. */
  public List<EarlierWord> contradicting(ChainVerdict now, List<EarlierWord> earlier) {
    TwoStories stories = twoStories();
    return earlier.stream()
        .filter(word -> now.told().stream().anyMatch(told -> stories.contradicts(told, word)))
        .toList();
  }

  private TwoStories twoStories() {
    return new TwoStories(reader, anchors);
  }

  private static Optional<LoggedEntry> proofOf(@Nullable HopAnswer answer) {
    return answer instanceof HopAnswer.Shown shown ? shown.declaration().proof() : Optional.empty();
  }
}
