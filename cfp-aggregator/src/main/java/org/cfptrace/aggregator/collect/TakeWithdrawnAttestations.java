package org.cfptrace.aggregator.collect;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.audit.Attestation;
import org.cfptrace.audit.AttestationWithdrawal;
import org.cfptrace.chain.KeyHistory;
import org.cfptrace.envelope.AttestationWithdrawnBody;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.partner.Directory;
import org.cfptrace.exchange.partner.Registry;
import org.cfptrace.exchange.receive.Handled;
import org.cfptrace.exchange.receive.MessageHandler;
import org.cfptrace.exchange.receive.Why;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.CryptoProviders;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.verify.KeyDirectory;
import org.cfptrace.verify.Reading;
import org.cfptrace.verify.Reason;
import org.cfptrace.verify.SignedTokens;
import org.cfptrace.verify.VerifiedMessage;

/**
 * A company says that an auditor has taken back a word which the company has attached to what it
 * declared. The auditor has signed that, and is the one who gave the word.
 */
public final class TakeWithdrawnAttestations implements MessageHandler {
  private final Declarations declarations;
  private final WithdrawnAttestations withdrawn;
  private final AttestedDeclarations attested;
  private final Directory directory;
  private final Clock clock;

  public TakeWithdrawnAttestations(
      Declarations declarations,
      WithdrawnAttestations withdrawn,
      AttestedDeclarations attested,
      Directory directory,
      Clock clock) {
    this.declarations = requireNonNull(declarations, "declarations");
    this.withdrawn = requireNonNull(withdrawn, "withdrawn");
    this.attested = requireNonNull(attested, "attested");
    this.directory = requireNonNull(directory, "directory");
    this.clock = requireNonNull(clock, "clock");
  }

  @Override
  public MessageType type() {
    return MessageType.ATTESTATION_WITHDRAWN;
  }

  @Override
  public Set<Way> ways() {
    return Set.of(Way.DOOR, Way.INBOX);
  }

  @Override
  public Application prepare(VerifiedMessage message) {
    try {
      AttestationWithdrawnBody body = AttestationWithdrawnBody.fromJson(message.body());
      // The auditor is no partner: its keys are those of the signed directory.
      KeyHistory history = new KeyHistory(this::entry, CryptoProviders.chosen());
      Reading<AttestationWithdrawal> reading =
          AttestationWithdrawal.read(body.withdrawal(), SignedTokens.ofHistory(history));
      return () ->
          Handled.of(reading, read -> withdrawn(message, read, body.withdrawal(), history));
    } catch (MalformedException e) {
      return () -> new Handled.Refused(Why.of(Reason.MALFORMED_BODY, "not a withdrawal"));
    } catch (Registry.RegistryAway away) {
      return () -> new Handled.Held(Why.of(Reason.STALE_DIRECTORY, "the registry does not answer"));
    }
  }

  private Optional<DirectoryEntry> entry(ParticipantId auditor) {
    Optional<Directory.Seen> seen = directory.look(auditor);
    if (seen.filter(each -> !each.isFreshAt(clock.instant())).isPresent()) {
      throw new Registry.RegistryAway(
          "the entry of " + auditor + " is older than a day", new IllegalStateException("stale"));
    }
    return seen.map(Directory.Seen::entry);
  }

  private Handled withdrawn(
      VerifiedMessage message, AttestationWithdrawal withdrawal, String token, KeyHistory history) {
    if (!message.issuer().equals(withdrawal.company())) {
      return new Handled.Refused(Why.of(Reason.FORWARDED, "to be told by " + withdrawal.company()));
    }
    Tenant tenant = new Tenant(message.issuer());
    boolean isItsOwnWord =
        declarations
            .attached(tenant, withdrawal.attestationSha256())
            .filter(attached -> isSignedBy(withdrawal.issuer(), attached, history))
            .isPresent();
    if (!isItsOwnWord) {
      return new Handled.Refused(
          Why.of(
              Why.Trouble.UNKNOWN_DECLARATION,
              "no declaration that the sender has given us shows that word of that auditor"));
    }
    if (withdrawn.keep(tenant, withdrawal, token, clock.instant())) {
      attested.judgeAgain(withdrawal.issuer());
    }
    return Handled.done();
  }

  /** Nobody is asked here: the history knows this auditor since the withdrawal was read. */
  private static boolean isSignedBy(
      ParticipantId auditor, AttachedAttestation attached, KeyHistory history) {
    KeyDirectory ofTheAuditor = who -> who.equals(auditor) ? history.find(who) : Optional.empty();
    return Attestation.read(attached.word(), SignedTokens.ofHistory(ofTheAuditor))
        .asOptional()
        .isPresent();
  }
}
