package org.cfptrace.connector.exchange;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.connector.declare.DeclareFootprint;
import org.cfptrace.connector.declare.IssuedDeclaration;
import org.cfptrace.connector.receive.ReceivedDeclaration;
import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.exchange.deliver.Delivery;
import org.cfptrace.exchange.deliver.DeliveryState;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.Quantity;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.policy.Release;
import org.cfptrace.policy.ReleaseSwitch;
import org.cfptrace.rollup.BillOfMaterialsLine;
import org.cfptrace.rollup.LineId;
import org.cfptrace.rollup.LineSource;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.rollup.OwnEmissions;
import org.cfptrace.rollup.OwnProduct;
import org.cfptrace.rollup.SourceFigure;
import org.cfptrace.rollup.SupplierProduct;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.junit.jupiter.api.Test;

/** A 3 kg → B 8 kg → C 18 kg, each on its own database, over a broker that sees envelopes only. */
class ThreeCompaniesTest {
  private static final Release ALL = Release.of(Set.of(ReleaseSwitch.TOTAL, ReleaseSwitch.QUALITY));
  private static final PageRequest FIRST = new PageRequest(10, Optional.empty());

  private final Clock clock = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);
  private final DataSpace space = new DataSpace(clock);
  private final ListedBroker broker = new ListedBroker();
  private final Company mill =
      Company.found(space, broker, clock, "aaaaaaaaaaaaaaaa", "Seto Steel");
  private final Company parts =
      Company.found(space, broker, clock, "bbbbbbbbbbbbbbbb", "Naka Parts");
  private final TraceId steel = TraceId.random();
  private final TraceId bracket = TraceId.random();

  @Test
  void threeBecomesEightBecomesEighteen() {
    Company cars = Company.found(space, broker, clock, "cccccccccccccccc", "Hama Cars");
    mill.becomePartnerOf(parts);
    parts.becomePartnerOf(cars);

    DeclarationId three = declare(mill, parts, steel, own("3"), ALL);
    assertThat(totalAt(parts, three)).isEqualTo(KgCo2e.of("3"));

    DeclareFootprint eight = parts.declaring(made(bracket, "5", mill, steel), bought(mill, steel));
    DeclarationId told = declare(parts, cars, bracket, eight, ALL);
    assertThat(totalAt(cars, told)).isEqualTo(KgCo2e.of("8"));

    TraceId car = TraceId.random();
    DeclareFootprint eighteen =
        cars.declaring(made(car, "10", parts, bracket), bought(parts, bracket));
    DeclarationId statement =
        cars.database()
            .inNew(
                () ->
                    eighteen.declare(
                        new DeclareFootprint.Wish(
                            car,
                            Audience.SELF,
                            Optional.empty(),
                            Optional.empty(),
                            Release.NOTHING)));

    IssuedDeclaration own = cars.own().issued().find(statement).orElseThrow();
    assertThat(own.total().exclBiogenicUptake()).isEqualTo(KgCo2e.of("18"));
    assertThat(own.total().complete()).isTrue();
    assertThat(own.delivery()).isEmpty();
  }

  @Test
  void theSenderHearsThatItsDeclarationHasArrived() {
    mill.becomePartnerOf(parts);
    DeclarationId id = declare(mill, parts, steel, own("3"), ALL);

    parts.carryTo(mill);

    Delivery delivery =
        mill.own().issued().find(id).flatMap(IssuedDeclaration::delivery).orElseThrow();
    assertThat(delivery.state()).isEqualTo(DeliveryState.DELIVERED);
    assertThat(delivery.settledAt()).isPresent();
  }

  @Test
  void aCustomerSeesTheTotalAndNeitherSplitNorSuppliersNorOwnEmissions() {
    mill.becomePartnerOf(parts);
    DeclarationId id = declare(mill, parts, steel, own("3"), ALL);

    assertThat(at(parts, id).claims().keySet())
        .containsExactlyInAnyOrder(
            ClaimName.PRODUCT,
            ClaimName.TOTAL,
            ClaimName.PERIOD,
            ClaimName.METHOD,
            ClaimName.AUDIENCE,
            ClaimName.TERMS,
            ClaimName.QUALITY);
    assertThat(at(parts, id).isLinked()).isFalse();
  }

  @Test
  void withoutTheSwitchNeitherTotalNorOpeningTravelAndTheSumSaysWithheld() {
    mill.becomePartnerOf(parts);
    DeclarationId id = declare(mill, parts, steel, own("3"), Release.NOTHING);

    assertThat(at(parts, id).total()).isEmpty();
    assertThat(at(parts, id).opening()).isEmpty();
    SourceFigure figure = parts.own().figures().find(mill.id(), steel, Company.YEAR);
    assertThat(figure.<String>fold(given -> "a number", missing -> missing.state().toString()))
        .isEqualTo("WITHHELD");
  }

  @Test
  void anOlderFigureNeverStandsInForANewerOneThatIsWithheld() {
    mill.becomePartnerOf(parts);
    declare(mill, parts, steel, own("3"), ALL);
    Period next = Period.ofYear(2026);
    mill.database()
        .inNew(
            () ->
                mill.declaring(own("4"))
                    .declare(
                        new DeclareFootprint.Wish(
                            steel,
                            Audience.NEXT_TIER,
                            Optional.of(parts.id()),
                            Optional.of(next),
                            Release.NOTHING)));
    mill.carryTo(parts);

    SourceFigure figure = parts.own().figures().find(mill.id(), steel, next);
    String said =
        figure.fold(
            given -> "a number",
            missing ->
                missing.state()
                    + ", last known "
                    + requireNonNull(missing.lastKnown()).emissions().exclBiogenicUptake());
    assertThat(said).isEqualTo("WITHHELD, last known 3");
  }

  @Test
  void twoCopiesOfOneStatementShareItAndNothingElse() {
    Company other = Company.found(space, broker, clock, "dddddddddddddddd", "Kita Parts");
    mill.becomePartnerOf(parts);
    mill.becomePartnerOf(other);

    IssuedDeclaration one =
        mill.own().issued().find(declare(mill, parts, steel, own("3"), ALL)).orElseThrow();
    IssuedDeclaration two =
        mill.own().issued().find(declare(mill, other, steel, own("3"), ALL)).orElseThrow();

    assertThat(one.statement()).isPresent().isEqualTo(two.statement());
    assertThat(one.id()).isNotEqualTo(two.id());
    assertThat(at(parts, one.id()).commitment()).isNotEqualTo(at(other, two.id()).commitment());
    assertThat(mill.own().issued().newestFirst(FIRST).items()).hasSize(3);
  }

  @Test
  void anotherFigureIsAnotherStatementAndItsLastWordCounts() {
    mill.becomePartnerOf(parts);
    declare(mill, parts, steel, own("3"), ALL);
    declare(mill, parts, steel, own("4"), ALL);

    SourceFigure figure = parts.own().figures().find(mill.id(), steel, Company.YEAR);

    assertThat(
            figure.<KgCo2e>fold(
                given -> given.emissions().exclBiogenicUptake(), missing -> KgCo2e.ZERO))
        .isEqualTo(KgCo2e.of("4"));
  }

  @Test
  void aSumWithAPartThatNobodyAnsweredIsDeclaredAsIncomplete() {
    Company cars = Company.found(space, broker, clock, "cccccccccccccccc", "Hama Cars");
    mill.becomePartnerOf(parts);
    parts.becomePartnerOf(cars);

    DeclareFootprint five = parts.declaring(made(bracket, "5", mill, steel), bought(mill, steel));
    DeclarationId told = declare(parts, cars, bracket, five, ALL);

    assertThat(totalAt(cars, told)).isEqualTo(KgCo2e.of("5"));
    assertThat(at(cars, told).total().orElseThrow().complete()).isFalse();
  }

  @Test
  void nobodyGetsAFigureWhoIsNoTrustedPartner() {
    assertThatThrownBy(() -> declare(mill, parts, steel, own("3"), ALL))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(ProblemCode.NOT_FOUND));

    mill.database()
        .inNew(
            () ->
                mill.exchange()
                    .partnerships()
                    .invite(parts.id(), Optional.empty(), Optional.empty(), "sato"));
    assertThatThrownBy(() -> declare(mill, parts, steel, own("3"), ALL))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.code()).isEqualTo(ProblemCode.NOT_ALLOWED_NOW));
    assertThat(mill.own().issued().newestFirst(FIRST).items()).isEmpty();
  }

  @Test
  void onlyAnAggregatorGetsTheAggregatorsView() {
    mill.becomePartnerOf(parts);

    assertThatThrownBy(
            () ->
                mill.database()
                    .inNew(
                        () ->
                            mill.declaring(own("3"))
                                .declare(
                                    new DeclareFootprint.Wish(
                                        steel,
                                        Audience.AGGREGATOR,
                                        Optional.of(parts.id()),
                                        Optional.empty(),
                                        ALL))))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.code()).isEqualTo(ProblemCode.NOT_ALLOWED_NOW));
  }

  @Test
  void everythingIsInTheStoredBytesAndNothingHiddenIsInTheView() {
    mill.becomePartnerOf(parts);
    IssuedDeclaration issued =
        mill.own().issued().find(declare(mill, parts, steel, own("3"), ALL)).orElseThrow();

    assertThat(issued.claims().keySet()).contains(ClaimName.OWN, ClaimName.STAGES);
    assertThat(issued.shown())
        .doesNotContainAnyElementsOf(
            EnumSet.of(ClaimName.OWN, ClaimName.STAGES, ClaimName.STATEMENT, ClaimName.INPUTS));
  }

  private DeclarationId declare(
      Company from, Company to, TraceId product, OwnProduct own, Release release) {
    return declare(from, to, product, from.declaring(own), release);
  }

  private static DeclarationId declare(
      Company from, Company to, TraceId product, DeclareFootprint declaring, Release release) {
    DeclarationId id =
        from.database()
            .inNew(
                () ->
                    declaring.declare(
                        new DeclareFootprint.Wish(
                            product,
                            Audience.NEXT_TIER,
                            Optional.of(to.id()),
                            Optional.empty(),
                            release)));
    from.carryTo(to);
    return id;
  }

  private OwnProduct own(String kilograms) {
    return OwnProduct.of(steel, DeclaredUnit.KILOGRAM)
        .withOwn(OwnEmissions.primary(fossil(kilograms)));
  }

  private static OwnProduct made(
      TraceId product, String ownKilograms, Company supplier, TraceId part) {
    return OwnProduct.of(product, DeclaredUnit.KILOGRAM)
        .withOwn(OwnEmissions.primary(fossil(ownKilograms)))
        .withLines(
            BillOfMaterialsLine.of(
                new LineId("1"),
                "part",
                new Quantity(BigDecimal.ONE, DeclaredUnit.KILOGRAM),
                LineSupply.procured(LineSource.only(supplier.id(), part))));
  }

  private static SupplierProduct bought(Company supplier, TraceId part) {
    return new SupplierProduct(supplier.id(), part);
  }

  private static Emissions fossil(String kilograms) {
    return Emissions.of(Stage.MAIN, EmissionAccount.FOSSIL, KgCo2e.of(kilograms));
  }

  private static ReceivedDeclaration at(Company company, DeclarationId id) {
    return company.own().received().find(id).orElseThrow();
  }

  private static KgCo2e totalAt(Company company, DeclarationId id) {
    return at(company, id).total().orElseThrow().exclBiogenicUptake();
  }
}
