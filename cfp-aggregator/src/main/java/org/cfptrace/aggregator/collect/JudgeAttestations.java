package org.cfptrace.aggregator.collect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.cfptrace.aggregator.collect.AttestedDeclarations.Attached;
import org.cfptrace.aggregator.collect.AttestedDeclarations.ToJudge;
import org.cfptrace.audit.Attestation;
import org.cfptrace.audit.Doubt;
import org.cfptrace.chain.KeyHistory;
import org.cfptrace.exchange.partner.Acquaintances;
import org.cfptrace.exchange.partner.KnownEntries;
import org.cfptrace.exchange.partner.Registry;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.CryptoProviders;
import org.cfptrace.keys.Sha256;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.strict.Base64Url;
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
  private final KnownEntries known;
  private final Acquaintances acquaintances;

  public JudgeAttestations(
      AttestedDeclarations attested, KnownEntries known, Acquaintances acquaintances) {
    this.attested = requireNonNull(attested, "attested");
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
      Optional<AuditorsWord> word = attested.attached(each).map(this::judge);
      judged += word.isPresent() && attested.judged(each, word.get()) ? 1 : 0;
    }
    return judged;
  }

  private AuditorsWord judge(Attached attached) {
    String token = attached.word().path("jws").asText();
    AtomicReference<Optional<ParticipantId>> named = new AtomicReference<>(Optional.empty());
    KeyHistory keys =
        new KeyHistory(
            who -> {
              named.set(Optional.of(who));
              return entry(who);
            },
            CryptoProviders.chosen());
    return Attestation.read(token, SignedTokens.ofHistory(keys))
        .fold(
            accepted -> judge(attached, accepted.value(), token),
            held -> notSigned(named.get()),
            refused -> notSigned(named.get()));
  }

  private static AuditorsWord notSigned(Optional<ParticipantId> named) {
    return new AuditorsWord(named, Optional.empty(), Set.of(Doubt.NOT_SIGNED));
  }

  private AuditorsWord judge(Attached attached, Attestation word, String token) {
    Set<Doubt> doubts =
        Doubt.of(
            word, attached.issuer(), attached.product(), attached.period(), entry(word.issuer()));
    String digest = Base64Url.encode(Sha256.of(token.getBytes(UTF_8)));
    if (!digest.equals(attached.word().path("digest").asText())) {
      doubts.add(Doubt.OTHER_DIGEST);
    }
    if (attested.isWithdrawn(word.issuer(), digest)) {
      doubts.add(Doubt.WITHDRAWN);
    }
    return new AuditorsWord(
        Optional.of(word.issuer()),
        Optional.of(word.coverage()).filter(coverage -> doubts.isEmpty()),
        doubts);
  }

  private Optional<DirectoryEntry> entry(ParticipantId auditor) {
    Optional<DirectoryEntry> entry = known.find(auditor);
    return entry.isEmpty() && acquaintances.meet(auditor) ? known.find(auditor) : entry;
  }
}
