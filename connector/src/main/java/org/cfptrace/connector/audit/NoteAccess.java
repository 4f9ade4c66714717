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
import org.cfptrace.exchange.deliver.PostMessage;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.partner.Partner;
import org.cfptrace.exchange.partner.Partners;
import org.cfptrace.exchange.partner.Threads;

/**
 * Notes what an auditor was shown, in the transaction in which it is shown: in our journal, and
 * where it is a supplier's declaration, in a signed message to the supplier. That one says which
 * claims, and to whom; never by whose word the auditor came to us.
 */
public final class NoteAccess {
  private final AccessJournal journal;
  private final ReceivedDeclarations received;
  private final Partners partners;
  private final Threads threads;
  private final PostMessage post;
  private final Clock clock;

  public NoteAccess(
      AccessJournal journal,
      ReceivedDeclarations received,
      Partners partners,
      Threads threads,
      PostMessage post,
      Clock clock) {
    this.journal = requireNonNull(journal, "journal");
    this.received = requireNonNull(received, "received");
    this.partners = requireNonNull(partners, "partners");
    this.threads = requireNonNull(threads, "threads");
    this.post = requireNonNull(post, "post");
    this.clock = requireNonNull(clock, "clock");
  }

  /** These claims of these declarations, ours and suppliers', were shown. */
  void shown(AskedAudit request, Map<DeclarationId, Set<ClaimName>> shown) {
    shown.forEach(
        (declaration, claims) -> {
          journal.add(AccessEntry.shown(request, declaration, claims, clock.instant()));
          // Of a bare token nothing was shown.
          if (!claims.isEmpty()) {
            received
                .find(declaration)
                .ifPresent(
                    of -> tell(of, new DisclosedBody(declaration, request.auditor(), claims)));
          }
        });
  }

  private void tell(ReceivedDeclaration of, DisclosedBody body) {
    // To a company that is no partner any more there is no way.
    if (partners.find(of.issuer()).filter(Partner::isTrusted).isPresent()) {
      String thread = threads.about(of.issuer(), Optional.of(of.product().traceId()));
      post.post(of.issuer(), Way.INBOX, thread, MessageType.DISCLOSED, body.toJson());
    }
  }
}
