package org.cfptrace.connector.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import org.cfptrace.exchange.partner.InboxAccess;
import org.cfptrace.exchange.partner.Partner;
import org.cfptrace.exchange.partner.PartnerState;
import org.cfptrace.service.answer.FieldError;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.junit.jupiter.api.Test;

class PartnershipTest {
  private final Clock clock = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);
  private final DataSpace space = new DataSpace(clock);
  private final ListedBroker broker = new ListedBroker();
  private final Company mill =
      Company.found(space, broker, clock, "aaaaaaaaaaaaaaaa", "Seto Steel");
  private final Company parts =
      Company.found(space, broker, clock, "bbbbbbbbbbbbbbbb", "Naka Parts");

  @Test
  void twoCompaniesBecomePartnersOverTheirDoors() {
    mill.becomePartnerOf(parts);

    assertThat(at(mill, parts).state()).isEqualTo(PartnerState.ACCEPTED);
    assertThat(at(parts, mill).state()).isEqualTo(PartnerState.ACCEPTED);
    assertThat(at(mill, parts).isTrusted()).isTrue();
    assertThat(at(parts, mill).isTrusted()).isTrue();
    assertThat(at(mill, parts).inbox()).isEqualTo(InboxAccess.OPEN);
    assertThat(at(parts, mill).inbox()).isEqualTo(InboxAccess.OPEN);
    assertThat(space.mayWrite(mill.id(), parts.id())).isTrue();
    assertThat(space.mayWrite(parts.id(), mill.id())).isTrue();
    assertThat(mill.exchange().outbox().depth()).isZero();
    assertThat(parts.exchange().outbox().depth()).isZero();
  }

  @Test
  void anInvitationWaitsForAPersonAndShowsTheNameInTheDirectory() {
    invite("we buy your coils");

    Partner seen = at(parts, mill);
    assertThat(seen.state()).isEqualTo(PartnerState.INVITES_US);
    assertThat(seen.name()).isEqualTo("Seto Steel");
    assertThat(seen.note()).contains("we buy your coils");
    assertThat(seen.isTrusted()).isFalse();
    assertThat(parts.exchange().partnerships().fingerprintOf(mill.id()))
        .contains(mill.fingerprint());
    assertThat(space.mayWrite(mill.id(), parts.id())).isFalse();
  }

  @Test
  void aWrongFingerprintStopsTheAcceptanceAndNothingIsOpened() {
    invite("hello");

    assertThatThrownBy(
            () ->
                parts
                    .database()
                    .inNew(
                        () ->
                            parts
                                .exchange()
                                .partnerships()
                                .accept(mill.id(), parts.fingerprint(), "tanaka")))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.code()).isEqualTo(ProblemCode.FINGERPRINT_MISMATCH));
    parts.exchange().openInboxes().round();

    assertThat(at(parts, mill).state()).isEqualTo(PartnerState.INVITES_US);
    assertThat(space.mayWrite(mill.id(), parts.id())).isFalse();
  }

  @Test
  void aRefusalReachesTheOneWhoInvitedWithItsReason() {
    invite("hello");

    parts
        .database()
        .inNew(() -> parts.exchange().partnerships().refuse(mill.id(), "we do not buy steel"));
    parts.carryTo(mill);

    assertThat(at(mill, parts).state()).isEqualTo(PartnerState.REFUSED);
    assertThat(at(mill, parts).reason()).contains("we do not buy steel");
    mill.exchange().openInboxes().round();
    assertThat(space.mayWrite(parts.id(), mill.id())).isFalse();
  }

  @Test
  void whatHasEndedCanOnlyBeginAnew() {
    invite("hello");
    parts.database().inNew(() -> parts.exchange().partnerships().refuse(mill.id(), "no"));

    assertRefused(
        parts,
        () -> parts.exchange().partnerships().refuse(mill.id(), "once more"),
        ProblemCode.ILLEGAL_MOVE,
        new FieldError("state", "REFUSED", "possible: INVITE"));
    assertRefused(
        parts,
        () -> parts.exchange().partnerships().accept(mill.id(), mill.fingerprint(), "tanaka"),
        ProblemCode.ILLEGAL_MOVE,
        new FieldError("state", "REFUSED", "possible: INVITE"));
  }

  @Test
  void whoHasInvitedOrWasInvitedIsNotInvitedAgain() {
    invite("hello");

    assertRefused(
        mill,
        () ->
            mill.exchange()
                .partnerships()
                .invite(parts.id(), Optional.empty(), Optional.empty(), "sato"),
        ProblemCode.CONFLICT,
        new FieldError("state", "INVITED", "possible: ACCEPT, REFUSE"));
    assertRefused(
        parts,
        () ->
            parts
                .exchange()
                .partnerships()
                .invite(mill.id(), Optional.empty(), Optional.empty(), "tanaka"),
        ProblemCode.CONFLICT,
        new FieldError("state", "INVITES_US", "possible: ACCEPT, REFUSE"));
  }

  private static void assertRefused(
      Company here, Supplier<Partner> act, ProblemCode code, FieldError state) {
    assertThatThrownBy(() -> here.database().inNew(act))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(code);
              assertThat(refused.errors()).containsExactly(state);
            });
  }

  @Test
  void twoThatInviteEachOtherAgree() {
    mill.database()
        .inNew(
            () ->
                mill.exchange()
                    .partnerships()
                    .invite(
                        parts.id(), Optional.empty(), Optional.of(parts.fingerprint()), "sato"));
    parts
        .database()
        .inNew(
            () ->
                parts
                    .exchange()
                    .partnerships()
                    .invite(
                        mill.id(), Optional.empty(), Optional.of(mill.fingerprint()), "tanaka"));
    mill.carryTo(parts);
    parts.carryTo(mill);

    assertThat(at(mill, parts).isTrusted()).isTrue();
    assertThat(at(parts, mill).isTrusted()).isTrue();
  }

  @Test
  void theRegistryIsToldLaterWhenItIsAway() {
    mill.database()
        .inNew(
            () ->
                mill.exchange()
                    .partnerships()
                    .invite(
                        parts.id(), Optional.empty(), Optional.of(parts.fingerprint()), "sato"));
    space.isAway(true);
    assertThat(mill.exchange().openInboxes().round()).isEqualTo(1);
    assertThat(at(mill, parts).inbox()).isEqualTo(InboxAccess.OPENING);
    assertThat(mill.exchange().partners().failures(parts.id())).isEqualTo(1);
    assertThat(space.mayWrite(parts.id(), mill.id())).isFalse();
  }

  private void invite(String note) {
    mill.database()
        .inNew(
            () ->
                mill.exchange()
                    .partnerships()
                    .invite(
                        parts.id(), Optional.of(note), Optional.of(parts.fingerprint()), "sato"));
    mill.exchange().openInboxes().round();
    mill.carryTo(parts);
  }

  private static Partner at(Company here, Company other) {
    return here.exchange().partners().find(other.id()).orElseThrow();
  }
}
