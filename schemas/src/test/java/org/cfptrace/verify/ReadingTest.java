package org.cfptrace.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;
import org.junit.jupiter.api.Test;

class ReadingTest {
  private static final Optional<Origin> ORIGIN =
      Optional.of(
          new Origin(
              ParticipantId.of("registry.cfptrace.example", "aaaaaaaaaaaaaaaa"), "jti", "t", 1));

  @Test
  void whatWasAcceptedGoesOn() {
    Reading<Integer> length =
        Reading.accepted("four").then(text -> Reading.accepted(text.length()));

    assertThat(length.asOptional()).contains(4);
    assertThat(length.whyNot()).isEmpty();
  }

  @Test
  void whatWasRefusedStaysSoWithItsReasonAndOrigin() {
    Reading<String> refused = Reading.stopped(Reason.REPLAYED, "seen before", ORIGIN);

    assertThat(refused.then(text -> Reading.accepted(text.length())))
        .isEqualTo(new Reading.Refused<Integer>(Reason.REPLAYED, "seen before", ORIGIN));
    assertThat(refused.asOptional()).isEmpty();
    assertThat(refused.whyNot()).contains(Reason.REPLAYED);
  }

  @Test
  void whatIsHeldStaysSoWithItsReasonAndOrigin() {
    Reading<String> held = Reading.stopped(Reason.SUSPENDED_SIGNER, "suspended", ORIGIN);

    assertThat(held.then(text -> Reading.accepted(text.length())))
        .isEqualTo(new Reading.Held<Integer>(Reason.SUSPENDED_SIGNER, "suspended", ORIGIN));
    assertThat(held.asOptional()).isEmpty();
    assertThat(held.whyNot()).contains(Reason.SUSPENDED_SIGNER);
  }

  @Test
  void eachOutcomeFoldsToItsOwnAnswer() {
    assertThat(fold(Reading.accepted("x"))).isEqualTo("accepted");
    assertThat(fold(Reading.stopped(Reason.STALE_DIRECTORY, "", ORIGIN))).isEqualTo("held");
    assertThat(fold(Reading.stopped(Reason.EXPIRED, "", ORIGIN))).isEqualTo("refused");
  }

  @Test
  void onlyWhatTimeMayMendIsHeld() {
    assertThat(Reason.values())
        .filteredOn(Reason::isHeld)
        .containsExactly(Reason.STALE_DIRECTORY, Reason.SUSPENDED_SIGNER);
  }

  @Test
  void aWrongNumberOrUnitIsNamedAndTheRestIsItsPlace() {
    assertThat(Reason.of(fault(Fault.NUMBER), Reason.MALFORMED_CLAIM)).isEqualTo(Reason.BAD_NUMBER);
    assertThat(Reason.of(fault(Fault.UNIT), Reason.MALFORMED_CLAIM)).isEqualTo(Reason.UNKNOWN_UNIT);
    assertThat(Reason.of(fault(Fault.JSON), Reason.MALFORMED_CLAIM))
        .isEqualTo(Reason.MALFORMED_CLAIM);
    assertThat(Reason.of(fault(Fault.MEMBER), Reason.MALFORMED_BODY))
        .isEqualTo(Reason.MALFORMED_BODY);
    assertThat(Reason.of(fault(Fault.ENCODING), Reason.MALFORMED_PAYLOAD))
        .isEqualTo(Reason.MALFORMED_PAYLOAD);
  }

  @Test
  void aRefusalTellsWhatWasExpected() {
    Reading<String> reading =
        new Refusal(Reason.TOO_LARGE, "expected at most 64 KiB").asReading(Optional.empty());

    assertThat(reading)
        .isEqualTo(
            new Reading.Refused<String>(
                Reason.TOO_LARGE, "expected at most 64 KiB", Optional.empty()));
    assertThat(Malformed.detail(fault(Fault.JSON))).isEqualTo("not of the form");
  }

  private static MalformedException fault(Fault fault) {
    return new MalformedException(fault, "not of the form");
  }

  private static String fold(Reading<String> reading) {
    return reading.fold(accepted -> "accepted", held -> "held", refused -> "refused");
  }
}
