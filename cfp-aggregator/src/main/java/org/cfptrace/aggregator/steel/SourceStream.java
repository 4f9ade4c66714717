package org.cfptrace.aggregator.steel;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.footprint.Share;

/**
 * A fuel or material through which carbon goes into or out of a process, and what is emitted of it:
 * by a balance of carbon, by burning, or by a reaction (Implementing Regulation (EU) 2025/2547).
 */
public sealed interface SourceStream {
  /** What it is called in the installation. */
  String name();

  /** What it adds to the direct emissions of its process; below zero for carbon that leaves. */
  TonnesCo2e emissions();

  /** The multiplication in symbols that need no language. */
  String formula();

  /** Which way a material goes; amounts are always above zero. */
  enum Direction {
    IN,
    OUT
  }

  /** Carbon by balance: Em = f × AD × CC, less what leaves, all in one sum. */
  record MassBalance(
      String name, Direction direction, Tonnes amount, CarbonContent carbon, Share zeroRated)
      implements SourceStream {
    public MassBalance {
      requireNonNull(name, "name");
      requireNonNull(direction, "direction");
      requireNonNull(carbon, "carbon");
      requireNonNull(zeroRated, "zeroRated");
      amount.aboveZero("an amount");
    }

    @Override
    public TonnesCo2e emissions() {
      TonnesCo2e carried = carbon.fossil(zeroRated).in(amount).asCo2e();
      return direction == Direction.IN ? carried : carried.negated();
    }

    @Override
    public String formula() {
      return (direction == Direction.IN ? "" : "−")
          + amount
          + " × "
          + carbon
          + fossilPart(zeroRated)
          + " × "
          + TonnesCarbon.CO2_PER_CARBON
          + " t CO2/t C";
    }
  }

  /** What is burnt: Em = AD × NCV × EF × OF. */
  record Combustion(
      String name,
      Activity activity,
      CalorificValue calorificValue,
      EmissionFactor factor,
      Share oxidation,
      Share zeroRated)
      implements SourceStream {
    public Combustion {
      requireNonNull(name, "name");
      requireNonNull(oxidation, "oxidation");
      requireNonNull(zeroRated, "zeroRated");
      factor.mustBePer(EmissionFactor.Per.TERAJOULE);
      activity.energy(calorificValue);
    }

    @Override
    public TonnesCo2e emissions() {
      return activity
          .energy(calorificValue)
          .times(factor)
          .times(Fraction.of(oxidation.value()))
          .times(Fraction.of(BigDecimal.ONE.subtract(zeroRated.value())));
    }

    @Override
    public String formula() {
      return activity
          + " × "
          + calorificValue
          + " × "
          + factor
          + " × OF "
          + oxidation
          + fossilPart(zeroRated);
    }
  }

  /** What a reaction sets free: Em = AD × EF × CF. */
  record ProcessEmission(String name, Activity activity, EmissionFactor factor, Share conversion)
      implements SourceStream {
    public ProcessEmission {
      requireNonNull(name, "name");
      requireNonNull(conversion, "conversion");
      factor.mustBePer(activity.unit().factorUnit());
    }

    @Override
    public TonnesCo2e emissions() {
      return new TonnesCo2e(
          Fraction.of(activity.amount().multiply(factor.tonnesCo2e())).times(conversion.value()));
    }

    @Override
    public String formula() {
      return activity + " × " + factor + " × CF " + conversion;
    }
  }

  private static String fossilPart(Share zeroRated) {
    return zeroRated.isZero() ? "" : " × (1 − " + zeroRated + ")";
  }
}
