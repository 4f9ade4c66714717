package org.cfptrace.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cfptrace.participant.TestRegistry.MILL;
import static org.cfptrace.participant.TestRegistry.NOW;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerFaultTest {
  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

  private final TestRegistry registry = new TestRegistry();
  private final DirectoryEntry answer = entry(7);

  @Test
  void anAnswerOfThisMomentIsBelieved() {
    assertThat(AnswerFault.of(answer, Optional.empty(), NOW)).isEmpty();
    assertThat(AnswerFault.of(answer, Optional.of(entry(7)), NOW.plus(FIVE_MINUTES))).isEmpty();
    assertThat(AnswerFault.of(answer, Optional.of(entry(6)), NOW)).isEmpty();
  }

  @Test
  void anAnswerSignedMoreThanFiveMinutesAgoIsStale() {
    assertThat(AnswerFault.of(answer, Optional.empty(), NOW.plus(FIVE_MINUTES).plusSeconds(1)))
        .contains(AnswerFault.STALE);
  }

  @Test
  void anAnswerFromTheFutureIsStaleOrItWouldStayGoodForTooLong() {
    assertThat(AnswerFault.of(answer, Optional.empty(), NOW.minus(FIVE_MINUTES).minusSeconds(1)))
        .contains(AnswerFault.STALE);
  }

  @Test
  void anAnswerBehindWhatWeKnowIsRolledBackHoweverFreshItsSignature() {
    assertThat(AnswerFault.of(answer, Optional.of(entry(8)), NOW))
        .contains(AnswerFault.ROLLED_BACK);
  }

  private DirectoryEntry entry(long sequence) {
    return DirectoryEntry.read(registry.entry(MILL, sequence, List.of()), registry.anchor);
  }
}
