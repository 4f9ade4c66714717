package org.cfptrace.connector.notify.adapter;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.cfptrace.connector.notify.Notification;
import org.cfptrace.connector.notify.Notifications;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.database.Transactions;
import org.jboss.logging.Logger;

/**
 * Notifications as they happen. Each listener looks into the database about once a second, on a
 * worker thread and in a transaction of its own, and only while it listens; so it hears what any
 * instance was told. Numbers become visible in their order ({@link SqlNotifications}), so a
 * listener remembers the last one and misses none.
 */
final class NotificationStream {
  private static final Logger LOG = Logger.getLogger(NotificationStream.class);
  private static final int MOST_AT_ONCE = 100;

  /**
   * How a stream runs.
   *
   * @param pause between two looks into the database
   * @param silence after which a listener is told that the line is still open
   * @param mostListeners of one instance; each costs a short query a second
   */
  record Pace(Duration pause, Duration silence, int mostListeners) {
    static final Pace USUAL = new Pace(Duration.ofSeconds(1), Duration.ofSeconds(15), 200);
  }

  private final Notifications notifications;
  private final Transactions transactions;
  private final Clock clock;
  private final Pace pace;
  private final BooleanSupplier isServing;
  private final AtomicInteger listeners = new AtomicInteger();

  NotificationStream(
      Notifications notifications,
      Transactions transactions,
      Clock clock,
      Pace pace,
      BooleanSupplier isServing) {
    this.notifications = notifications;
    this.transactions = transactions;
    this.clock = clock;
    this.pace = pace;
    this.isServing = isServing;
  }

  /**
   * Everything after a number, or from now on. What is heard first is that the line is open: from
   * then on nothing is missed. Ends at {@code until}, when the service stops, and when the database
   * is away; the listener comes back with the last number it has heard.
   */
  Multi<Heard> open(OptionalLong after, Instant until) {
    if (listeners.get() >= pace.mostListeners()) {
      throw new Refused(
          ProblemCode.UNAVAILABLE, pace.mostListeners() + " listen already; use the list");
    }
    return Multi.createBy()
        .repeating()
        .uni(() -> new Listener(after), this::round)
        .whilst(heard -> isServing.getAsBoolean() && clock.instant().isBefore(until))
        .onItem()
        .<Heard>disjoint()
        .onFailure()
        .invoke(NotificationStream::log)
        // Whatever it was: to the listener it is a line that broke off, and it comes back.
        .onFailure()
        .recoverWithCompletion()
        .onSubscription()
        .invoke(listeners::incrementAndGet)
        .onTermination()
        .invoke(listeners::decrementAndGet);
  }

  private Uni<List<Heard>> round(Listener listener) {
    Uni<List<Heard>> look =
        Uni.createFrom()
            .item(() -> transactions.inNew(listener::look))
            .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    return listener.isBehind
        ? look
        : Uni.createFrom().voidItem().onItem().delayIt().by(pace.pause()).chain(() -> look);
  }

  private static void log(Throwable failure) {
    LOG.warnf("stream broke off reason=%s", failure.getClass().getSimpleName());
    LOG.debug("stream broke off", failure);
  }

  /** How far one listener has come. Its rounds follow each other, though on changing threads. */
  private final class Listener {
    private final OptionalLong start;
    private volatile long upTo = -1;
    private volatile Instant lastHeard = Instant.EPOCH;
    private volatile boolean isBehind = true;

    Listener(OptionalLong start) {
      this.start = start;
    }

    List<Heard> look() {
      if (upTo < 0) {
        // A number that was never given (a database restored from yesterday) must not mean silence.
        upTo = Math.min(start.orElse(Long.MAX_VALUE), newest());
        return heard(List.of(Heard.silence(upTo)));
      }
      List<Notification> news = notifications.after(upTo, MOST_AT_ONCE);
      isBehind = news.size() == MOST_AT_ONCE;
      if (!news.isEmpty()) {
        upTo = news.get(news.size() - 1).number();
        return heard(news.stream().map(Heard::of).toList());
      }
      boolean longSilence = !clock.instant().isBefore(lastHeard.plus(pace.silence()));
      return longSilence ? heard(List.of(Heard.silence(upTo))) : List.of();
    }

    private List<Heard> heard(List<Heard> something) {
      lastHeard = clock.instant();
      return something;
    }

    private long newest() {
      PageRequest first = new PageRequest(1, Optional.empty());
      return notifications.newestFirst(first, Notifications.Filter.all()).items().stream()
          .findFirst()
          .map(Notification::number)
          .orElse(0L);
    }
  }
}
