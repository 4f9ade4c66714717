package org.cfptrace.connector.sign;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Function;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.SignatureAnswerBody;
import org.cfptrace.exchange.deliver.PostMessage;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.partner.Partner;
import org.cfptrace.exchange.partner.Partners;
import org.cfptrace.log.EntryProof;
import org.cfptrace.log.LogEntry;

/**
 * Tells an aggregator what was decided, in the transaction under way: when it is, whenever it asks
 * again, and once more with the proof when the signature is in the log. It is the same answer each
 * time.
 */
public final class AnswerSignatures {
  private final SignatureRequests requests;
  private final Partners partners;
  private final PostMessage post;
  private final Function<LogEntry, Optional<EntryProof>> proofs;

  /**
   * @param proofs where a statement of ours stands in the log, once that is known
   */
  public AnswerSignatures(
      SignatureRequests requests,
      Partners partners,
      PostMessage post,
      Function<LogEntry, Optional<EntryProof>> proofs) {
    this.requests = requireNonNull(requests, "requests");
    this.partners = requireNonNull(partners, "partners");
    this.post = requireNonNull(post, "post");
    this.proofs = requireNonNull(proofs, "proofs");
  }

  /** A statement of ours is in the log now. */
  public void logged(LogEntry entry) {
    requests.find(entry).ifPresent(this::answer);
  }

  /** Answers a request that is decided; one that waits is not answered. */
  void answer(SignatureRequest request) {
    boolean isPartner = partners.find(request.asker()).filter(Partner::isTrusted).isPresent();
    if (isPartner) {
      request
          .decided()
          .map(decided -> body(request, decided))
          .ifPresent(body -> send(request, body));
    }
  }

  private SignatureAnswerBody body(SignatureRequest request, SignatureRequest.Decided decided) {
    return decided
        .signature()
        .map(
            signature ->
                SignatureAnswerBody.signed(
                    request.id(), signature, request.logEntry().flatMap(proofs)))
        .orElseGet(() -> SignatureAnswerBody.refused(request.id(), decided.reason().orElseThrow()));
  }

  private void send(SignatureRequest request, SignatureAnswerBody body) {
    post.post(
        request.asker(), Way.INBOX, request.thread(), MessageType.SIGNATURE_ANSWER, body.toJson());
  }
}
