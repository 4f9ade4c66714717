package org.cfptrace.exchange.receive;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.receive.ReceiveMessage.Ready;

/**
 * Takes many messages at once: they are opened and checked side by side, and the first of each
 * thread are applied in one transaction. What follows in a thread, and whatever is not in order, is
 * left to be taken one by one, in the order in which it came.
 */
public final class ReceiveBatch {
  // A transaction of more would keep others waiting for its rows longer than it saves.
  private static final int MOST = 100;

  private final ReceiveMessage receive;
  private final Executor readers;

  /**
   * Makes one.
   *
   * @param readers on which messages are opened and checked, as many at a time as it has threads
   */
  public ReceiveBatch(ReceiveMessage receive, Executor readers) {
    this.receive = requireNonNull(receive, "receive");
    this.readers = requireNonNull(readers, "readers");
  }

  /**
   * Takes what can be taken together.
   *
   * @param oneByOne gets the others, in order; and all of a transaction that failed, since the
   *     fault may be with one of them
   */
  public void receive(Way way, List<Envelope> envelopes, Consumer<Envelope> oneByOne) {
    for (int from = 0; from < envelopes.size(); from += MOST) {
      take(way, envelopes.subList(from, Math.min(envelopes.size(), from + MOST)), oneByOne);
    }
  }

  private void take(Way way, List<Envelope> envelopes, Consumer<Envelope> oneByOne) {
    List<Envelope> left = new ArrayList<>(envelopes);
    try {
      List<Ready> together = firstOfEachThread(readAll(way, envelopes));
      receive.receive(together);
      together.forEach(taken -> left.remove(taken.delivery().envelope()));
    } catch (RuntimeException failure) {
      // Nothing of it is kept. Taken one by one, the one at fault shows itself, with its reason.
    }
    left.forEach(oneByOne);
  }

  private List<Optional<Ready>> readAll(Way way, List<Envelope> envelopes) {
    return envelopes.stream()
        .map(envelope -> CompletableFuture.supplyAsync(() -> receive.read(way, envelope), readers))
        .toList()
        .stream()
        .map(CompletableFuture::join)
        .toList();
  }

  private static List<Ready> firstOfEachThread(List<Optional<Ready>> read) {
    Set<String> seen = new HashSet<>();
    List<Ready> first = new ArrayList<>();
    for (Optional<Ready> each : read) {
      each.filter(ready -> ready.marks().stream().noneMatch(seen::contains)).ifPresent(first::add);
      each.ifPresent(ready -> seen.addAll(ready.marks()));
    }
    return first;
  }
}
