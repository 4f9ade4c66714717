package org.cfptrace.aggregator.disclose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.policy.AudienceViews;
import org.cfptrace.service.http.Fields;
import org.junit.jupiter.api.Test;

/** No target discloses what the policy never shows to those who get its files. */
class TargetsTest {

  /** A footprint for a customer. */
  private record ForACustomer(Set<Audience> audiences, Set<ClaimName> beside)
      implements Target<String, String> {
    @Override
    public TargetName name() {
      return TargetName.PACT_3;
    }

    @Override
    public Set<ClaimName> disclosed(Audience audience) {
      Set<ClaimName> all = EnumSet.copyOf(name().disclosed());
      all.addAll(beside);
      return all;
    }

    @Override
    public Shown shows() {
      return Shown.BOTH;
    }

    @Override
    public Class<String> optionsType() {
      return String.class;
    }

    @Override
    public String options(Fields fields) {
      return "";
    }

    @Override
    public Class<String> facts() {
      return String.class;
    }

    @Override
    public Gathered<String> gather(Tenant tenant, Subject<String> subject) {
      throw new IllegalStateException("nothing is gathered here");
    }

    @Override
    public List<ExportFile> files(String facts, Stamp stamp) {
      return List.of();
    }

    @Override
    public List<String> faults(String facts, List<ExportFile> files) {
      return List.of();
    }
  }

  private static Targets targets(Target<?, ?>... targets) {
    return new Targets(List.of(targets), AudienceViews.standard());
  }

  @Test
  void whatDisclosesOnlyWhatItsAudienceMaySeeIsTaken() {
    ForACustomer honest = new ForACustomer(Set.of(Audience.NEXT_TIER), Set.of());

    assertThat(targets(honest).of(TargetName.PACT_3)).isSameAs(honest);
  }

  @Test
  void aFootprintForACustomerThatDisclosesItsInputsIsRefused() {
    ForACustomer prying = new ForACustomer(Set.of(Audience.NEXT_TIER), Set.of(ClaimName.INPUTS));

    assertThatThrownBy(() -> targets(prying))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("PACT_3 discloses INPUTS, which NEXT_TIER never sees");
  }

  @Test
  void everyAudienceThatItMayHaveIsAskedFor() {
    ForACustomer forTheOwnerToo =
        new ForACustomer(EnumSet.of(Audience.SELF, Audience.REGULATOR), Set.of(ClaimName.OWN));

    assertThatThrownBy(() -> targets(forTheOwnerToo))
        .hasMessage("PACT_3 discloses OWN, which REGULATOR never sees");
  }

  @Test
  void oneNameIsThereOnce() {
    ForACustomer one = new ForACustomer(Set.of(Audience.NEXT_TIER), Set.of());

    assertThatThrownBy(() -> targets(one, one)).hasMessage("PACT_3 is there twice");
  }
}
