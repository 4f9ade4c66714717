package org.cfptrace.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.cfptrace.footprint.DeclaredUnit.PIECE;
import static org.cfptrace.footprint.QualityScale.ONE_TO_FIVE;
import static org.cfptrace.footprint.QualityScale.ONE_TO_THREE;
import static org.cfptrace.rollup.Trade.MILL;
import static org.cfptrace.rollup.Trade.OTHER_MILL;
import static org.cfptrace.rollup.Trade.YEAR;
import static org.cfptrace.rollup.Trade.aProduct;
import static org.cfptrace.rollup.Trade.boughtFrom;
import static org.cfptrace.rollup.Trade.figure;
import static org.cfptrace.rollup.Trade.line;
import static org.cfptrace.rollup.Trade.made;
import static org.cfptrace.rollup.Trade.main;
import static org.cfptrace.rollup.Trade.pre;
import static org.cfptrace.rollup.Trade.product;
import static org.cfptrace.rollup.Trade.received;
import static org.cfptrace.rollup.Trade.rollUp;
import static org.cfptrace.rollup.Trade.supplier;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.PrimaryDataShare;
import org.cfptrace.footprint.QualityScale;
import org.cfptrace.footprint.Representativeness;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.Stage;
import org.junit.jupiter.api.Test;

class QualityTest {

  private static DataQuality all(QualityScale scale, String rating) {
    return DataQuality.same(scale, Representativeness.of(rating, rating, rating));
  }

  private static OwnProduct ofTwoParts(OwnEmissions own) {
    return OwnProduct.of(product("car"), PIECE)
        .withOwn(own)
        .withLines(
            line("1", "1", PIECE, boughtFrom(MILL, "a")),
            line("2", "1", PIECE, boughtFrom(OTHER_MILL, "b")));
  }

  /** Catena-X rulebook, table 5: 10 kg/75 %, 25 kg/25 %, 50 kg/50 %, own 15 kg/100 %: 53.75 %. */
  @Test
  void weighsPrimaryDataSharesAsTheRulebookDoes() {
    OwnProduct car =
        aProduct("car", PIECE, "15")
            .withLines(
                line("1", "1", PIECE, boughtFrom(MILL, "a")),
                line("2", "1", PIECE, boughtFrom(MILL, "b")),
                line("3", "1", PIECE, boughtFrom(MILL, "c")));

    Footprint footprint =
        rollUp(
            car,
            received(
                supplier(MILL, "a"), figure(PIECE, "10").primary("75"),
                supplier(MILL, "b"), figure(PIECE, "25").primary("25"),
                supplier(MILL, "c"), figure(PIECE, "50").primary("50")));

    assertThat(footprint.total()).isEqualTo(main("100"));
    assertThat(footprint.quality().primaryDataShare()).isEqualTo(PrimaryDataShare.of("53.75"));
  }

  /**
   * Catena-X rulebook, figure 17: 1.00, 1.50, 2.00 and −1.75 with ratings 1, 2, 2, 2.7 and shares
   * 90, 70, 80, 30 %: by size 12.725 ÷ 6.25 = 2.036 and 407.5 ÷ 6.25 = 65.2 %.
   */
  @Test
  void weighsNegativeContributionsByTheirSize() {
    Emissions uptake =
        Emissions.of(Stage.MAIN, EmissionAccount.BIOGENIC_UPTAKE, KgCo2e.of("-1.75"));
    OwnProduct product =
        aProduct("wood", PIECE, "0")
            .withLines(
                line("1", "1", PIECE, boughtFrom(MILL, "a")),
                line("2", "1", PIECE, boughtFrom(MILL, "b")),
                line("3", "1", PIECE, boughtFrom(MILL, "c")),
                line("4", "1", PIECE, boughtFrom(MILL, "d")));

    Footprint footprint =
        rollUp(
            product,
            received(
                supplier(MILL, "a"), figure(PIECE, "1").primary("90").rated(all(ONE_TO_FIVE, "1")),
                supplier(MILL, "b"),
                    figure(PIECE, "1.5").primary("70").rated(all(ONE_TO_FIVE, "2")),
                supplier(MILL, "c"), figure(PIECE, "2").primary("80").rated(all(ONE_TO_FIVE, "2")),
                supplier(MILL, "d"),
                    figure(PIECE, uptake).primary("30").rated(all(ONE_TO_FIVE, "2.7"))));

    assertThat(footprint.total().inclBiogenicUptake()).isEqualTo(KgCo2e.of("2.75"));
    assertThat(footprint.quality().primaryDataShare()).isEqualTo(PrimaryDataShare.of("65.2"));
    assertThat(footprint.quality().overall()).isEqualByComparingTo("2.036");
  }

