package org.cfptrace.exchange.wiring;

import java.util.List;
import java.util.Optional;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.exchange.receive.MessageHandler;
import org.cfptrace.exchange.receive.RefusedMessage;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.log.EntryProof;
import org.cfptrace.log.LogEntry;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.verify.BoughtUnits;
import org.cfptrace.verify.Seen;
import org.cfptrace.verify.StrictReader;

/**
 * What a service adds to the exchange: the messages of its own trade, and what it remembers of
 * them. What every participant says and hears (invitations, answers, receipts, requests to send
 * again) the exchange knows by itself.
 */
public interface OwnTrade {
  /** The declarations that were taken before, by the {@code jti} their issuer gave them. */
  Seen declarations();

  /** In which unit a supplier's product is bought here, where anybody has said so. */
  default BoughtUnits boughtUnits() {
    return BoughtUnits.unknown();
  }

  /**
   * Who takes the messages of this trade, one handler for each type.
   *
   * @param reader opens what a message carries
   * @param exchange to answer with; it takes messages only once this has come back
   */
  List<MessageHandler> handlers(StrictReader reader, Exchange exchange);

  /**
   * A declaration of ours, the whole signed token: the log takes it as a sign that it is ours to
   * supersede and to recall.
   */
  default Optional<String> declared(DeclarationId id) {
    return Optional.empty();
  }

  /**
   * The token of a declaration that this company has given us, its own or one it has handed on: of
   * no other does it prove anything to us.
   */
  default Optional<String> heard(DeclarationId id, ParticipantId from) {
    return Optional.empty();
  }

  /**
   * What was given to us is proved to be in the log; it hears of it in the transaction that keeps
   * the proof.
   */
  default void proven(DeclarationId id) {
    // A service that has handed it on passes the proof on here.
  }

  /**
   * An export of ours is proved to be in the log; it hears of it in the transaction of the note.
   */
  default void exportLogged(LogEntry export, EntryProof proof) {
    // A service that signs exports for others tells them here.
  }

  /** A reader has refused a message of ours; it hears of it in the transaction that notes it. */
  default void refused(RefusedMessage refused) {
    // A service that tells its people of it says so here.
  }

  /**
   * A partnership has ended, by either side; it hears of it in the transaction in which that
   * happens.
   */
  default void ended(ParticipantId other) {
    // A service that has given a partner leave for anything takes it back here.
  }

  /**
   * The directory says something new of a company whose entry we keep; it hears of it in the
   * transaction that keeps the entry.
   */
  default void directorySays(DirectoryEntry entry) {
    // A service whose sums hang on who is suspended notes it here.
  }

  /** A message came after its life was over; its sender is told, and can send it anew. */
  default void tooLate(ParticipantId sender) {
    // As above.
  }
}
