package org.cfptrace.exchange.receive;

import java.util.Set;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.exchange.deliver.Way;
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

  /**
   * Looks at a message before the transaction, where that takes time; what it returns applies it
   * inside. Only messages whose sender may say this come here; all others of the topic wait
   * meanwhile, so nobody is asked over HTTP.
   */
  Application prepare(VerifiedMessage message);

  /** Applies a message in the transaction under way. */
  @FunctionalInterface
  interface Application {
    /** Applies it. */
    Handled apply();
  }
}
