package org.cfptrace.exchange.deliver.adapter;

import java.net.ConnectException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.InvalidMetadataException;
import org.apache.kafka.common.errors.KafkaStorageException;
import org.apache.kafka.common.errors.NetworkException;
import org.apache.kafka.common.errors.NotEnoughReplicasAfterAppendException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.cfptrace.exchange.deliver.BrokerFailure;
import org.cfptrace.exchange.deliver.NotTaken;

/** What a failure of the Kafka client means for whoever waits for a delivery. */
final class KafkaFailures {
  /** The first kind that fits counts, so the narrow ones stand before those they belong to. */
  private static final Map<Class<? extends Throwable>, BrokerFailure> KINDS = kinds();

  // Deeper than any chain of causes of the client; an end where causes go round in a circle.
  private static final int DEEPEST = 20;

  private KafkaFailures() {}

  private static Map<Class<? extends Throwable>, BrokerFailure> kinds() {
    Map<Class<? extends Throwable>, BrokerFailure> kinds = new LinkedHashMap<>();
    kinds.put(KafkaStorageException.class, BrokerFailure.BROKER_CANNOT_STORE);
    kinds.put(NotEnoughReplicasException.class, BrokerFailure.BROKER_CANNOT_STORE);
    kinds.put(NotEnoughReplicasAfterAppendException.class, BrokerFailure.BROKER_CANNOT_STORE);
    kinds.put(AuthenticationException.class, BrokerFailure.BROKER_DENIES_US);
    kinds.put(AuthorizationException.class, BrokerFailure.BROKER_DENIES_US);
    kinds.put(UnknownTopicOrPartitionException.class, BrokerFailure.NO_SUCH_TOPIC);
    kinds.put(RecordTooLargeException.class, BrokerFailure.TOO_LARGE_FOR_BROKER);
    kinds.put(NetworkException.class, BrokerFailure.BROKER_UNREACHABLE);
    kinds.put(InvalidMetadataException.class, BrokerFailure.BROKER_UNREACHABLE);
    kinds.put(DisconnectException.class, BrokerFailure.BROKER_UNREACHABLE);
    kinds.put(TimeoutException.class, BrokerFailure.BROKER_UNREACHABLE);
    kinds.put(ConnectException.class, BrokerFailure.BROKER_UNREACHABLE);
    return kinds;
  }

  static NotTaken notTaken(Throwable failure) {
    return new NotTaken(meaningOf(failure), failure);
  }

  /** A time-out may be caused by what the broker said before; what lies deepest says most. */
  private static BrokerFailure meaningOf(Throwable failure) {
    BrokerFailure meaning = BrokerFailure.BROKER_FAILED;
    Throwable at = failure;
    for (int depth = 0; at != null && depth < DEEPEST; depth++) {
      meaning = kindOf(at).orElse(meaning);
      at = at.getCause();
    }
    return meaning;
  }

  private static Optional<BrokerFailure> kindOf(Throwable failure) {
    return KINDS.entrySet().stream()
        .filter(kind -> kind.getKey().isInstance(failure))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
