package org.cfptrace.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Arrays;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.StrictJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoggedEntryTest {
  private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
  private static final TestLog LOG = TestLog.ofSize(70);
  private static final Checkpoint CHECKPOINT = LOG.checkpoint();

  private static LoggedEntry entry(long index) {
    return new LoggedEntry(
        id(index),
        new Tiles(LOG.tiles(), 70).inclusion(index),
        TestLog.note(CHECKPOINT, NOON, TestLog.FIRST, TestLog.SECOND));
  }

  private static DeclarationId id(long number) {
    byte[] bytes = TestLog.entry(number).bytes();
    return new DeclarationId(Base64Url.encode(Arrays.copyOfRange(bytes, 1, 33)));
  }

  @Test
  void showsWhereAndSinceWhenADeclarationIsInTheLog() {
    Inclusion inclusion = entry(12).check(TestLog.trust()).orElseThrow();

    assertThat(inclusion.declarationId()).isEqualTo(id(12));
    assertThat(inclusion.index()).isEqualTo(12);
    assertThat(inclusion.time()).isEqualTo(NOON.plusSeconds(1));
  }

  @Test
  void aProofOfAnotherDeclarationIsRefused() {
    LoggedEntry good = entry(12);

    assertThat(
            new LoggedEntry(id(13), good.proof(), good.checkpoint())
                .check(TestLog.trust())
                .whyNot())
        .contains(LogReason.BAD_INCLUSION_PROOF);
  }

  @Test
  void readsWhatItWrites() {
    LoggedEntry good = entry(12);

    assertThat(LoggedEntry.fromJson(StrictJson.parse(StrictJson.write(good.toJson()))))
        .isEqualTo(good);
  }

  @ParameterizedTest
  @CsvSource({
    "index,012",
    "index,-1",
    "index,''",
    "size,1e2",
    "declarationId,short",
    "checkpoint,text"
  })
  void refusesAMemberThatIsNotOfItsForm(String member, String value) {
    ObjectNode json = entry(12).toJson().put(member, value);

    assertThatThrownBy(() -> LoggedEntry.fromJson(json)).isInstanceOf(MalformedException.class);
  }

  @Test
  void refusesNumbersThatAreNotWrittenAsStrings() {
    ObjectNode json = entry(12).toJson().put("index", 12);

    assertThatThrownBy(() -> LoggedEntry.fromJson(json)).isInstanceOf(MalformedException.class);
  }

  @Test
  void refusesAMemberNobodyAgreedOn() {
    ObjectNode json = entry(12).toJson().put("more", "x");

    assertThatThrownBy(() -> LoggedEntry.fromJson(json)).isInstanceOf(MalformedException.class);
  }
}
