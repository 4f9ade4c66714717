package org.cfptrace.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.cfptrace.footprint.CommittedTotals;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Quantity;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.footprint.Yield;
import org.cfptrace.keys.Randomness;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.strict.Base64Url;
import org.junit.jupiter.api.Test;

/** Whoever hands a declaration on cuts its disclosures as its issuer would have. */
class ShownClaimsTest {
  private static final ParticipantId MILL =
      ParticipantId.of("registry.cfptrace.example", "aaaaaaaaaaaaaaaa");
  private static final ParticipantId PARTS =
      ParticipantId.of("registry.cfptrace.example", "bbbbbbbbbbbbbbbb");
  private static final InputElement INPUT =
      new InputElement(
          Optional.empty(),
          new Quantity(new BigDecimal("2.5"), DeclaredUnit.KILOGRAM),
          Yield.of("0.8"),
          new Fraction(BigDecimal.ONE, BigDecimal.ONE),
          KgCo2e.of("9.375"),
          Optional.of(KgCo2e.of("3")),
          "OK",
          OptionalInt.of(1));

  private static final TermsClaim TERMS =
      new TermsClaim(Optional.empty(), Optional.empty(), EnumSet.of(Audience.AUDITOR));

  private final SignedDeclaration signed =
      DraftDeclaration.of(MILL, PARTS, new CommittedTotals(3_000_000_000L, 0, 0), true, Share.NONE)
          .with(
              new ProductClaim(
                  TraceId.of("urn:uuid:11111111-1111-4111-8111-111111111111"),
                  Optional.empty(),
                  "coil",
                  "steel",
                  DeclaredUnit.KILOGRAM,
                  Optional.empty()))
          .with(new SiteClaim("Kimitsu", "JP"))
          .with(TERMS)
          .with(new InputsClaim(List.of(INPUT)))
          .sign(SigningKey.generate(), Instant.now(), Randomness.secure());

  @Test
  void whatRemainsIsTheViewThatTheIssuerWouldHaveCut() {
    Set<ClaimName> shown = EnumSet.of(ClaimName.PRODUCT, ClaimName.TOTAL, ClaimName.AUDIENCE);
    String given = signed.view(signed.claims());

    String cut = ShownClaims.only(given, shown);

    assertThat(List.of(cut.split("~"))).containsExactlyInAnyOrder(signed.view(shown).split("~"));
    assertThat(cut).endsWith("~");
  }

  @Test
  void withNothingShownTheTokenAloneRemains() {
    assertThat(ShownClaims.only(signed.view(signed.claims()), Set.of()))
        .isEqualTo(signed.view(Set.of()));
  }

  @Test
  void inputsAreNeverAmongWhatRemains() {
    String cut = ShownClaims.only(signed.view(signed.claims()), EnumSet.of(ClaimName.SITE));

    assertThat(cut).isEqualTo(signed.view(EnumSet.of(ClaimName.SITE)));
  }

  @Test
  void theTermsAreReadWhereTheyAreShown() {
    assertThat(ShownClaims.terms(signed.view(EnumSet.of(ClaimName.SITE, ClaimName.TERMS))))
        .contains(TERMS);
    assertThat(ShownClaims.terms(signed.view(EnumSet.of(ClaimName.SITE)))).isEmpty();
    assertThat(ShownClaims.terms("header.payload.signature~*~")).isEmpty();
  }

  @Test
  void termsThatCannotBeReadAreNone() {
    String spoiled =
        Base64Url.encode(
            "[\"AAAAAAAAAAAAAAAAAAAAAA\",\"terms\",{\"onward\":[\"ALL\"]}]"
                .getBytes(StandardCharsets.US_ASCII));

    assertThat(ShownClaims.terms("header.payload.signature~" + spoiled + "~")).isEmpty();
  }
}
