package org.cfptrace.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.cfptrace.participant.TestRegistry.MAKER;
import static org.cfptrace.participant.TestRegistry.MILL;
import static org.cfptrace.participant.TestRegistry.NOW;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.verify.Reason;
import org.junit.jupiter.api.Test;

class DirectoryEntryTest {
  private final TestRegistry registry = new TestRegistry();
  private final ParticipantKeys keys = ParticipantKeys.make();

  @Test
  void readsWhatTheRegistrySigned() {
    var said = TestRegistry.record(MILL, 1, TestRegistry.enrolled(MILL, keys, NOW));
    var entry =
        DirectoryEntry.read(
            DirectoryEntry.sign(said, registry.anchor.registryDid(), registry.key, NOW),
            registry.anchor);

    assertThat(entry.record()).isEqualTo(said);
    assertThat(entry.participant()).isEqualTo(MILL);
    assertThat(entry.name()).isEqualTo("株式会社青森製鋼");
    assertThat(entry.status()).isEqualTo(DirectoryStatus.ACTIVE);
    assertThat(entry.asOf()).isEqualTo(NOW);
    assertThat(entry.currentSigningKey()).contains(keys.signing().verificationKey());
    assertThat(entry.currentEncryptionKey().orElseThrow().thumbprint())
        .isEqualTo(keys.encryption().thumbprint());
  }

  @Test
  void saysForWhatAParticipantIsAccreditedAndForHowLong() {
    var plain = TestRegistry.record(MILL, 1, List.of());
    var granted =
        new Accreditation(List.of(Accreditation.CFP_AUDIT), NOW, NOW.plus(Duration.ofDays(365)));
    var said =
        new DirectoryRecord(
            plain.participant(),
            2,
            plain.status(),
            plain.name(),
            plain.nameKana(),
            plain.country(),
            plain.corporateNumber(),
            plain.lei(),
            plain.roles(),
            plain.changedAt(),
            plain.keys(),
            Optional.of(granted));
    var entry =
        DirectoryEntry.read(
            DirectoryEntry.sign(said, registry.anchor.registryDid(), registry.key, NOW),
            registry.anchor);

    assertThat(entry.record()).isEqualTo(said);
    assertThat(entry.isAccredited("CFP_AUDIT", NOW)).isTrue();
    assertThat(entry.isAccredited("CFP_AUDIT", NOW.minusSeconds(1))).isFalse();
    assertThat(entry.isAccredited("CFP_AUDIT", granted.until())).isFalse();
    assertThat(entry.isAccredited("OTHER", NOW)).isFalse();
    assertThat(registry.read(MILL, List.of()).isAccredited("CFP_AUDIT", NOW)).isFalse();
  }

  @Test
  void refusesAnEntryByAnotherKey() {
    var other = new TestRegistry();
    assertThat(reason(other.entry(MILL, 1, List.of()))).isEqualTo(Reason.UNKNOWN_KEY);
  }

  @Test
  void refusesAnEntryWhosePayloadWasChanged() {
    var parts = registry.entry(MILL, 1, List.of()).split("\\.", -1);
    var others = registry.entry(MAKER, 1, List.of()).split("\\.", -1);
    assertThat(reason(parts[0] + "." + others[1] + "." + parts[2])).isEqualTo(Reason.BAD_SIGNATURE);
  }

  @Test
  void refusesAnEntryOfAnotherRegistryOrDataSpace() {
    var record = TestRegistry.record(MILL, 1, List.of());
    assertThat(reason(DirectoryEntry.sign(record, "did:web:other.example", registry.key, NOW)))
        .isEqualTo(Reason.MALFORMED_PAYLOAD);

    var foreign = ParticipantId.of("other.example", MILL.shortId());
    assertThat(reason(registry.entry(foreign, 1, List.of()))).isEqualTo(Reason.MALFORMED_PAYLOAD);
  }

  @Test
  void aHeartbeatIsNoEntryAndAnEntryNoHeartbeat() {
    var beat = new Heartbeat(NOW).sign(registry.anchor.registryDid(), registry.key);
    assertThat(reason(beat)).isEqualTo(Reason.MALFORMED_PAYLOAD);
    assertThat(Heartbeat.read(beat, registry.anchor).asOf()).isEqualTo(NOW);

    var refused =
        catchThrowableOfType(
            UntrustedException.class,
            () -> Heartbeat.read(registry.entry(MILL, 1, List.of()), registry.anchor));
    assertThat(refused.reason()).isEqualTo(Reason.MALFORMED_PAYLOAD);
  }

  @Test
  void aHeartbeatIsFreshForADay() {
    var beat = new Heartbeat(NOW);
    assertThat(beat.isFreshAt(NOW.plus(Duration.ofHours(24)).minusSeconds(1))).isTrue();
    assertThat(beat.isFreshAt(NOW.plus(Duration.ofHours(24)))).isFalse();
  }

  @Test
  void showsNoEncryptionKeyThatTheSigningKeyDidNotBind() {
    var spy = ParticipantKeys.make();
    var honest = TestRegistry.enrolled(MILL, keys, NOW);
    var spys = TestRegistry.enrolled(MILL, spy, NOW);
    var falseEntry = registry.read(MILL, List.of(honest.get(0), spys.get(1)));

    assertThat(falseEntry.currentSigningKey()).contains(keys.signing().verificationKey());
    assertThat(falseEntry.currentEncryptionKey()).isEmpty();
  }

  @Test
  void showsNoEncryptionKeyThatWasBoundForAnotherCompany() {
    var binding =
        new KeyBinding(MAKER, keys.encryption().sealingKey(), "nonce", NOW).sign(keys.signing());
    var entry =
        registry.read(
            MILL,
            List.of(
                TestRegistry.enrolled(MILL, keys, NOW).get(0),
                KeyRecord.encryption(keys.encryption().sealingKey(), NOW, binding)));
    assertThat(entry.currentEncryptionKey()).isEmpty();
  }

  @Test
  void aKeyIsGoodFromItsBeginningToItsEnd() {
    var key =
        TestRegistry.endedAt(TestRegistry.enrolled(MILL, keys, NOW).get(0), NOW.plusSeconds(10));
    assertThat(key.wasGoodAt(NOW.minusSeconds(1))).isFalse();
    assertThat(key.wasGoodAt(NOW)).isTrue();
    assertThat(key.wasGoodAt(NOW.plusSeconds(9))).isTrue();
    assertThat(key.wasGoodAt(NOW.plusSeconds(10))).isFalse();
    assertThat(TestRegistry.compromised(key, NOW.plusSeconds(5)).wasGoodAt(NOW.plusSeconds(5)))
        .isFalse();
  }

  private Reason reason(String jws) {
    return catchThrowableOfType(
            UntrustedException.class, () -> DirectoryEntry.read(jws, registry.anchor))
        .reason();
  }
}
