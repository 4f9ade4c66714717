package org.cfptrace.it.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cfptrace.it.Part;
import org.cfptrace.it.Platform;
import org.cfptrace.local.story.Desk;
import org.cfptrace.participant.DirectoryRecord;
import org.cfptrace.participant.ParticipantKeys;
import org.cfptrace.verify.Seen;
import org.cfptrace.verify.StrictReader;
import org.junit.jupiter.api.Test;

/** An operator that publishes a key of its own in B's name reads nothing and is seen by both. */
class FalseKeyIT {

  private static final Platform PLATFORM = Platform.get();

  @Test
  void aFalseKeyPublishedForBGetsNothingFromAAndRaisesTheAlarmAtBoth() throws Exception {
    DishonestOperator operator = new DishonestOperator(PLATFORM.stack());
    DirectoryRecord truth = operator.truth(PLATFORM.identity(Platform.B));
    ParticipantKeys falseKeys = ParticipantKeys.make();
    String falseKey = falseKeys.signing().thumbprint().value();
    Part coil = Part.of(Platform.A, "Coil under a false key", "kilogram").emitting("3");

    String declaration;
    try {
      operator.publishFalseKeys(truth, falseKeys);
      awaitAlarm(Platform.B, "FOREIGN_KEY_IN_OUR_NAME", falseKey);
      awaitAlarm(Platform.A, "UNPROVEN_KEY_OF_PARTNER", falseKey);
      declaration = coil.desk().declare(coil.traceId(), PLATFORM.id(Platform.B));

      assertThat(openedWith(falseKeys)).isEmpty();
    } finally {
      operator.publishTruth(truth);
    }

    assertThat(coil.desk().awaitDelivery(declaration)).isEqualTo("DELIVERED");
    assertThat(openedWith(falseKeys)).isEmpty();
  }

  private static void awaitAlarm(String company, String kind, String key) {
    Desk.await(
        kind + " at " + company,
        () ->
            PLATFORM.desk(company).door().all("alarms").stream()
                .filter(alarm -> isAlarm(alarm, kind, key))
                .findFirst());
  }

  private static boolean isAlarm(JsonNode alarm, String kind, String key) {
    return alarm.path("kind").asText().equals(kind) && alarm.path("key").asText().equals(key);
  }

  /** Everything that lies in B's inbox and the false key opens; the operator can read the bytes. */
  private static List<byte[]> openedWith(ParticipantKeys keys) {
    StrictReader reader =
        new StrictReader(
            PLATFORM.identity(Platform.B),
            nobody -> Optional.empty(),
            Seen.nothing(),
            Clock.systemUTC());
    List<byte[]> opened = new ArrayList<>();
    Topic.read(
        PLATFORM.stack().broker().superUser(),
        "cfp.inbox." + PLATFORM.id(Platform.B),
        record ->
            reader
                .open(record.value(), List.of(keys.encryption()))
                .asOptional()
                .ifPresent(opened::add));
    return opened;
  }
}