  /** Pre: (1 × 3 + 3 × 1) ÷ 4 = 1.5; main: (2 × 1 + 4 × 3) ÷ 4 = 3.5. */
  @Test
  void ratesEachProcessByItself() {
    OwnEmissions own =
        new OwnEmissions(
            pre("3").plus(main("1")),
            new DataQuality(
                ONE_TO_FIVE,
                Map.of(
                    Stage.PRE, Representativeness.of("1", "1", "1"),
                    Stage.MAIN, Representativeness.of("2", "2", "2"))),
            true,
            true);
    DataQuality theirs =
        new DataQuality(
            ONE_TO_FIVE,
            Map.of(
                Stage.PRE, Representativeness.of("3", "3", "3"),
                Stage.MAIN, Representativeness.of("4", "4", "4")));
    OwnProduct product =
        OwnProduct.of(product("car"), PIECE)
            .withOwn(own)
            .withLines(line("1", "1", PIECE, boughtFrom(MILL, "a")));

    WeighedQuality quality =
        rollUp(
                product,
                received(
                    supplier(MILL, "a"), figure(PIECE, pre("1").plus(main("3"))).rated(theirs)))
            .quality();

    assertThat(quality.rating())
        .isEqualTo(
            new DataQuality(
                ONE_TO_FIVE,
                Map.of(
                    Stage.PRE, Representativeness.of("1.5", "1.5", "1.5"),
                    Stage.MAIN, Representativeness.of("3.5", "3.5", "3.5"))));
    assertThat(quality.overall()).isEqualByComparingTo("2.5");
    assertThat(quality.primaryDataShareByProcess())
        .isEqualTo(
            Map.of(Stage.PRE, PrimaryDataShare.of("75"), Stage.MAIN, PrimaryDataShare.of("25")));
  }

  @Test
  void countsMissingPrimaryDataAsNone() {
    Footprint footprint =
        rollUp(
            aProduct("car", PIECE, "1").withLines(line("1", "3", PIECE, boughtFrom(MILL, "a"))),
            received(supplier(MILL, "a"), figure(PIECE, "1")));

    assertThat(footprint.quality().primaryDataShare()).isEqualTo(PrimaryDataShare.of("25"));
  }

  @Test
  void countsOwnDataAsPrimaryOnlyWhenActivityDataAndFactorAre() {
    OwnProduct product = OwnProduct.of(product("car"), PIECE);

    assertThat(primaryShareOf(product, true, true)).isEqualTo(PrimaryDataShare.FULL);
    assertThat(primaryShareOf(product, true, false)).isEqualTo(PrimaryDataShare.NONE);
    assertThat(primaryShareOf(product, false, true)).isEqualTo(PrimaryDataShare.NONE);
  }

  /** Own 1 kg rated 1, part 1 kg not rated: (1 + 5) ÷ 2 = 3. */
  @Test
  void countsAMissingRatingAsTheWorstOfItsScale() {
    OwnEmissions own = new OwnEmissions(main("1"), all(ONE_TO_FIVE, "1"), true, true);

    Footprint footprint =
        rollUp(
            ofTwoParts(own),
            received(
                supplier(MILL, "a"), figure(PIECE, "1"),
                supplier(OTHER_MILL, "b"), figure(PIECE, "0")));

    assertThat(footprint.quality().overall()).isEqualByComparingTo("3");
  }

