package org.cfptrace.connector.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import org.cfptrace.connector.wiring.PlainDatabase;
import org.cfptrace.exchange.anchor.CheckedLog;
import org.cfptrace.exchange.anchor.PublicLog;
import org.cfptrace.exchange.anchor.PublicLog.LogAwayException;
import org.cfptrace.exchange.anchor.adapter.SqlSeenStatusLists;
import org.cfptrace.exchange.partner.Alarm;
import org.cfptrace.exchange.partner.AlarmKind;
import org.cfptrace.exchange.partner.Alarms;
import org.cfptrace.exchange.partner.adapter.SqlAlarms;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.service.answer.PageRequest;
import org.junit.jupiter.api.Test;

/** Status lists that a registry, or somebody on the way, might hand out. */
class CheckedLogTest {
  private static final ParticipantId ME =
      new ParticipantId("did:web:registry.cfptrace.example:participants:aaaaaaaaaaaaaaaa");

  private final MovingClock clock = new MovingClock();
  private final DataSpace space = new DataSpace(clock);
  private final PlainDatabase database = PlainDatabase.create();
  private final Alarms alarms = new SqlAlarms(database.sql());
  private String shown = "";

  private final PublicLog log =
      new CheckedLog(
          ME,
          (PublicLog)
              Proxy.newProxyInstance(
                  CheckedLogTest.class.getClassLoader(),
                  new Class<?>[] {PublicLog.class},
                  (proxy, method, arguments) -> shown),
          space.anchor(),
          new SqlSeenStatusLists(database.sql()),
          alarms,
          database,
          clock);

  @Test
  void theNewestListIsTaken() {
    shown = list();
    assertThat(log.statusList()).isEqualTo(shown);
    assertThat(log.statusList()).isEqualTo(shown);
    shown = list();

    assertThat(log.statusList()).isEqualTo(shown);
  }

  @Test
  void aLowerVersionThanSeenIsNoAnswer() {
    String older = list();
    shown = list();
    log.statusList();
    shown = older;

    assertThatThrownBy(log::statusList)
        .isInstanceOf(LogAwayException.class)
        .hasMessageContaining("older");
  }

  @Test
  void aListOfTheDayBeforeYesterdayIsNoAnswer() {
    shown = list();
    clock.advance(Duration.ofHours(25));
    assertThat(log.statusList()).isEqualTo(shown);
    clock.advance(Duration.ofHours(2));

    assertThatThrownBy(log::statusList).isInstanceOf(LogAwayException.class);
  }

  @Test
  void twoListsOfOneVersionRing() {
    shown = space.log().listOfVersion(7);
    log.statusList();
    shown = space.log().listOfVersion(7);

    assertThatThrownBy(log::statusList).isInstanceOf(LogAwayException.class);
    assertThat(alarms.newestFirst(new PageRequest(10, Optional.empty())).items())
        .extracting(Alarm::kind)
        .containsExactly(AlarmKind.FORKED_LOG);
  }

  @Test
  void whatTheRegistryHasNotSignedIsNoAnswer() {
    shown = new DataSpace(clock).logFor(ME).statusList();
    assertThatThrownBy(log::statusList).isInstanceOf(LogAwayException.class);
    shown = "nothing";
    assertThatThrownBy(log::statusList).isInstanceOf(LogAwayException.class);
  }

  private String list() {
    return space.logFor(ME).statusList();
  }
}
