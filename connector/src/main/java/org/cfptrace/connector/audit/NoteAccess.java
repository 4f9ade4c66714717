package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.connector.receive.ReceivedDeclaration;
import org.cfptrace.connector.receive.ReceivedDeclarations;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.DisclosedBody;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.exchange.partner.TellOwed;

/**
 * Notes what an auditor was shown, in the transaction in which it is shown: in our journal, and
 * where it is a supplier's declaration, in a signed message to the supplier, also to one that is no
 * partner any more. That one says which claims, and to whom; never by whose word the auditor came
 * to us. The journal names the message, or says that there was no way.
 */
public final class NoteAccess {
  private final AccessJournal journal;
  private final ReceivedDeclarations received;
  private final TellOwed tellOwed;
  private final Clock clock;

  public NoteAccess(
      AccessJournal journal, ReceivedDeclarations received, TellOwed tellOwed, Clock clock) {
    this.journal = requireNonNull(journal, "journal");
    this.received = requireNonNull(received, "received");
    this.tellOwed = requireNonNull(tellOwed, "tellOwed");
    this.clock = requireNonNull(clock, "clock");
  }

  /** These claims of these declarations, ours and suppliers', were shown. */
  void shown(AskedAudit request, Map<DeclarationId, Set<ClaimName>> shown) {
    shown.forEach(
        (declaration, claims) -> {
          // Of a bare token nothing was shown.
          Optional<AccessEntry.Supplier> supplier =
              claims.isEmpty()
                  ? Optional.empty()
                  : received
                      .find(declaration)
                      .map(
                          of ->
                              tell(of, new DisclosedBody(declaration, request.auditor(), claims)));
          journal.add(AccessEntry.shown(request, declaration, claims, supplier, clock.instant()));
        });
  }

  private AccessEntry.Supplier tell(ReceivedDeclaration of, DisclosedBody body) {
    return new AccessEntry.Supplier(
        of.issuer(),
        tellOwed.tell(
            of.issuer(),
            Optional.of(of.product().traceId()),
            MessageType.DISCLOSED,
            body.toJson()));
  }
}
