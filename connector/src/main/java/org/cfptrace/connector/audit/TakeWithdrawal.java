package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.audit.AttestationWithdrawal;
import org.cfptrace.chain.KeyHistory;
import org.cfptrace.connector.declare.IssuedDeclarations;
import org.cfptrace.connector.notify.NotificationType;
import org.cfptrace.connector.notify.Notifications;
import org.cfptrace.connector.notify.Told;
import org.cfptrace.envelope.AttestationWithdrawnBody;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.partner.Registry;
import org.cfptrace.exchange.partner.TellOwed;
import org.cfptrace.exchange.receive.Handled;
import org.cfptrace.exchange.receive.MessageHandler;
import org.cfptrace.exchange.receive.Why;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.keys.CryptoProviders;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.verify.Reading;
import org.cfptrace.verify.Reason;
import org.cfptrace.verify.SignedTokens;
import org.cfptrace.verify.VerifiedMessage;

/**
 * An auditor has taken its word back. It tells the company that the word is about, which attaches
 * it no more and hands the withdrawal on to everybody whom it has shown the word, customers and
 * aggregators, partners and former ones.
 */
public final class TakeWithdrawal implements MessageHandler {
  /** Of how many words a company may say that they are taken back before it has shown them. */
  static final int MOST_AHEAD = 100;

  private final ParticipantId me;
  private final Auditors directory;
  private final Attestations attestations;
  private final WithdrawnWords withdrawn;
  private final IssuedDeclarations issued;
  private final TellOwed tellOwed;
  private final Notifications notifications;
  private final Clock clock;

  public TakeWithdrawal(
      ParticipantId me,
      Auditors directory,
      Attestations attestations,
      WithdrawnWords withdrawn,
      IssuedDeclarations issued,
      TellOwed tellOwed,
      Notifications notifications,
      Clock clock) {
    this.me = requireNonNull(me, "me");
    this.directory = requireNonNull(directory, "directory");
    this.attestations = requireNonNull(attestations, "attestations");
    this.withdrawn = requireNonNull(withdrawn, "withdrawn");
    this.issued = requireNonNull(issued, "issued");
    this.tellOwed = requireNonNull(tellOwed, "tellOwed");
    this.notifications = requireNonNull(notifications, "notifications");
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
      // As the word itself is read: its auditor may be no partner of ours.
      Reading<AttestationWithdrawal> reading =
          AttestationWithdrawal.read(
              body.withdrawal(),
              SignedTokens.ofHistory(new KeyHistory(directory::entry, CryptoProviders.chosen())));
      return () -> Handled.of(reading, read -> withdrawn(message, read, body));
    } catch (MalformedException e) {
      return () -> new Handled.Refused(Why.of(Reason.MALFORMED_BODY, "not a withdrawal"));
    } catch (Registry.RegistryAway away) {
      return () -> new Handled.Held(Why.of(Reason.STALE_DIRECTORY, "the registry does not answer"));
    }
  }

  private Handled withdrawn(
      VerifiedMessage message, AttestationWithdrawal withdrawal, AttestationWithdrawnBody body) {
    if (withdrawal.issuer().equals(withdrawal.company())) {
      return new Handled.Refused(Why.of(Reason.MALFORMED_BODY, "nobody attests its own"));
    }
    boolean isAboutUs = withdrawal.company().equals(me);
    ParticipantId expected = isAboutUs ? withdrawal.issuer() : withdrawal.company();
    if (!message.issuer().equals(expected)) {
      return new Handled.Refused(Why.of(Reason.FORWARDED, "to be told by " + expected));
    }
    return isAboutUs ? ofOurs(withdrawal, body) : ofASupplier(withdrawal, body);
  }

  private Handled ofOurs(AttestationWithdrawal withdrawal, AttestationWithdrawnBody body) {
    String digest = withdrawal.attestationSha256();
    Optional<TraceId> product = attestations.productOf(withdrawal.issuer(), digest);
    if (product.isEmpty()) {
      return new Handled.Refused(
          Why.of(
              Why.Trouble.UNKNOWN_REQUEST, "no word of " + withdrawal.issuer() + " is known here"));
    }
    // Who is declaring it just now is either done, and among the readers, or will see this first.
    issued.lock(product.get(), me);
    if (keep(withdrawal, body, withdrawal.issuer())) {
      withdrawn.readersOf(digest).forEach(reader -> tell(reader, body));
    }
    return Handled.done();
  }

  private Handled ofASupplier(AttestationWithdrawal withdrawal, AttestationWithdrawnBody body) {
    ParticipantId supplier = withdrawal.company();
    if (withdrawn.isShownBy(supplier, withdrawal.attestationSha256())) {
      keep(withdrawal, body, supplier);
      return Handled.done();
    }
    return ahead(withdrawal, body);
  }

  /** It has overtaken the declaration that shows the word, which will be doubted when it comes. */
  private Handled ahead(AttestationWithdrawal withdrawal, AttestationWithdrawnBody body) {
    ParticipantId supplier = withdrawal.company();
    boolean isAWordAboutUs =
        attestations.productOf(withdrawal.issuer(), withdrawal.attestationSha256()).isPresent();
    if (isAWordAboutUs || withdrawn.numberAbout(supplier) >= MOST_AHEAD) {
      return new Handled.Refused(
          Why.of(Why.Trouble.UNKNOWN_DECLARATION, supplier + " has not shown us that word"));
    }
    withdrawn.keep(withdrawal, body.withdrawal(), clock.instant());
    return Handled.done();
  }

  /** Says whether it was not there before. */
  private boolean keep(
      AttestationWithdrawal withdrawal, AttestationWithdrawnBody body, ParticipantId teller) {
    boolean isNew = withdrawn.keep(withdrawal, body.withdrawal(), clock.instant());
    if (isNew) {
      notifications.tell(
          Told.of(NotificationType.ATTESTATION_WITHDRAWN, clock.instant())
              .withPartner(teller)
              .withFact("auditor", withdrawal.issuer().toString())
              .withFact("attestation", withdrawal.attestationSha256()));
    }
    return isNew;
  }

  private void tell(WithdrawnWords.Reader reader, AttestationWithdrawnBody body) {
    tellOwed.tellOrLetWait(
        reader.company(),
        Optional.of(reader.product()),
        MessageType.ATTESTATION_WITHDRAWN,
        body.toJson());
  }
}
