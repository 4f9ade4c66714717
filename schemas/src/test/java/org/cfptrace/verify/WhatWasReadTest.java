package org.cfptrace.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.SignedDeclaration;
import org.cfptrace.declaration.SupersedesClaim;
import org.cfptrace.envelope.DeclarationBody;
import org.cfptrace.envelope.DraftMessage;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.SignedMessage;
import org.cfptrace.footprint.QualityScale;
import org.cfptrace.keys.Sha256;
import org.cfptrace.strict.Base64Url;
import org.junit.jupiter.api.Test;

/** What was read says everything that was signed, and nothing in its text form. */
class WhatWasReadTest {
  private final TwoCompanies companies = new TwoCompanies();
  private final SignedDeclaration steel = companies.steel();
  private final SignedMessage signed = companies.signed(companies.carrying(steel));
  private final VerifiedMessage message =
      HopTest.accepted(companies.partsReads().message(signed.bytes()));
  private final VerifiedDeclaration declaration =
      HopTest.accepted(companies.partsReads().declaration(message));

  @Test
  void aMessageSaysWhoSpokeToWhomWhenAndWhere() {
    assertThat(message.issuer()).isEqualTo(TwoCompanies.MILL);
    assertThat(message.audience()).isEqualTo(TwoCompanies.PARTS);
    assertThat(message.jti()).isEqualTo(signed.jti());
    assertThat(message.issuedAt()).isEqualTo(TwoCompanies.NOW);
    assertThat(message.expiresAt()).isEqualTo(TwoCompanies.at(3600));
    assertThat(message.thread()).isEqualTo("thread-1");
    assertThat(message.seq()).isEqualTo(1);
    assertThat(message.type()).isEqualTo(MessageType.DECLARATION);
    assertThat(message.body()).isEqualTo(companies.carrying(steel).body());
    assertThat(message.origin())
        .isEqualTo(new Origin(TwoCompanies.MILL, signed.jti(), "thread-1", 1));
  }

  @Test
  void aMessageIsKnownByTheDigestOfWhatWasSigned() {
    String input = signed.token().substring(0, signed.token().lastIndexOf('.'));

    assertThat(message.digest())
        .isEqualTo(Base64Url.encode(Sha256.of(input.getBytes(StandardCharsets.US_ASCII))));
  }

  @Test
  void aMessageShowsWhereItComesFromAndNothingOfItsBody() {
    assertThat(message).hasToString("VerifiedMessage[DECLARATION, " + signed.jti() + "]");
  }

  @Test
  void changingABodyThatWasHandedOutChangesNoMessage() {
    message.body().removeAll();

    assertThat(message.body()).isEqualTo(companies.carrying(steel).body());
  }

  @Test
  void aDeclarationSaysWhatWasSigned() {
    assertThat(declaration.jti()).isEqualTo(steel.jti());
    assertThat(declaration.issuedAt()).isEqualTo(TwoCompanies.NOW);
    assertThat(declaration.commitment()).isEqualTo(steel.commitment());
    assertThat(new String(declaration.bytes(), StandardCharsets.US_ASCII))
        .isEqualTo(steel.view(TwoCompanies.NEXT_TIER));
    assertThat(declaration.period().orElseThrow().validUntil()).hasToString("2027-12-31");
    assertThat(declaration.method().orElseThrow().standards()).containsExactly("ISO 14067:2018");
    assertThat(declaration.terms().orElseThrow().onward()).isEmpty();
    assertThat(declaration.quality().orElseThrow().rating().orElseThrow().scale())
        .isEqualTo(QualityScale.ONE_TO_FIVE);
    assertThat(declaration.supersedes()).isEmpty();
    assertThat(declaration.claim(ClaimName.OWN)).isEmpty();
  }

  @Test
  void aDeclarationSaysWhichOneItReplaces() {
    SignedDeclaration correction =
        TwoCompanies.steelFor(TwoCompanies.PARTS)
            .with(new SupersedesClaim(steel.id()))
            .sign(companies.millSigns, TwoCompanies.NOW, companies.random);
    DeclarationBody body =
        new DeclarationBody(
            correction.view(correction.claims()), Optional.of(correction.opening()));
    DraftMessage carrier =
        new DraftMessage(
            TwoCompanies.MILL,
            TwoCompanies.PARTS,
            MessageType.DECLARATION,
            "thread-1",
            2,
            body.toJson());

    VerifiedDeclaration received =
        HopTest.accepted(companies.received(companies.sealed(companies.signed(carrier))));

    assertThat(received.supersedes()).contains(new SupersedesClaim(steel.id()));
  }

  @Test
  void aDeclarationShowsWhichItIsAndNoFigure() {
    assertThat(declaration.toString())
        .startsWith("VerifiedDeclaration[" + steel.id())
        .contains("TOTAL")
        .doesNotContain("exclBiogenicUptake");
  }

  @Test
  void aDeclarationAcceptedBeforeIsARepeat() {
    companies.seen.put(TwoCompanies.MILL + " " + steel.jti(), steel.id().value());

    assertThat(HopTest.accepted(companies.partsReads().declaration(message)).isRepeat()).isTrue();
  }

  @Test
  void aRefusedDeclarationTellsWhereItCameFrom() {
    companies.seen.put(TwoCompanies.MILL + " " + steel.jti(), "other content");

    assertThat(HopTest.refused(companies.partsReads().declaration(message)))
        .isEqualTo(
            new Reading.Refused<VerifiedDeclaration>(
                Reason.REPLAYED,
                steel.jti() + " was used before with other content",
                Optional.of(message.origin())));
  }

  @Test
  void whoHasSeenNothingAndBuysNothingYetReadsAsWell() {
    assertThat(Seen.nothing().digestOf(TwoCompanies.MILL, steel.jti())).isEmpty();
    assertThat(BoughtUnits.unknown().unitOf(TwoCompanies.MILL, TwoCompanies.STEEL)).isEmpty();
  }
}
