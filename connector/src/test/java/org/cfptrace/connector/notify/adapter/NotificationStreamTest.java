package org.cfptrace.connector.notify.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cfptrace.connector.notify.Notification;
import org.cfptrace.connector.notify.NotificationType;
import org.cfptrace.connector.notify.Notifications;
import org.cfptrace.connector.notify.Told;
import org.cfptrace.connector.wiring.PlainDatabase;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.junit.jupiter.api.Test;

/** How a stream begins, goes on and ends; that the wire carries it is shown at the door. */
class NotificationStreamTest {
  private static final Duration A_MOMENT = Duration.ofMillis(10);
  private static final Duration LONG = Duration.ofMinutes(10);

  private final PlainDatabase database = PlainDatabase.create();
  private final Notifications notifications = new SqlNotifications(database.sql());
  private final Clock clock = Clock.systemUTC();
  private final AtomicBoolean serving = new AtomicBoolean(true);

  @Test
  void firstSaysThatItIsOpenAndThenTellsWhatIsNew() {
    tell(1);
    Listening listening = listen(stream(LONG, 1), OptionalLong.empty());
    await().until(() -> listening.heard.size() == 1);
    assertThat(listening.heard).containsExactly(Heard.silence(1));

    tell(1);

    await().until(() -> listening.heard.size() == 2);
    assertThat(listening.numbers()).containsExactly(2L);
    listening.stop();
  }

  @Test
  void catchesUpInOrderHoweverMuchWasMissed() {
    tell(250);

    Listening listening = listen(stream(LONG, 1), OptionalLong.of(3));

    await().until(() -> listening.heard.size() == 248);
    assertThat(listening.numbers()).hasSize(247).startsWith(4L).isSorted().endsWith(250L);
    listening.stop();
  }

  @Test
  void whoAsksForWhatWasNeverToldHearsWhatIsNew() {
    tell(1);
    Listening listening = listen(stream(LONG, 1), OptionalLong.of(1_000));
    await().until(() -> listening.heard.size() == 1);

    tell(1);

    await().until(() -> listening.heard.size() == 2);
    assertThat(listening.numbers()).containsExactly(2L);
    listening.stop();
  }

  @Test
  void saysNowAndThenThatTheLineIsOpen() {
    Listening listening = listen(stream(A_MOMENT, 1), OptionalLong.empty());

    await().until(() -> listening.heard.size() >= 3);

    assertThat(listening.heard).containsOnly(Heard.silence(0));
    listening.stop();
  }

  @Test
  void endsWhenTheServiceStops() {
    Listening listening = listen(stream(LONG, 1), OptionalLong.empty());
    await().until(() -> !listening.heard.isEmpty());
    assertThat(listening.ended).isFalse();

    serving.set(false);

    await().untilTrue(listening.ended);
  }

  @Test
  void endsWhenItsTimeIsOver() {
    Listening listening =
        listen(stream(LONG, 1), OptionalLong.empty(), clock.instant().plusMillis(50));

    await().untilTrue(listening.ended);
  }

  @Test
  void endsWithoutAnErrorWhenTheDatabaseBreaksOff() {
    Listening listening = listen(stream(LONG, 1), OptionalLong.empty());
    await().until(() -> !listening.heard.isEmpty());

    database.sql().update("alter table notification rename to gone");

    await().untilTrue(listening.ended);
    assertThat(listening.failed).isFalse();
  }

  @Test
  void refusesOneListenerTooManyUntilOneHasGone() {
    NotificationStream stream = stream(LONG, 1);
    Listening first = listen(stream, OptionalLong.empty());
    await().until(() -> !first.heard.isEmpty());

    assertThatThrownBy(() -> listen(stream, OptionalLong.empty()))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.code()).isEqualTo(ProblemCode.UNAVAILABLE));

    first.stop();
    Listening second = listen(stream, OptionalLong.empty());
    await().until(() -> !second.heard.isEmpty());
    second.stop();
  }

  private NotificationStream stream(Duration silence, int mostListeners) {
    return new NotificationStream(
        notifications,
        database,
        clock,
        new NotificationStream.Pace(A_MOMENT, silence, mostListeners),
        serving::get);
  }

  private Listening listen(NotificationStream stream, OptionalLong after) {
    return listen(stream, after, clock.instant().plus(LONG));
  }

  private static Listening listen(NotificationStream stream, OptionalLong after, Instant until) {
    Listening listening = new Listening();
    listening.line =
        stream
            .open(after, until)
            .subscribe()
            .with(
                listening.heard::add,
                failure -> listening.failed.set(true),
                () -> listening.ended.set(true));
    return listening;
  }

  private void tell(int times) {
    database.doInNew(
        () -> {
          for (int i = 0; i < times; i++) {
            notifications.tell(Told.of(NotificationType.ANSWERED, clock.instant()));
          }
        });
  }

  private static final class Listening {
    final List<Heard> heard = new CopyOnWriteArrayList<>();
    final AtomicBoolean ended = new AtomicBoolean();
    final AtomicBoolean failed = new AtomicBoolean();
    private Cancellable line = () -> {};

    List<Long> numbers() {
      return heard.stream()
          .flatMap(each -> each.notification().stream())
          .map(Notification::number)
          .toList();
    }

    void stop() {
      line.cancel();
    }
  }
}
