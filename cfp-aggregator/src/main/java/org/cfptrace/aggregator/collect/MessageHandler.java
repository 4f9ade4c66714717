package org.cfptrace.aggregator.collect;

import java.util.Set;
import org.cfptrace.aggregator.deliver.Way;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.verify.VerifiedMessage;

/** Applies the messages of one type. */
public interface MessageHandler {
  /** Which messages it takes. */
  MessageType type();

  /** The topics over which such messages may come. */
  Set<Way> ways();

  /** Whether the sender gets a receipt; receipts themselves do not, or there would be no end. */
  default boolean isReceipted() {
    return true;
  }

  /** Applies a message in the transaction under way. */
  Handled apply(VerifiedMessage message);
}
