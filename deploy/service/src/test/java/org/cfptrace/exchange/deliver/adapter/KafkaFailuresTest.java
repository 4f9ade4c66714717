package org.cfptrace.exchange.deliver.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.KafkaStorageException;
import org.apache.kafka.common.errors.NetworkException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.cfptrace.exchange.deliver.BrokerFailure;
import org.junit.jupiter.api.Test;

class KafkaFailuresTest {

  @Test
  void everyFailureOfTheClientHasAWordThatAClerkCanRead() {
    Map<Throwable, BrokerFailure> words =
        Map.of(
            new TimeoutException("Expiring 1 record"), BrokerFailure.BROKER_UNREACHABLE,
            new NetworkException("gone"), BrokerFailure.BROKER_UNREACHABLE,
            new ConnectException("refused"), BrokerFailure.BROKER_UNREACHABLE,
            new NotLeaderOrFollowerException("moved"), BrokerFailure.BROKER_UNREACHABLE,
            new KafkaStorageException("disk"), BrokerFailure.BROKER_CANNOT_STORE,
            new NotEnoughReplicasException("one"), BrokerFailure.BROKER_CANNOT_STORE,
            new SslAuthenticationException("who"), BrokerFailure.BROKER_DENIES_US,
            new TopicAuthorizationException("inbox"), BrokerFailure.BROKER_DENIES_US,
            new UnknownTopicOrPartitionException("?"), BrokerFailure.NO_SUCH_TOPIC,
            new RecordTooLargeException("1 MB"), BrokerFailure.TOO_LARGE_FOR_BROKER);

    assertThat(words)
        .allSatisfy(
            (failure, word) ->
                assertThat(KafkaFailures.notTaken(failure).why())
                    .as(failure.toString())
                    .isEqualTo(word));
  }

  @Test
  void whatTheBrokerSaidCountsBeforeThatTheClientGaveUp() {
    Throwable failure =
        new CompletionException(
            new TimeoutException("gave up", new TopicAuthorizationException("inbox")));

    assertThat(KafkaFailures.notTaken(failure).why()).isEqualTo(BrokerFailure.BROKER_DENIES_US);
  }

  @Test
  void whatNobodyThoughtOfHasAWordAsWellAndKeepsItsCause() {
    Throwable failure = new KafkaException("something new");

    assertThat(KafkaFailures.notTaken(failure).why()).isEqualTo(BrokerFailure.BROKER_FAILED);
    assertThat(KafkaFailures.notTaken(failure)).hasCause(failure);
  }
}
