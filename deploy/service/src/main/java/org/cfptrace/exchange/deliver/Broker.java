package org.cfptrace.exchange.deliver;

import java.util.UUID;
import java.util.concurrent.CompletionStage;

/**
 * Takes sealed messages. The stage completes when the broker has the message safely, or fails with
 * {@link NotTaken}.
 */
public interface Broker {
  /**
   * Sends.
   *
   * @param thread becomes the key, so that a thread keeps its order
   * @param messageId the only thing that is said beside the envelope
   */
  CompletionStage<Void> send(String topic, String thread, UUID messageId, String envelope);
}
