package org.cfptrace.verify;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import org.cfptrace.envelope.DeclarationBody;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.PresentationBody;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.EncryptionKey;
import org.cfptrace.strict.MalformedException;

/**
 * The one way in for what other companies send: opens an envelope, reads the message in it, and the
 * declaration in that. It keeps nothing and logs nothing; whoever stores what it accepts records it
 * as seen, in the same transaction.
 */
public final class StrictReader {
  private final MessageReader messages;
  private final DeclarationReader declarations;

  /** A reader for {@code me} that knows of no units bought. */
  public StrictReader(ParticipantId me, KeyDirectory directory, Seen seen, Clock clock) {
    this(me, directory, seen, BoughtUnits.unknown(), clock);
  }

  public StrictReader(
      ParticipantId me, KeyDirectory directory, Seen seen, BoughtUnits boughtUnits, Clock clock) {
    requireNonNull(me, "me");
    Signers signers = new Signers(requireNonNull(directory, "directory"), clock);
    this.messages = new MessageReader(me, signers, seen, clock);
    this.declarations = new DeclarationReader(me, signers, seen, boughtUnits);
  }

  /**
   * Opens an envelope sealed to one of our keys, current or earlier; answers the message's bytes.
   */
  public Reading<byte[]> open(byte[] envelope, Collection<EncryptionKey> mine) {
    try {
      return Reading.accepted(EnvelopeReader.open(envelope, mine));
    } catch (Refusal refusal) {
      return refusal.asReading(Optional.empty());
    }
  }

  /** Reads a signed message addressed to us. */
  public Reading<VerifiedMessage> message(byte[] signedMessage) {
    return messages.read(signedMessage);
  }

  /** Reads the declaration that a message of type {@link MessageType#DECLARATION} carries. */
  public Reading<VerifiedDeclaration> declaration(VerifiedMessage carrier) {
    if (carrier.type() != MessageType.DECLARATION) {
      throw new IllegalArgumentException("expected a Declaration, saw a " + carrier.type());
    }
    Optional<Origin> origin = Optional.of(carrier.origin());
    try {
      DeclarationBody body = DeclarationBody.fromJson(carrier.body());
      return Reading.accepted(
          declarations.read(body.declaration(), body.opening(), carrier.issuer()));
    } catch (Refusal refusal) {
      return refusal.asReading(origin);
    } catch (MalformedException e) {
      return Reading.stopped(Reason.of(e, Reason.MALFORMED_BODY), Malformed.detail(e), origin);
    }
  }

  /**
   * Reads what a message of type {@link MessageType#PRESENTATION} carries. A declaration in it is
   * checked as one given by its issuer, but that it was made for the sender, who is not its issuer,
   * and that its terms let it be handed on to an aggregator. Its issuer need not be a partner of
   * ours: that the key was its own at the time of issue follows from the signed directory alone.
   * Which key the presenter has pinned is not ours to check; an audit does.
   */
  public Reading<VerifiedPresentation> presentation(VerifiedMessage carrier) {
    if (carrier.type() != MessageType.PRESENTATION) {
      throw new IllegalArgumentException("expected a Presentation, saw a " + carrier.type());
    }
    Optional<Origin> origin = Optional.of(carrier.origin());
    try {
      return Reading.accepted(
          PresentationBody.fromJson(carrier.body())
              .fold(
                  presented -> presented(presented.declaration(), carrier.issuer()),
                  fallen -> VerifiedPresentation.of(carrier.issuer(), fallen),
                  progressed -> VerifiedPresentation.of(carrier.issuer(), progressed)));
    } catch (Refusal refusal) {
      return refusal.asReading(origin);
    } catch (MalformedException e) {
      return Reading.stopped(Reason.of(e, Reason.MALFORMED_BODY), Malformed.detail(e), origin);
    }
  }

  private VerifiedPresentation presented(DeclarationBody body, ParticipantId presenter) {
    return VerifiedPresentation.of(
        presenter, declarations.readPresented(body.declaration(), body.opening(), presenter));
  }
}
