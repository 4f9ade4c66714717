package org.cfptrace.exchange.deliver.adapter;

import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.cfptrace.exchange.deliver.Broker;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** The broker behind a messaging channel; each message names its own topic. */
@IfBuildProperty(name = "cfptrace.exchange.on", stringValue = "true")
@ApplicationScoped
class KafkaBroker implements Broker {
  private static final String MESSAGE_ID = "message-id";

  private final Emitter<String> emitter;

  KafkaBroker(
      @Channel("outbox") @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = 4096)
          Emitter<String> emitter) {
    this.emitter = emitter;
  }

  @Override
  public CompletionStage<Void> send(String topic, String thread, UUID messageId, String envelope) {
    CompletableFuture<Void> taken = new CompletableFuture<>();
    emitter.send(
        Message.of(
            envelope,
            Metadata.of(metadata(topic, thread, messageId)),
            () -> {
              taken.complete(null);
              return CompletableFuture.completedFuture(null);
            },
            failure -> {
              taken.completeExceptionally(KafkaFailures.notTaken(failure));
              return CompletableFuture.completedFuture(null);
            }));
    return taken;
  }

  private static OutgoingKafkaRecordMetadata<String> metadata(
      String topic, String thread, UUID messageId) {
    RecordHeaders headers = new RecordHeaders();
    headers.add(MESSAGE_ID, messageId.toString().getBytes(StandardCharsets.US_ASCII));
    return OutgoingKafkaRecordMetadata.<String>builder()
        .withTopic(topic)
        .withKey(thread)
        .withHeaders(headers)
        .build();
  }
}
