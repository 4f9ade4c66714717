package org.cfptrace.connector.wiring;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.cfptrace.connector.share.Recipients;
import org.cfptrace.connector.sign.AnswerSignatures;
import org.cfptrace.connector.sign.SignExport;
import org.cfptrace.connector.sign.SignatureRequests;
import org.cfptrace.connector.sign.TakeSignatureRequests;
import org.cfptrace.connector.sign.adapter.SqlSignatureRequests;
import org.cfptrace.exchange.anchor.OwnExports;
import org.cfptrace.exchange.anchor.adapter.SqlOwnExports;
import org.cfptrace.exchange.receive.MessageHandler;
import org.cfptrace.exchange.wiring.Exchange;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.log.EntryProof;
import org.cfptrace.log.LogEntry;

/** Exports that others have made in our name, put together from plain classes on the exchange. */
public final class Signing {
  private final SignatureRequests requests;
  private final OwnExports exports;
  private final AnswerSignatures answers;
  private final SignExport signExport;
  private final TakeSignatureRequests takeRequests;

  Signing(
      ParticipantId me,
      SigningKey key,
      Exchange exchange,
      Records records,
      Exchange.Surroundings around) {
    requireNonNull(me, "me");
    requests = new SqlSignatureRequests(around.sql());
    exports = new SqlOwnExports(around.sql());
    answers =
        new AnswerSignatures(requests, exchange.partners(), exchange.post(), exports::proofOf);
    signExport = new SignExport(me, key, requests, exports, answers, around.clock());
    takeRequests =
        new TakeSignatureRequests(
            requests,
            new Recipients(exchange.partners(), exchange.directory()),
            answers,
            records.notifications(),
            around.clock());
  }

  MessageHandler handler() {
    return takeRequests;
  }

  void logged(LogEntry export) {
    answers.logged(export);
  }

  /** What we were asked to sign. */
  public SignatureRequests requests() {
    return requests;
  }

  public SignExport signExport() {
    return signExport;
  }

  /** Where a statement of ours stands in the log, once that is known. */
  public Optional<EntryProof> proofOf(LogEntry export) {
    return exports.proofOf(export);
  }
}
