package org.cfptrace.aggregator.collect;

import static java.util.Objects.requireNonNull;

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

  private final AttestedDeclarations attested;
  private final WithdrawnAttestations withdrawn;
  private final KnownEntries known;
  private final Acquaintances acquaintances;

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
   * Judges those that wait; how many were judged.
   *
   * @throws Registry.RegistryAway when it cannot be asked; the rest waits for the next round
   */
  public int round() {
    int judged = 0;
    for (ToJudge each : attested.toJudge(MOST_AT_ONCE)) {
      Optional<AuditorsWord> word =
          attested.attached(each).map(attached -> judge(each.tenant(), attached));
      judged += word.isPresent() && attested.judged(each, word.get()) ? 1 : 0;
    }
    return judged;
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
    return entry.isEmpty() && acquaintances.meet(auditor) ? known.find(auditor) : entry;
  }
}
