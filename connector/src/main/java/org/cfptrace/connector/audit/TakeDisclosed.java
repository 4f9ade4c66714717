package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.cfptrace.connector.declare.IssuedDeclarations;
import org.cfptrace.envelope.DisclosedBody;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.receive.BodyHandler;
import org.cfptrace.exchange.receive.Handled;
import org.cfptrace.exchange.receive.MessageHandler;
import org.cfptrace.exchange.receive.Why;
import org.cfptrace.exchange.receive.Why.Trouble;
import org.cfptrace.verify.VerifiedMessage;

/**
 * A customer says what it has shown an auditor of a declaration of ours; that goes into our
 * journal. It speaks of what it holds itself alone; a former customer does so over the door.
 */
public final class TakeDisclosed {
  private final IssuedDeclarations issued;
  private final AccessJournal journal;

  public TakeDisclosed(IssuedDeclarations issued, AccessJournal journal) {
    this.issued = requireNonNull(issued, "issued");
    this.journal = requireNonNull(journal, "journal");
  }

  public MessageHandler handler() {
    return new BodyHandler<>(
        MessageType.DISCLOSED,
        Set.of(Way.DOOR, Way.INBOX),
        DisclosedBody::fromJson,
        this::disclosed);
  }

  private Handled disclosed(VerifiedMessage message, DisclosedBody body) {
    boolean isHeldBySender =
        issued
            .find(body.declarationId())
            .filter(ours -> ours.recipient().equals(message.issuer()))
            .isPresent();
    if (!isHeldBySender) {
      return new Handled.Refused(
          Why.of(
              Trouble.UNKNOWN_DECLARATION,
              "we have not declared " + body.declarationId() + " to " + message.issuer()));
    }
    journal.add(AccessEntry.shownBy(message.issuer(), body, message.issuedAt()));
    return Handled.done();
  }
}
