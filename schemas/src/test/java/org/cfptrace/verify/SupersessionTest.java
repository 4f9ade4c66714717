package org.cfptrace.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.declaration.Claim;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.PeriodClaim;
import org.cfptrace.declaration.ProductClaim;
import org.cfptrace.declaration.SupersedesClaim;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.junit.jupiter.api.Test;

/** What no signed sample can show: a declaration that names itself, and very long ways back. */
class SupersessionTest {
  private static final DeclarationId THIS = id("this");

  private final Map<DeclarationId, Seen.Earlier> known = new HashMap<>();

  @Test
  void aDeclarationThatSupersedesItselfIsACycleEvenIfItIsNotKnownYet() {
    assertThatThrownBy(() -> check(THIS))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(Reason.SUPERSESSION_CYCLE));
  }

  @Test
  void tenThousandStepsBackAreFollowedToTheirEnd() {
    chain(Supersession.MOST_STEPS);

    check(id("step 1"));

    assertThat(known).hasSize(Supersession.MOST_STEPS);
  }

  @Test
  void oneStepMoreIsTakenForAWayWithoutEnd() {
    chain(Supersession.MOST_STEPS + 1);

    assertThatThrownBy(() -> check(id("step 1")))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(Reason.SUPERSESSION_CYCLE));
  }

  @Test
  void whoSawNothingKnowsOfNoEarlierDeclaration() {
    Seen lambda = (issuer, jti) -> Optional.empty();

    assertThat(lambda.earlier(THIS)).isEmpty();
    assertThat(Seen.nothing().earlier(THIS)).isEmpty();
  }

  @Test
  void theSenderIsToldWhatIsWrongWithItsCorrection() {
    assertThat(Reason.SUPERSEDES_ANOTHERS.outward()).isEqualTo(Reason.SUPERSEDES_ANOTHERS);
    assertThat(Reason.SUPERSEDES_OTHER.outward()).isEqualTo(Reason.SUPERSEDES_OTHER);
    assertThat(Reason.SUPERSESSION_CYCLE.outward()).isEqualTo(Reason.SUPERSESSION_CYCLE);
  }

  /** Each of these declarations corrects the next; the last one corrects nothing. */
  private void chain(int length) {
    for (int step = 1; step <= length; step++) {
      known.put(
          id("step " + step),
          new Seen.Earlier(
              TwoCompanies.MILL,
              TwoCompanies.STEEL,
              Period.ofYear(2025),
              step == length ? Optional.empty() : Optional.of(id("step " + (step + 1)))));
    }
  }

  private void check(DeclarationId supersedes) {
    Supersession.check(THIS, TwoCompanies.MILL, claims(supersedes), new Known(known));
  }

  private static Map<ClaimName, Claim> claims(DeclarationId supersedes) {
    Map<ClaimName, Claim> claims = new EnumMap<>(ClaimName.class);
    claims.put(ClaimName.SUPERSEDES, new SupersedesClaim(supersedes));
    claims.put(
        ClaimName.PRODUCT,
        new ProductClaim(
            TwoCompanies.STEEL,
            Optional.empty(),
            "coil",
            "steel",
            DeclaredUnit.KILOGRAM,
            Optional.empty()));
    claims.put(
        ClaimName.PERIOD, new PeriodClaim(Period.ofYear(2025), LocalDate.parse("2027-12-31")));
    return claims;
  }

  private static DeclarationId id(String name) {
    return DeclarationId.ofSigningInput(name.getBytes(StandardCharsets.UTF_8));
  }

  private record Known(Map<DeclarationId, Earlier> declarations) implements Seen {
    @Override
    public Optional<String> digestOf(ParticipantId issuer, String jti) {
      return Optional.empty();
    }

    @Override
    public Optional<Earlier> earlier(DeclarationId id) {
      return Optional.ofNullable(declarations.get(id));
    }
  }
}
