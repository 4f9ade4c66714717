package org.cfptrace.registry.directory.adapter;

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
import org.cfptrace.registry.directory.DirectoryOutbox.Waiting;
import org.cfptrace.registry.directory.DirectoryTopic;

/** The directory topic in Apache Kafka. */
public final class KafkaDirectoryTopic implements DirectoryTopic {
  private static final long PATIENCE_SECONDS = 12;

  private final KafkaConnection connection;
  private final Broker broker;
  private volatile boolean topicSeen;

  public KafkaDirectoryTopic(KafkaConnection connection, Broker broker) {
    this.connection = connection;
    this.broker = broker;
  }

  @Override
  public void send(List<Waiting> records) {
    // Without the topic a send would wait for it in vain until its time is up.
    if (!topicSeen) {
      broker.ensureTopic(TopicForm.directory());
      topicSeen = true;
    }
    try {
      var producer = connection.producer();
      List<Future<RecordMetadata>> answers =
          records.stream()
              .map(
                  record ->
                      producer.send(
                          new ProducerRecord<>(TopicForm.DIRECTORY, record.key(), record.token())))
              .toList();
      for (var answer : answers) {
        answer.get(PATIENCE_SECONDS, SECONDS);
      }
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      throw new BrokerUnreachable("the broker did not take the directory records", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerUnreachable("interrupted while sending directory records", e);
    }
  }
}
