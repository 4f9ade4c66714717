package org.cfptrace.registry.log.adapter;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.cfptrace.registry.broker.Broker;
import org.cfptrace.registry.broker.BrokerUnreachable;
import org.cfptrace.registry.broker.TopicForm;
import org.cfptrace.registry.broker.adapter.KafkaConnection;
import org.cfptrace.registry.log.CheckpointTopic;

/** The topic of checkpoints in Apache Kafka; the record's value is the whole note. */
public final class KafkaCheckpointTopic implements CheckpointTopic {
  private static final long PATIENCE_SECONDS = 12;

  private final KafkaConnection connection;
  private final Broker broker;
  private final String origin;
  private volatile boolean topicSeen;

  public KafkaCheckpointTopic(KafkaConnection connection, Broker broker, String origin) {
    this.connection = connection;
    this.broker = broker;
    this.origin = origin;
  }

  @Override
  public void send(List<String> notes) {
    if (!topicSeen) {
      broker.ensureTopic(TopicForm.checkpoints());
      topicSeen = true;
    }
    try {
      var producer = connection.producer();
      List<Future<RecordMetadata>> answers =
          notes.stream()
              .map(note -> producer.send(new ProducerRecord<>(TopicForm.CHECKPOINTS, origin, note)))
              .toList();
      for (var answer : answers) {
        answer.get(PATIENCE_SECONDS, SECONDS);
      }
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      throw new BrokerUnreachable("the broker did not take the checkpoints", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerUnreachable("interrupted while sending checkpoints", e);
    }
  }
}
