package org.cfptrace.connector.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.exchange.partner.Directory;
import org.cfptrace.exchange.partner.KnownEntries;
import org.cfptrace.exchange.partner.Registry;
import org.cfptrace.exchange.partner.Registry.RegistryAway;
import org.cfptrace.exchange.partner.Registry.RegistryAway.Why;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.participant.DirectoryClient;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.participant.DirectoryStatus;
import org.cfptrace.participant.ParticipantKeys;
import org.junit.jupiter.api.Test;

/** What is believed of the directory when it is asked over HTTP. */
class DirectoryTest {
  private final MovingClock clock = new MovingClock();
  private final DataSpace space = new DataSpace(clock);
  private final ParticipantId mill =
      space.admit("aaaaaaaaaaaaaaaa", "Seto Steel", ParticipantKeys.make(), "SUPPLIER");
  private final Known known = new Known();
  private final Recorder registry = new Recorder(space.registryFor(mill));
  private final Directory directory = new Directory(known, registry, clock);

  @Test
  void anAnswerHoldsAsOfTheInstantTheRegistrySigned() {
    registry.record(mill);
    clock.advance(Duration.ofMinutes(4));
    registry.replays = true;

    Directory.Seen seen = directory.look(mill).orElseThrow();

    assertThat(seen.asOf()).isEqualTo(clock.instant().minus(Duration.ofMinutes(4)));
  }

  @Test
  void anOldAnswerIsRefusedAsStale() {
    registry.record(mill);
    clock.advance(Duration.ofMinutes(6));
    registry.replays = true;

    assertThat(whyNot(() -> directory.look(mill))).isEqualTo(Why.REGISTRY_STALE);
    assertThat(whyNot(() -> directory.ask(mill))).isEqualTo(Why.REGISTRY_STALE);
  }

  @Test
  void anAnswerBehindWhatIsKnownIsRefusedAndDoesNotReplaceIt() {
    registry.record(mill);
    DirectoryEntry suspended = space.publish(mill, DirectoryStatus.SUSPENDED);
    known.keep(suspended);
    registry.replays = true;

    assertThat(whyNot(() -> directory.ask(mill))).isEqualTo(Why.REGISTRY_ROLLED_BACK);
    assertThat(directory.look(mill).orElseThrow().entry()).isEqualTo(suspended);
    clock.advance(Duration.ofHours(25));
    registry.record(mill, suspended);
    assertThat(whyNot(() -> directory.look(mill))).isEqualTo(Why.REGISTRY_STALE);
    assertThat(known.find(mill)).contains(suspended);
  }

  @Test
  void whileTheRegistryIsAwayWhatIsKnownIsGivenWithItsAge() {
    DirectoryEntry active = space.publish(mill, DirectoryStatus.ACTIVE);
    known.keep(active);
    space.isAway(true);
    clock.advance(Duration.ofHours(25));

    Directory.Seen seen = directory.look(mill).orElseThrow();

    assertThat(seen.entry()).isEqualTo(active);
    assertThat(seen.isFreshAt(clock.instant())).isFalse();
    assertThat(whyNot(() -> directory.ask(mill))).isEqualTo(Why.REGISTRY_AWAY);
  }

  private static Why whyNot(Runnable question) {
    return catchThrowableOfType(RegistryAway.class, question::run).why();
  }

  /** Somebody on the way who keeps an answer and gives it again later. */
  private static final class Recorder implements Registry {
    private final Registry behind;
    private final Map<ParticipantId, DirectoryEntry> recorded = new HashMap<>();
    private boolean replays;

    Recorder(Registry behind) {
      this.behind = behind;
    }

    void record(ParticipantId participant) {
      record(participant, behind.find(participant).orElseThrow());
    }

    void record(ParticipantId participant, DirectoryEntry answer) {
      recorded.put(participant, answer);
    }

    @Override
    public Optional<DirectoryEntry> find(ParticipantId participant) {
      return replays ? Optional.ofNullable(recorded.get(participant)) : behind.find(participant);
    }

    @Override
    public List<DirectoryEntry> search(DirectoryClient.Wanted wanted, int most) {
      return behind.search(wanted, most);
    }

    @Override
    public void letIn(ParticipantId participant) {
      behind.letIn(participant);
    }

    @Override
    public void shutOut(ParticipantId participant) {
      behind.shutOut(participant);
    }
  }

  private static final class Known implements KnownEntries {
    private final Map<ParticipantId, DirectoryEntry> entries = new HashMap<>();

    @Override
    public Optional<DirectoryEntry> find(ParticipantId participant) {
      return Optional.ofNullable(entries.get(participant));
    }

    @Override
    public boolean keep(DirectoryEntry entry) {
      entries.put(entry.participant(), entry);
      return true;
    }

    @Override
    public void completeAsOf(Instant asOf) {}

    @Override
    public Optional<Instant> completeAsOf() {
      return Optional.empty();
    }
  }
}
