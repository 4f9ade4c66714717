package org.cfptrace.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.participant.Accreditation;
import org.cfptrace.registry.participant.Accreditations;
import org.cfptrace.registry.participant.Accrediting;
import org.cfptrace.registry.participant.AuditTrail;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.answer.Refused;
import org.junit.jupiter.api.Test;

/** An accreditation that begins later, while another runs. */
class AccreditingTest {
  private static final String AUDITOR = "aaaabbbbccccdddd";
  private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");
  private static final List<String> SCOPE = List.of(Accreditation.CFP_AUDIT);
  private static final Accreditation THIS_YEAR = year(2026);

  private final Memory granted = new Memory();
  private final Accrediting accrediting =
      new Accrediting(
          new LogStatusTest.Known(Map.of(AUDITOR, LogStatusTest.active(AUDITOR))),
          granted,
          changed -> changed,
          new NoTrail(),
          Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void aRenewalInGoodTimeDoesNotEndWhatRuns() {
    accrediting.grant(AUDITOR, THIS_YEAR, "operator");

    accrediting.grant(AUDITOR, year(2027), "operator");

    Accreditation newest = granted.of(AUDITOR).orElseThrow();
    assertThat(newest.covers(Accreditation.CFP_AUDIT, NOW)).isTrue();
    assertThat(newest).isEqualTo(new Accreditation(SCOPE, THIS_YEAR.from(), year(2027).until()));
  }

  @Test
  void oneThatLeavesAGapIsGrantedWhenTheOtherHasEnded() {
    accrediting.grant(AUDITOR, THIS_YEAR, "operator");

    assertThatThrownBy(() -> accrediting.grant(AUDITOR, year(2028), "operator"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("2027-01-01");
    assertThat(granted.of(AUDITOR)).contains(THIS_YEAR);
  }

  @Test
  void oneThatBeginsNowReplacesWhatRuns() {
    accrediting.grant(AUDITOR, THIS_YEAR, "operator");
    Accreditation shorter = new Accreditation(SCOPE, NOW, NOW.plus(Duration.ofDays(1)));

    accrediting.grant(AUDITOR, shorter, "operator");

    assertThat(granted.of(AUDITOR)).contains(shorter);
  }

  @Test
  void theFirstMayBeginLater() {
    accrediting.grant(AUDITOR, year(2028), "operator");

    assertThat(granted.of(AUDITOR)).contains(year(2028));
  }

  private static Accreditation year(int year) {
    return new Accreditation(
        SCOPE,
        Instant.parse(year + "-01-01T00:00:00Z"),
        Instant.parse(year + 1 + "-01-01T00:00:00Z"));
  }

  private static final class Memory implements Accreditations {
    private final List<Accreditation> all = new ArrayList<>();

    @Override
    public Optional<Accreditation> of(String shortId) {
      return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    @Override
    public void add(String shortId, Accreditation accreditation) {
      all.add(accreditation);
    }

    @Override
    public Page<Accreditations.Granted> list(PageRequest page) {
      throw new UnsupportedOperationException();
    }
  }

  private static final class NoTrail implements AuditTrail {
    @Override
    public void record(String actor, Action action, String subject, Map<String, String> facts) {
      // Nobody reads it here.
    }

    @Override
    public Page<Line> list(PageRequest page) {
      throw new UnsupportedOperationException();
    }
  }
}
