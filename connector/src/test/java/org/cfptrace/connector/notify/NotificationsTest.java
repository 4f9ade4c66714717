package org.cfptrace.connector.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.cfptrace.connector.notify.adapter.SqlNotifications;
import org.cfptrace.connector.wiring.PlainDatabase;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.junit.jupiter.api.Test;

class NotificationsTest {
  private static final ParticipantId MILL =
      ParticipantId.of("registry.cfptrace.example", "mmmmmmmmmmmmmmmm");
  private static final ParticipantId CARS =
      ParticipantId.of("registry.cfptrace.example", "zzzzzzzzzzzzzzzz");
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  private final PlainDatabase database = PlainDatabase.create();
  private final Notifications notifications = new SqlNotifications(database.sql());

  // ---- telling

  @Test
  void keepsEverythingItIsTold() {
    TraceId steel = TraceId.random();
    tell(
        Told.of(NotificationType.UPDATED, NOW)
            .withPartner(MILL)
            .withProduct(steel)
            .withRequest("r-1")
            .withDeclaration("d-1")
            .withFact("days", "30")
            .withFact("changePercent", "12.5"));

    assertThat(all())
        .containsExactly(
            new Notification(
                1,
                NotificationType.UPDATED,
                Optional.of(MILL),
                Optional.of(steel),
                Optional.of("r-1"),
                Optional.of("d-1"),
                Map.of("changePercent", "12.5", "days", "30"),
                NOW,
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void tellsTheSameThingOnceUnderOneKey() {
    tell(Told.of(NotificationType.EXPIRING, NOW).once("expiring d-1 2026-11-23"));
    tell(Told.of(NotificationType.EXPIRING, NOW).once("expiring d-1 2026-11-23"));
    tell(Told.of(NotificationType.EXPIRING, NOW).once("expiring d-1 2026-11-24"));
    tell(Told.of(NotificationType.EXPIRING, NOW));
    tell(Told.of(NotificationType.EXPIRING, NOW));

    assertThat(all()).hasSize(4);
  }

  @Test
  void tellsNothingOfAnActThatIsUndone() {
    assertThatThrownBy(
            () ->
                database.doInNew(
                    () -> {
                      notifications.tell(Told.of(NotificationType.ANSWERED, NOW).once("answer 1"));
                      throw new IllegalStateException("the act fails");
                    }))
        .hasMessage("the act fails");
    assertThat(all()).isEmpty();

    tell(Told.of(NotificationType.ANSWERED, NOW).once("answer 1"));
    assertThat(all()).as("its key is free again").hasSize(1);
  }

  @Test
  void cutsAFactThatIsTooLongRatherThanUndoTheAct() {
    tell(Told.of(NotificationType.REQUEST_REJECTED, NOW).withFact("reason", "鉄".repeat(1001)));

    String reason = all().get(0).facts().get("reason");
    assertThat(reason.codePointCount(0, reason.length())).isEqualTo(1000);
    assertThat(reason).endsWith("鉄…");
  }

  @Test
  void keepsAFactOfExactlyTheLength() {
    tell(Told.of(NotificationType.REQUEST_REJECTED, NOW).withFact("reason", "𠮷".repeat(1000)));

    assertThat(all().get(0).facts()).containsEntry("reason", "𠮷".repeat(1000));
  }

  @Test
  void replacesWhatNoTableHolds() {
    tell(Told.of(NotificationType.REQUEST_REJECTED, NOW).withFact("reason", "a\u0000b\ud800c\n"));

    assertThat(all().get(0).facts()).containsEntry("reason", "a\ufffdb\ufffdc\n");
  }

  @Test
  void refusesMoreThanTwentyFacts() {
    Told twenty =
        IntStream.rangeClosed(1, 20)
            .boxed()
            .reduce(
                Told.of(NotificationType.UPDATED, NOW),
                (told, i) -> told.withFact("fact" + i, "1"),
                (one, other) -> other);

    assertThat(twenty.facts()).hasSize(20);
    assertThatThrownBy(() -> twenty.withFact("fact21", "1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("at most 20 facts, seen 21");
  }

  @Test
  void refusesAFactWithoutAProperName() {
    Told told = Told.of(NotificationType.UPDATED, NOW);

    assertThatThrownBy(() -> told.withFact("change percent", "1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("change percent");
  }

  @Test
  void refusesAKeyThatIsTooLong() {
    Told told = Told.of(NotificationType.UPDATED, NOW);

    assertThatThrownBy(() -> told.once("k".repeat(501)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("seen 501");
  }

  @Test
  void everyTypeHasASentenceInBothLanguages() {
    assertThat(NotificationType.values())
        .allSatisfy(
            type -> {
              assertThat(type.title().en()).matches("[\\x20-\\x7e]{10,}");
              assertThat(type.title().ja()).containsPattern("[ぁ-ん一-龯]");
            });
    assertThat(NotificationType.values())
        .extracting(type -> type.title().en())
        .doesNotHaveDuplicates();
    assertThat(NotificationType.values())
        .extracting(type -> type.title().ja())
        .doesNotHaveDuplicates();
  }

  // ---- looking

  @Test
  void pagesNewestFirst() {
    for (int i = 0; i < 5; i++) {
      tell(Told.of(NotificationType.ANSWERED, NOW));
    }

    Page<Notification> first = page(2, Optional.empty());
    Page<Notification> second = page(2, first.next());
    Page<Notification> last = page(2, second.next());

    assertThat(first.items()).extracting(Notification::number).containsExactly(5L, 4L);
    assertThat(second.items()).extracting(Notification::number).containsExactly(3L, 2L);
    assertThat(last.items()).extracting(Notification::number).containsExactly(1L);
    assertThat(last.next()).isEmpty();
  }

  @Test
  void refusesACursorOfAnotherList() {
    assertThatThrownBy(() -> page(2, Optional.of("x")))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.code()).isEqualTo(ProblemCode.INVALID_PARAMETER));
  }

  @Test
  void filtersByTypePartnerAndWhetherItWasRead() {
    tell(Told.of(NotificationType.ANSWERED, NOW).withPartner(MILL));
    tell(Told.of(NotificationType.ANSWERED, NOW).withPartner(CARS));
    tell(Told.of(NotificationType.RECALLED, NOW).withPartner(MILL));
    notifications.read(3, "sato", NOW);

    assertThat(numbers(Optional.of(NotificationType.ANSWERED), Optional.empty(), Optional.empty()))
        .containsExactly(2L, 1L);
    assertThat(numbers(Optional.empty(), Optional.empty(), Optional.of(MILL)))
        .containsExactly(3L, 1L);
    assertThat(numbers(Optional.empty(), Optional.of(true), Optional.empty()))
        .containsExactly(2L, 1L);
    assertThat(numbers(Optional.empty(), Optional.of(false), Optional.empty())).containsExactly(3L);
    assertThat(
            numbers(Optional.of(NotificationType.ANSWERED), Optional.of(true), Optional.of(MILL)))
        .containsExactly(1L);
  }

  @Test
  void keepsTheFirstReader() {
    tell(Told.of(NotificationType.ANSWERED, NOW));
    tell(Told.of(NotificationType.ANSWERED, NOW));
    assertThat(notifications.unread()).isEqualTo(2);

    assertThat(notifications.read(1, "sato", NOW.plusSeconds(1))).isTrue();
    assertThat(notifications.read(1, "suzuki", NOW.plusSeconds(2))).isFalse();
    assertThat(notifications.read(99, "suzuki", NOW)).isFalse();

    Notification read = notifications.find(1).orElseThrow();
    assertThat(read.readBy()).contains("sato");
    assertThat(read.readAt()).contains(NOW.plusSeconds(1));
    assertThat(notifications.unread()).isEqualTo(1);
    assertThat(notifications.find(99)).isEmpty();
  }

  // ---- the order in which they become visible

  @Test
  void aTransactionThatToldFirstAndCommitsLastGetsTheHigherNumber() {
    List<Notification> seenFirst =
        database.inNew(
            () -> {
              notifications.tell(Told.of(NotificationType.ANSWERED, NOW));
              tell(Told.of(NotificationType.RECALLED, NOW));
              return notifications.after(0, 10);
            });
    assertThat(seenFirst).extracting(Notification::type).containsExactly(NotificationType.RECALLED);

    assertThat(notifications.after(seenFirst.get(0).number(), 10))
        .extracting(Notification::type)
        .containsExactly(NotificationType.ANSWERED);
  }

  @Test
  void whatOneTransactionTellsComesInTheOrderOfTelling() {
    database.doInNew(
        () -> {
          notifications.tell(Told.of(NotificationType.RECALLED, NOW));
          notifications.tell(Told.of(NotificationType.INCOMPLETE, NOW));
        });

    assertThat(notifications.after(0, 10))
        .extracting(Notification::type)
        .containsExactly(NotificationType.RECALLED, NotificationType.INCOMPLETE);
  }

  @Test
  void whoFollowsTheNumbersMissesNothingWhileManyTell() throws Exception {
    int tellers = 4;
    int each = 50;
    ExecutorService threads = Executors.newFixedThreadPool(tellers);
    try {
      List<Future<?>> telling = new ArrayList<>();
      for (int teller = 0; teller < tellers; teller++) {
        telling.add(threads.submit(() -> tellInPairs(each)));
      }
      List<Long> heard = new ArrayList<>();
      while (telling.stream().anyMatch(future -> !future.isDone())) {
        follow(heard);
      }
      for (Future<?> future : telling) {
        future.get();
      }
      follow(heard);

      assertThat(heard).hasSize(2 * tellers * each).isSorted().doesNotHaveDuplicates();
    } finally {
      threads.shutdownNow();
    }
  }

  private void tellInPairs(int times) {
    for (int i = 0; i < times; i++) {
      database.doInNew(
          () -> {
            notifications.tell(Told.of(NotificationType.RECALLED, NOW));
            notifications.tell(Told.of(NotificationType.INCOMPLETE, NOW));
          });
    }
  }

  private void follow(List<Long> heard) {
    long last = heard.isEmpty() ? 0 : heard.get(heard.size() - 1);
    notifications.after(last, 1000).forEach(each -> heard.add(each.number()));
  }

  private void tell(Told told) {
    database.doInNew(() -> notifications.tell(told));
  }

  private List<Notification> all() {
    return page(100, Optional.empty()).items();
  }

  private Page<Notification> page(int limit, Optional<String> after) {
    return notifications.newestFirst(new PageRequest(limit, after), Notifications.Filter.all());
  }

  private List<Long> numbers(
      Optional<NotificationType> type, Optional<Boolean> unread, Optional<ParticipantId> partner) {
    return notifications
        .newestFirst(
            new PageRequest(100, Optional.empty()), new Notifications.Filter(type, unread, partner))
        .items()
        .stream()
        .map(Notification::number)
        .toList();
  }
}
