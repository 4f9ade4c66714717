package org.cfptrace.aggregator.disclose.customer;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.cfptrace.footprint.Representativeness;
import org.cfptrace.footprint.Stage;

/**
 * What Ouranos' files say of a part, rounded as they say it: up at the fifth decimal. Emissions are
 * in kg CO2e per unit, without biogenic uptake; what is the company's own stands apart from what
 * comes with its parts.
 *
 * @param traceId bare UUID
 * @param emissionUnit such as {@code kgCO2e/unit}
 * @param leftOut what is in neither of the two processes, and so in no total
 */
public record OuranosFacts(
    String traceId,
    Optional<String> cfpId,
    String partsName,
    String supportPartsName,
    String plantName,
    String openPlantId,
    String operatorName,
    String openOperatorId,
    String amountUnit,
    String emissionUnit,
    ProcessFigures pre,
    ProcessFigures main,
    List<LeftOut> leftOut) {
  static final int LONGEST_PARTS_NAME = 50;
  static final int LONGEST_PLANT_NAME = 256;
  static final BigDecimal LARGEST = new BigDecimal("99999.99999");
  private static final BigDecimal THREE = BigDecimal.valueOf(3);
  private static final int DECIMALS = 5;

  public OuranosFacts {
    requireNonNull(traceId, "traceId");
    requireNonNull(cfpId, "cfpId");
    requireNonNull(partsName, "partsName");
    requireNonNull(supportPartsName, "supportPartsName");
    requireNonNull(plantName, "plantName");
    requireNonNull(openPlantId, "openPlantId");
    requireNonNull(operatorName, "operatorName");
    requireNonNull(openOperatorId, "openOperatorId");
    requireNonNull(amountUnit, "amountUnit");
    requireNonNull(emissionUnit, "emissionUnit");
    requireNonNull(pre, "pre");
    requireNonNull(main, "main");
    leftOut = List.copyOf(leftOut);
  }

  /** What a stage emits that Ouranos has no place for, in full. */
  public record LeftOut(Stage stage, BigDecimal emission) {
    public LeftOut {
      requireNonNull(stage, "stage");
      emission = plain(emission);
    }

    /** Such as {@code distribution 150}. */
    String text() {
      return stage.jsonName() + " " + emission.toPlainString();
    }
  }

  /** 原材料取得及び前処理 or 主な製造. */
  public record ProcessFigures(
      BigDecimal production, BigDecimal component, Optional<Representativeness> rating) {
    public ProcessFigures {
      production = roundedUp(production);
      component = roundedUp(component);
      rating =
          rating.map(
              it ->
                  new Representativeness(
                      roundedUp(it.ter()), roundedUp(it.tir()), roundedUp(it.ger())));
    }

    BigDecimal total() {
      return production.add(component);
    }

    /** The mean of the three, rounded up again. */
    Optional<BigDecimal> dqr() {
      return rating.map(
          it ->
              plain(it.ter().add(it.tir()).add(it.ger()).divide(THREE, DECIMALS, RoundingMode.UP)));
    }
  }

  BigDecimal total() {
    return pre.total().add(main.total());
  }

  /** Ouranos' rule for whoever sends: the sixth decimal goes up. */
  static BigDecimal roundedUp(BigDecimal number) {
    return plain(number.setScale(DECIMALS, RoundingMode.UP));
  }

  /** Without trailing zeros and without exponent. */
  static BigDecimal plain(BigDecimal number) {
    return new BigDecimal(number.stripTrailingZeros().toPlainString());
  }
}
