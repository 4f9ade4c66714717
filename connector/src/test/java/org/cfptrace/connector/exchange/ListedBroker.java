package org.cfptrace.connector.exchange;

import java.net.ConnectException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.cfptrace.exchange.deliver.Broker;
import org.cfptrace.exchange.deliver.BrokerFailure;
import org.cfptrace.exchange.deliver.NotTaken;

/** A broker that keeps what it is given, and can be down. */
public final class ListedBroker implements Broker {
  /** One message as the broker has it. */
  public record Taken(String topic, String thread, UUID messageId, String envelope) {}

  private final List<Taken> taken = new CopyOnWriteArrayList<>();
  private volatile boolean down;

  /** Refuses everything from now on, or no more. */
  public void isDown(boolean isDown) {
    down = isDown;
  }

  /** Everything taken so far, in order. */
  public List<Taken> taken() {
    return List.copyOf(taken);
  }

  /** Loses everything. */
  public void forget() {
    taken.clear();
  }

  /** One thread comes before all others, as it may where they lie on several partitions. */
  public void overtakes(String thread) {
    taken.sort(Comparator.comparing(each -> !each.thread().equals(thread)));
  }

  /** Takes these away, for as long as the test keeps them. */
  public List<Taken> withheld(Predicate<Taken> which) {
    List<Taken> withheld = taken.stream().filter(which).toList();
    taken.removeAll(withheld);
    return withheld;
  }

  /** What was withheld arrives. */
  public void arrive(List<Taken> late) {
    taken.addAll(late);
  }

  /** Takes away and hands over everything of one topic. */
  public List<Taken> drain(String topic) {
    List<Taken> ofTopic = taken.stream().filter(each -> each.topic().equals(topic)).toList();
    taken.removeAll(ofTopic);
    return ofTopic;
  }

  @Override
  public CompletionStage<Void> send(String topic, String thread, UUID messageId, String envelope) {
    if (down) {
      return CompletableFuture.failedFuture(
          new NotTaken(BrokerFailure.BROKER_UNREACHABLE, new ConnectException("nobody answers")));
    }
    taken.add(new Taken(topic, thread, messageId, envelope));
    return CompletableFuture.completedFuture(null);
  }
}
