package org.cfptrace.aggregator.vehicle;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.aggregator.query.Contribution;
import org.cfptrace.aggregator.query.Explosion;
import org.cfptrace.aggregator.query.Tree;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.rollup.Footprint;
import org.cfptrace.rollup.LineResult;

/** The footprint of one vehicle, cradle to gate, divided as vehicle makers do. */
public final class VehicleFootprint {
  private final VehicleModel model;
  private final Tree tree;
  private final List<Contribution> contributions;
  private final KgCo2e rounding;

  /**
   * @param tree the vehicle with everything beneath it; its unit is one piece
   */
  public VehicleFootprint(VehicleModel model, Tree tree) {
    this.model = requireNonNull(model, "model");
    this.tree = requireNonNull(tree, "tree");
    Explosion explosion = Explosion.of(tree);
    this.contributions = explosion.contributions();
    this.rounding = explosion.roundingExcl();
  }

  /** What a vehicle's emissions are divided into. */
  public enum Share {
    /** With a supplier's own figure. */
    PARTS,
    /** Estimated: materials and energy with emission factors, and what stands in for a supplier. */
    WITHOUT_SUPPLIER_DATA,
    /** Inbound transport, as a lump or by ton-kilometres. */
    INBOUND_LOGISTICS,
    /** What the maker itself emits, gate to gate. */
    OWN_PLANTS
  }

  public VehicleModel model() {
    return model;
  }

  public Footprint footprint() {
    return tree.footprint();
  }

  /** The vehicle as it is built and bought. */
  public Tree tree() {
    return tree;
  }

  /** The total; without biogenic uptake, as for everything that is declared. */
  public KgCo2e perVehicle() {
    return footprint().total().exclBiogenicUptake();
  }

  /** Per kilogram of the vehicle. */
  public Fraction perKilogram() {
    return Fraction.of(perVehicle().value()).dividedBy(model.massKilograms());
  }

  /** Per kilometre of its life; the use phase is not in it. */
  public Fraction perKilometre() {
    return Fraction.of(perVehicle().value()).dividedBy(model.lifetimeKilometres());
  }

  /** Without biogenic uptake, by share; they add up to the total with {@link #rounding}. */
  public Map<Share, KgCo2e> shares() {
    Map<Share, KgCo2e> shares = new EnumMap<>(Share.class);
    for (Share share : Share.values()) {
      shares.put(share, KgCo2e.ZERO);
    }
    for (Contribution each : contributions) {
      shares.merge(share(each), each.emissions().exclBiogenicUptake(), KgCo2e::plus);
    }
    return shares;
  }

  /** What the shares leave over of the total; far below a microgram. */
  public KgCo2e rounding() {
    return rounding;
  }

  /**
   * What comes in through the lines of the traction battery, without biogenic uptake; empty where
   * the vehicle, as it is built, has none of these lines.
   */
  public Optional<KgCo2e> battery() {
    return batteryLines().stream()
        .map(line -> line.contribution().exclBiogenicUptake())
        .reduce(KgCo2e::plus);
  }

  /** Whether there is a battery, and all of it counts. */
  public boolean isBatteryComplete() {
    return battery().isPresent() && batteryLines().stream().allMatch(LineResult::isComplete);
  }

  private List<LineResult> batteryLines() {
    return footprint().lines().stream()
        .filter(line -> model.batteryLines().contains(line.line().lineId().value()))
        .toList();
  }

  /** The largest sources, the largest first. */
  public List<Contribution> largest(int most) {
    return contributions.stream()
        .filter(each -> !each.isMissing())
        .sorted(
            Comparator.comparing((Contribution each) -> each.emissions().exclBiogenicUptake().abs())
                .reversed())
        .limit(most)
        .toList();
  }

  /** Every source of the vehicle. */
  public List<Contribution> contributions() {
    return contributions;
  }

  /** Into which share a source falls. */
  public static Share share(Contribution each) {
    return switch (each.kind()) {
      case OWN -> Share.OWN_PLANTS;
      case TRANSPORT -> Share.INBOUND_LOGISTICS;
      case ESTIMATE -> isFreight(each) ? Share.INBOUND_LOGISTICS : Share.WITHOUT_SUPPLIER_DATA;
      case SUPPLIER -> each.origin().isEstimate() ? Share.WITHOUT_SUPPLIER_DATA : Share.PARTS;
      // Without a figure: it brings nothing.
      case ASSEMBLY -> Share.OWN_PLANTS;
    };
  }

  /** Freight by weight and distance, with an emission factor. */
  private static boolean isFreight(Contribution estimate) {
    return estimate
        .line()
        .filter(line -> line.line().netAmount().unit() == DeclaredUnit.TON_KILOMETER)
        .isPresent();
  }

  /** A number of digits after the point, for what does not end. */
  public static BigDecimal shown(Fraction fraction) {
    return fraction.rounded(9, RoundingMode.HALF_UP).stripTrailingZeros();
  }
}
