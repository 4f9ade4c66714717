package org.cfptrace.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.cfptrace.participant.TestRegistry.NOW;

import java.time.Duration;
import java.util.Random;
import org.cfptrace.keys.Jws;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.log.LogEntry;
import org.cfptrace.log.StatusList;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.verify.Reason;
import org.junit.jupiter.api.Test;

class StatusListTokenTest {
  private final TestRegistry registry = new TestRegistry();
  private final StatusList list = StatusList.ofSize(12).with(3, true, false).with(4, false, true);

  @Test
  void readsWhatTheRegistrySigned() {
    var token = signed(list, "did:web:" + TestRegistry.DOMAIN, registry.key);

    var read = StatusListToken.read(token, registry.anchor);

    assertThat(read.list()).isEqualTo(list);
    assertThat(read.version()).isEqualTo(7);
    assertThat(read.asOf()).isEqualTo(NOW);
    assertThat(read.entry().kind()).isEqualTo(LogEntry.Kind.STATUS_LIST);
  }

  @Test
  void isBelievedForTwentySixHours() {
    var read =
        StatusListToken.read(
            signed(list, registry.anchor.registryDid(), registry.key), registry.anchor);

    assertThat(read.isFreshAt(NOW.plus(Duration.ofHours(26)))).isTrue();
    assertThat(read.isFreshAt(NOW.plus(Duration.ofHours(26)).plusSeconds(1))).isFalse();
  }

  @Test
  void readsAListOfAMillionEntriesOfWhichManyAreCorrected() {
    var many = StatusList.ofSize(1_000_000).toBuilder();
    var random = new Random(1);
    for (int i = 0; i < 50_000; i++) {
      many.set(random.nextInt(1_000_000), true, false);
    }
    var token = signed(many.build(), registry.anchor.registryDid(), registry.key);

    assertThat(StatusListToken.read(token, registry.anchor).list()).isEqualTo(many.build());
  }

  @Test
  void refusesAListByAnotherKey() {
    assertThat(reason(signed(list, registry.anchor.registryDid(), SigningKey.generate())))
        .isEqualTo(Reason.UNKNOWN_KEY);
  }

  @Test
  void refusesAListOfAnotherRegistry() {
    assertThat(reason(signed(list, "did:web:other.example", registry.key)))
        .isEqualTo(Reason.MALFORMED_PAYLOAD);
  }

  @Test
  void refusesAListOfAnotherLengthThanItSays() {
    var claims =
        StrictJson.object()
            .put("iss", registry.anchor.registryDid())
            .put("iat", NOW.getEpochSecond())
            .put("version", 7)
            .put("size", 13)
            .put("lst", StatusList.ofSize(40).packed());
    var token = Jws.sign(registry.key, StatusListToken.TYPE, StrictJson.write(claims));

    assertThat(reason(token)).isEqualTo(Reason.MALFORMED_PAYLOAD);
  }

  private Reason reason(String token) {
    return catchThrowableOfType(
            UntrustedException.class, () -> StatusListToken.read(token, registry.anchor))
        .reason();
  }

  private static String signed(StatusList list, String registryDid, SigningKey key) {
    return StatusListToken.sign(list, 7, registryDid, key, NOW);
  }
}
