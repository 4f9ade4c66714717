package org.cfptrace.connector.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.cfptrace.connector.wiring.PlainDatabase;
import org.cfptrace.exchange.partner.InboxAccess;
import org.cfptrace.exchange.partner.Introduction;
import org.cfptrace.exchange.partner.Introductions;
import org.cfptrace.exchange.partner.adapter.SqlIntroductions;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.participant.Fingerprint;
import org.junit.jupiter.api.Test;

/** How long the registry is left in peace about those who were introduced, and when it is over. */
class IntroductionsTest {
  private static final ParticipantId MILL =
      new ParticipantId("did:web:registry.cfptrace.example:participants:bbbbbbbbbbbbbbbb");
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final PlainDatabase database = PlainDatabase.create();
  private final Introductions introductions = new SqlIntroductions(database.sql());
  private final Introduction mill =
      new Introduction(
          MILL,
          Introduction.Purpose.ANSWERS_US,
          Fingerprint.of(MILL, SigningKey.generate().thumbprint()),
          MILL,
          NOW.plus(Duration.ofDays(100)),
          InboxAccess.OPENING);

  @Test
  void takingItAgainDoesNotMakeTheRegistryBeAskedSooner() {
    introductions.take(mill, NOW);
    introductions.tellRegistryAt(mill, NOW.plusSeconds(60));

    introductions.take(mill, NOW.plusSeconds(1));

    assertThat(introductions.failures(mill)).isEqualTo(1);
    assertThat(introductions.claimForRegistry(NOW.plusSeconds(2))).isEmpty();
    assertThat(introductions.claimForRegistry(NOW.plusSeconds(60))).isPresent();
  }

  @Test
  void whatEndsBeforeItsTimeIsClosedAndMayBeginAnew() {
    introductions.take(mill, NOW);
    introductions.told(mill.withInbox(InboxAccess.OPEN));

    introductions.end(MILL, Introduction.Purpose.ANSWERS_US, NOW.plusSeconds(10));
    introductions.endOverdue(NOW.plusSeconds(10));

    assertThat(introductions.inForce(MILL, NOW.plusSeconds(10))).isEmpty();
    assertThat(introductions.inbox(MILL)).isEqualTo(InboxAccess.CLOSING);
    introductions.take(mill, NOW.plusSeconds(20));
    assertThat(introductions.inbox(MILL)).isEqualTo(InboxAccess.OPENING);
    assertThat(introductions.claimForRegistry(NOW.plusSeconds(20))).isPresent();
  }

  @Test
  void anotherPurposeIsNotEnded() {
    introductions.take(mill, NOW);

    introductions.end(MILL, Introduction.Purpose.ASKS_US, NOW);

    assertThat(introductions.inForce(MILL, NOW)).containsExactly(mill);
  }
}