  @Test
  void withholdsTheRatingWhenScalesAreMixedAndLetsTheFootprintStand() {
    Footprint footprint =
        rollUp(
            ofTwoParts(new OwnEmissions(main("1"), null, true, true)),
            received(
                supplier(MILL, "a"), figure(PIECE, "1").rated(all(ONE_TO_FIVE, "2")),
                supplier(OTHER_MILL, "b"), figure(PIECE, "1").rated(all(ONE_TO_THREE, "2"))));

    assertThat(footprint.quality().withheld()).isEqualTo(RatingWithheld.SCALE_MIX);
    assertThat(footprint.quality().rating()).isNull();
    assertThat(footprint.quality().overall()).isNull();
    assertThat(footprint.total()).isEqualTo(main("3"));
    assertThat(footprint.isComplete()).isTrue();
  }

  /**
   * Frame: own 1 rated by nobody, 1 kg of 50 % on one scale, 2 kg of 100 % on the other: PDS 3.5 of
   * 4 kg. Car: own 1 kg of 100 % and the frame: PDS 4.5 of 5 kg.
   */
  @Test
  void withholdsTheRatingOfWhatIsMadeOfAnOwnPartOfTwoScales() {
    OwnProduct car =
        OwnProduct.of(product("car"), PIECE)
            .withOwn(new OwnEmissions(main("1"), all(ONE_TO_FIVE, "1"), true, true))
            .withLines(line("1", "1", PIECE, made("frame")));

    Footprint top = footprint(car, frameOfTwoScales());

    assertThat(top.quality())
        .isEqualTo(
            new WeighedQuality(
                PrimaryDataShare.of("90"),
                Map.of(Stage.MAIN, PrimaryDataShare.of("90")),
                null,
                null,
                RatingWithheld.SCALE_MIX,
                Share.NONE));
    assertThat(top.total()).isEqualTo(main("5"));
    assertThat(top.isComplete()).isTrue();
  }

  @Test
  void carriesTheMixOfScalesUpThroughPartsThatAddNoRatingOfTheirOwn() {
    OwnProduct body = aProduct("body", PIECE, "1").withLines(line("1", "2", PIECE, made("frame")));
    OwnProduct car = aProduct("car", PIECE, "1").withLines(line("1", "1", PIECE, made("body")));

    assertThat(footprint(car, body, frameOfTwoScales()).quality().withheld())
        .isEqualTo(RatingWithheld.SCALE_MIX);
  }

  @Test
  void ratesAProductInWhichThePartOfTwoScalesWeighsNothing() {
    OwnProduct car =
        OwnProduct.of(product("car"), PIECE)
            .withOwn(new OwnEmissions(main("1"), all(ONE_TO_FIVE, "2"), true, true))
            .withLines(line("1", "0", PIECE, made("frame")));

    WeighedQuality quality = footprint(car, frameOfTwoScales()).quality();

    assertThat(quality.withheld()).isNull();
    assertThat(quality.overall()).isEqualByComparingTo("2");
  }

  /** Own 1 kg rated 1, part 1 kg that nobody rated: not a mix, but the worst, (1 + 5) ÷ 2. */
  @Test
  void countsAnOwnPartThatNobodyRatedAsTheWorst() {
    OwnProduct car =
        OwnProduct.of(product("car"), PIECE)
            .withOwn(new OwnEmissions(main("1"), all(ONE_TO_FIVE, "1"), true, true))
            .withLines(line("1", "1", PIECE, made("bolt")));

    WeighedQuality quality = footprint(car, aProduct("bolt", PIECE, "1")).quality();

    assertThat(quality.withheld()).isNull();
    assertThat(quality.overall()).isEqualByComparingTo("3");
  }

