package org.cfptrace.aggregator.collect;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.cfptrace.aggregator.collect.AttestedDeclarations.Attached;
import org.cfptrace.aggregator.collect.AttestedDeclarations.ToJudge;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.audit.Attestation;
import org.cfptrace.audit.Doubt;
import org.cfptrace.chain.KeyHistory;
import org.cfptrace.exchange.partner.Acquaintances;
import org.cfptrace.exchange.partner.KnownEntries;
import org.cfptrace.exchange.partner.Registry;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.CryptoProviders;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.verify.SignedTokens;

/**
 * Judges the auditors' words that issuers attach to what they declare, as a stranger does: only
 * what an accredited auditor has signed about just this company, product and period is worth
 * anything. An auditor that is met here is followed in the directory from then on, and its words
 * are judged again whenever that says something new of it.
 */
public final class JudgeAttestations {
  private static final int MOST_AT_ONCE = 100;

  /** After so many a round ends: each may have taken the registry's whole patience. */
  private static final int MOST_UNANSWERED = 3;

  private final AttestedDeclarations attested;
  private final WithdrawnAttestations withdrawn;
  private final KnownEntries known;
  private final Acquaintances acquaintances;

  /** Where the last round broke off; one thread judges. */
  private Optional<ToJudge> last = Optional.empty();

  public JudgeAttestations(
      AttestedDeclarations attested,
      WithdrawnAttestations withdrawn,
      KnownEntries known,
      Acquaintances acquaintances) {
    this.attested = requireNonNull(attested, "attested");
    this.withdrawn = requireNonNull(withdrawn, "withdrawn");
    this.known = requireNonNull(known, "known");
    this.acquaintances = requireNonNull(acquaintances, "acquaintances");
  }

  /**
   * Judges those that wait; how many were judged. Where the registry does not answer about some
   * auditors, the next round goes on behind their words, and comes back to them after the last.
   *
   * @throws Registry.RegistryAway when it has not answered
   */
  public int round() {
    Pass pass = passFrom(last);
    if (pass.overtaken() > 0) {
      // Who was met for the first time is news: what waited is judged with it in mind.
      Pass again = passFrom(last);
      pass = new Pass(pass.judged() + again.judged(), 0, again.brokenOffAt(), again.unanswered());
    }
    last = pass.brokenOffAt();
    if (!pass.unanswered().isEmpty()) {
      throw pass.unanswered().get(0);
    }
    return pass.judged();
  }

  private record Pass(
      int judged,
      int overtaken,
      Optional<ToJudge> brokenOffAt,
      List<Registry.RegistryAway> unanswered) {}

  private Pass passFrom(Optional<ToJudge> begin) {
    int judged = 0;
    int overtaken = 0;
    List<Registry.RegistryAway> unanswered = new ArrayList<>();
    for (ToJudge each : attested.toJudge(begin, MOST_AT_ONCE)) {
      try {
        Optional<Boolean> isKept =
            attested
                .attached(each)
                .map(attached -> attested.judged(each, judge(each.tenant(), attached)));
        judged += isKept.orElse(false) ? 1 : 0;
        overtaken += isKept.orElse(true) ? 0 : 1;
      } catch (Registry.RegistryAway away) {
        unanswered.add(away);
      }
      if (unanswered.size() == MOST_UNANSWERED) {
        return new Pass(judged, overtaken, Optional.of(each), unanswered);
      }
    }
    return new Pass(judged, overtaken, Optional.empty(), unanswered);
  }

  private AuditorsWord judge(Tenant tenant, Attached attached) {
    AttachedAttestation word = AttachedAttestation.in(attached.word());
    AtomicReference<Optional<ParticipantId>> named = new AtomicReference<>(Optional.empty());
    KeyHistory keys =
        new KeyHistory(
            who -> {
              named.set(Optional.of(who));
              return entry(who);
            },
            CryptoProviders.chosen());
    return Attestation.read(word.word(), SignedTokens.ofHistory(keys))
        .fold(
            accepted -> judge(tenant, attached, word, accepted.value()),
            held -> notSigned(named.get()),
            refused -> notSigned(named.get()));
  }

  private static AuditorsWord notSigned(Optional<ParticipantId> named) {
    return new AuditorsWord(named, Optional.empty(), Set.of(Doubt.NOT_SIGNED));
  }

  private AuditorsWord judge(
      Tenant tenant, Attached attached, AttachedAttestation word, Attestation said) {
    Set<Doubt> doubts =
        Doubt.of(
            said, attached.issuer(), attached.product(), attached.period(), entry(said.issuer()));
    if (!word.sha256().equals(attached.word().path("digest").asText())) {
      doubts.add(Doubt.OTHER_DIGEST);
    }
    if (withdrawn.of(tenant, word).isPresent()) {
      doubts.add(Doubt.WITHDRAWN);
    }
    return new AuditorsWord(
        Optional.of(said.issuer()),
        Optional.of(said.coverage()).filter(coverage -> doubts.isEmpty()),
        doubts);
  }

  private Optional<DirectoryEntry> entry(ParticipantId auditor) {
    Optional<DirectoryEntry> entry = known.find(auditor);
    if (entry.isPresent()) {
      return entry;
    }
    acquaintances.meet(auditor);
    return known.find(auditor);
  }
}
