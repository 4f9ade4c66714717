package org.cfptrace.aggregator.deliver.adapter;

import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.cfptrace.aggregator.deliver.Broker;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Sends over Kafka. Beside the envelope a record says the thread and the message's id. */
@ApplicationScoped
class KafkaBroker implements Broker {
  private static final String MESSAGE_ID = "message-id";

  private final Emitter<byte[]> emitter;

  KafkaBroker(
      @Channel("messages") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
          Emitter<byte[]> emitter) {
    this.emitter = emitter;
  }

  @Override
  public CompletionStage<Void> send(String topic, String thread, UUID messageId, byte[] envelope) {
    CompletableFuture<Void> sent = new CompletableFuture<>();
    OutgoingKafkaRecordMetadata<String> metadata =
        OutgoingKafkaRecordMetadata.<String>builder()
            .withTopic(topic)
            .withKey(thread)
            .withHeaders(
                new RecordHeaders()
                    .add(MESSAGE_ID, messageId.toString().getBytes(StandardCharsets.US_ASCII)))
            .build();
    emitter.send(
        Message.of(
            envelope,
            Metadata.of(metadata),
            () -> {
              sent.complete(null);
              return CompletableFuture.completedFuture(null);
            },
            failure -> {
              sent.completeExceptionally(failure);
              return CompletableFuture.completedFuture(null);
            }));
    return sent;
  }
}
