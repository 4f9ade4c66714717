package org.cfptrace.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cfptrace.participant.KeyPins.Judgement.CHAINED;
import static org.cfptrace.participant.KeyPins.Judgement.SAME;
import static org.cfptrace.participant.KeyPins.Judgement.UNPROVEN;
import static org.cfptrace.participant.TestRegistry.MAKER;
import static org.cfptrace.participant.TestRegistry.MILL;
import static org.cfptrace.participant.TestRegistry.NOW;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cfptrace.footprint.ParticipantId;
import org.junit.jupiter.api.Test;

class KeyPinsTest {
  private static final Instant LATER = NOW.plusSeconds(100);

  private final TestRegistry registry = new TestRegistry();
  private final ParticipantKeys first = ParticipantKeys.make();
  private final ParticipantKeys second = ParticipantKeys.make();
  private final ParticipantKeys third = ParticipantKeys.make();
  private final KeyPins.Pinned pinned = new KeyPins.Pinned(MILL, first.signing().thumbprint());

  @Test
  void thePinnedKeyIsTheSame() {
    assertThat(judge(TestRegistry.enrolled(MILL, first, NOW))).isEqualTo(SAME);
  }

  @Test
  void anEncryptionKeyBoundByThePinnedKeyIsTheSame() {
    var old = TestRegistry.enrolled(MILL, first, NOW);
    var binding =
        new KeyBinding(MILL, second.encryption().sealingKey(), "n", LATER).sign(first.signing());
    var fresh = KeyRecord.encryption(second.encryption().sealingKey(), LATER, binding);
    assertThat(judge(List.of(old.get(0), TestRegistry.endedAt(old.get(1), LATER), fresh)))
        .isEqualTo(SAME);
  }

  @Test
  void aSuccessorNamedByThePinnedKeyIsChainedOverAnyNumberOfSteps() {
    var two = history(succession(MILL, first, second), second);
    assertThat(judge(two)).isEqualTo(CHAINED);

    var three = new ArrayList<KeyRecord>();
    two.forEach(key -> three.add(key.to().isEmpty() ? TestRegistry.endedAt(key, LATER) : key));
    three.addAll(newest(succession(MILL, second, third), third));
    assertThat(judge(three)).isEqualTo(CHAINED);
  }

  @Test
  void aKeyNobodyNamedIsUnproven() {
    assertThat(judge(TestRegistry.enrolled(MILL, second, NOW))).isEqualTo(UNPROVEN);
    assertThat(judge(history(Optional.empty(), second))).isEqualTo(UNPROVEN);
  }

  @Test
  void aSuccessionByAnotherKeyForAnotherKeyOrAnotherCompanyIsUnproven() {
    assertThat(judge(history(succession(MILL, third, second), second))).isEqualTo(UNPROVEN);
    assertThat(judge(history(succession(MILL, first, third), second))).isEqualTo(UNPROVEN);
    assertThat(judge(history(succession(MAKER, first, second), second))).isEqualTo(UNPROVEN);
    assertThat(judge(history(Optional.of("no token"), second))).isEqualTo(UNPROVEN);
  }

  @Test
  void aCompromisedKeyNamesNobody() {
    var keys = new ArrayList<>(history(succession(MILL, first, second), second));
    keys.set(0, TestRegistry.compromised(keys.get(0), NOW));
    assertThat(judge(keys)).isEqualTo(UNPROVEN);
  }

  @Test
  void anUnboundEncryptionKeyIsUnprovenEvenWithThePinnedSigningKey() {
    var signing = TestRegistry.enrolled(MILL, first, NOW).get(0);
    var foreign = TestRegistry.enrolled(MILL, second, NOW).get(1);
    assertThat(judge(List.of(signing, foreign))).isEqualTo(UNPROVEN);
  }

  @Test
  void theEntryOfAnotherCompanyIsUnproven() {
    var entry = registry.read(MAKER, TestRegistry.enrolled(MAKER, first, NOW));
    assertThat(KeyPins.judge(pinned, entry)).isEqualTo(UNPROVEN);
  }

  private KeyPins.Judgement judge(List<KeyRecord> keys) {
    return KeyPins.judge(pinned, registry.read(MILL, keys));
  }

  private static Optional<String> succession(
      ParticipantId participant, ParticipantKeys from, ParticipantKeys to) {
    var next = new KeySuccession(participant, to.signing().verificationKey(), LATER);
    return Optional.of(next.sign(from.signing()));
  }

  /** The first keys, ended, and then newer ones. */
  private List<KeyRecord> history(Optional<String> succession, ParticipantKeys newer) {
    var keys = new ArrayList<KeyRecord>();
    TestRegistry.enrolled(MILL, first, NOW)
        .forEach(key -> keys.add(TestRegistry.endedAt(key, LATER)));
    keys.addAll(newest(succession, newer));
    return keys;
  }

  private static List<KeyRecord> newest(Optional<String> succession, ParticipantKeys keys) {
    return List.of(
        KeyRecord.signing(keys.signing().verificationKey(), LATER, succession),
        TestRegistry.enrolled(MILL, keys, LATER).get(1));
  }
}