  @Test
  void refusesAFigureThatIsRatedAndWhoseRatingIsWithheld() {
    SourceFigure.Given rated = figure(PIECE, "1").rated(all(ONE_TO_FIVE, "1")).given();

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new SourceFigure.Given(
                    rated.unit(),
                    rated.massPerUnit(),
                    rated.emissions(),
                    rated.complete(),
                    rated.estimatedShare(),
                    rated.quality(),
                    rated.primaryDataShare(),
                    rated.basis(),
                    rated.period(),
                    rated.validUntil(),
                    rated.reference(),
                    RatingWithheld.SCALE_MIX,
                    null))
        .withMessage("rated, and the rating withheld: SCALE_MIX");
  }

  @Test
  void givesNoRatingForATotalOfZero() {
    OwnEmissions own = new OwnEmissions(Emissions.NONE, all(ONE_TO_FIVE, "1"), true, true);

    WeighedQuality quality =
        rollUp(OwnProduct.of(product("car"), PIECE).withOwn(own), Map.of()).quality();

    assertThat(quality.withheld()).isEqualTo(RatingWithheld.ZERO_TOTAL);
    assertThat(quality.rating()).isNull();
    assertThat(quality.primaryDataShare()).isNull();
  }

  @Test
  void saysWhenNobodyGaveARating() {
    assertThat(rollUp(aProduct("car", PIECE, "1"), Map.of()).quality().withheld())
        .isEqualTo(RatingWithheld.NOT_RATED);
  }

  /** Own 1, part 3 of which 0.4 is estimated: 1.2 ÷ 4 = 0.3. */
  @Test
  void carriesTheEstimatedShareOfItsInputsOn() {
    Footprint footprint =
        rollUp(
            aProduct("car", PIECE, "1").withLines(line("1", "1", PIECE, boughtFrom(MILL, "a"))),
            received(supplier(MILL, "a"), figure(PIECE, "3").estimated("0.4")));

    assertThat(footprint.estimatedShare()).isEqualTo(Share.of("0.3"));
  }

  @Test
  void roundsAgainstTheOwner() {
    OwnEmissions own = new OwnEmissions(main("1"), all(ONE_TO_FIVE, "1"), true, true);

    WeighedQuality quality =
        rollUp(
                ofTwoParts(own),
                received(
                    supplier(MILL, "a"), figure(PIECE, "1").rated(all(ONE_TO_FIVE, "1")),
                    supplier(OTHER_MILL, "b"), figure(PIECE, "1").rated(all(ONE_TO_FIVE, "2"))))
            .quality();

    assertThat(quality.overall()).isEqualTo(new BigDecimal("1.333333334"));
    assertThat(quality.primaryDataShare()).isEqualTo(PrimaryDataShare.of("33.333333333"));
  }

  private static OwnProduct frameOfTwoScales() {
    return aProduct("frame", PIECE, "1")
        .withLines(
            line("1", "1", PIECE, boughtFrom(MILL, "a")),
            line("2", "1", PIECE, boughtFrom(OTHER_MILL, "b")));
  }

  /** The footprint of the first of these products; the mills rate on scales of their own. */
  private static Footprint footprint(OwnProduct... products) {
    return ProductGraph.of(List.of(products))
        .footprintOf(
            products[0].traceId(),
            YEAR,
            received(
                supplier(MILL, "a"), figure(PIECE, "1").primary("50").rated(all(ONE_TO_FIVE, "2")),
                supplier(OTHER_MILL, "b"),
                    figure(PIECE, "2").primary("100").rated(all(ONE_TO_THREE, "2"))));
  }

  private static PrimaryDataShare primaryShareOf(
      OwnProduct product, boolean activity, boolean factor) {
    return rollUp(product.withOwn(new OwnEmissions(main("1"), null, activity, factor)), Map.of())
        .quality()
        .primaryDataShare();
  }
}
