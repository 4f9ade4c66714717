package org.cfptrace.aggregator.battery;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.Stage;

/**
 * The Circular Footprint Formula of the PEF method, for the material of one battery, in its two
 * halves: raw material, and end of life with its burdens and credits apart. All arithmetic is
 * exact; amounts are kilograms of CO2-equivalent for the material as a whole, so whoever has them
 * per kilogram multiplies with {@link #times}.
 *
 * @param a how burdens and credits of recycling are shared between who gives and who takes
 * @param b the same for energy recovery
 * @param r1 share of recycled material that goes in
 * @param r2 share of material that is recycled afterwards
 * @param r3 share of material that is burnt for energy afterwards
 * @param ev virgin material
 * @param erec recycling of what goes in, including collection and sorting
 * @param erecEol recycling afterwards
 * @param evSubstituted virgin material that recycled material takes the place of (E*v)
 * @param qualityIn quality of recycled over virgin material going in (Qsin ÷ Qp)
 * @param qualityOut the same coming out (Qsout ÷ Qp)
 * @param energy what burning it emits and saves
 * @param ed disposal of the rest
 */
public record CircularFootprint(
    BigDecimal a,
    BigDecimal b,
    BigDecimal r1,
    BigDecimal r2,
    BigDecimal r3,
    BigDecimal ev,
    BigDecimal erec,
    BigDecimal erecEol,
    BigDecimal evSubstituted,
    BigDecimal qualityIn,
    BigDecimal qualityOut,
    EnergyRecovery energy,
    BigDecimal ed) {

  /**
   * Energy recovery of the material.
   *
   * @param eer what it emits
   * @param lowerHeatingValue energy in the material (LHV)
   * @param heatEfficiency and {@code electricityEfficiency}: how much of it becomes heat and
   *     electricity (XER)
   * @param heat and {@code electricity}: emissions of the energy it takes the place of (ESE)
   */
  public record EnergyRecovery(
      BigDecimal eer,
      BigDecimal lowerHeatingValue,
      BigDecimal heatEfficiency,
      BigDecimal heat,
      BigDecimal electricityEfficiency,
      BigDecimal electricity) {
    public static final EnergyRecovery NONE =
        new EnergyRecovery(
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO);

    public EnergyRecovery {
      notNegative("EER", eer);
      notNegative("LHV", lowerHeatingValue);
      share("XERheat", heatEfficiency);
      notNegative("ESEheat", heat);
      share("XERelec", electricityEfficiency);
      notNegative("ESEelec", electricity);
    }

    BigDecimal saved() {
      return lowerHeatingValue.multiply(
          heatEfficiency.multiply(heat).add(electricityEfficiency.multiply(electricity)));
    }

    private EnergyRecovery times(BigDecimal factor) {
      return new EnergyRecovery(
          eer.multiply(factor),
          lowerHeatingValue.multiply(factor),
          heatEfficiency,
          heat,
          electricityEfficiency,
          electricity);
    }
  }

  public CircularFootprint {
    share("A", a);
    share("B", b);
    share("R1", r1);
    share("R2", r2);
    share("R3", r3);
    share("R2 + R3", r2.add(r3));
    notNegative("Ev", ev);
    notNegative("Erec", erec);
    notNegative("ErecEoL", erecEol);
    notNegative("E*v", evSubstituted);
    notNegative("Qsin/Qp", qualityIn);
    notNegative("Qsout/Qp", qualityOut);
    requireNonNull(energy, "energy");
    notNegative("ED", ed);
  }

  /** The same material, this many times as much. */
  public CircularFootprint times(BigDecimal factor) {
    return new CircularFootprint(
        a,
        b,
        r1,
        r2,
        r3,
        ev.multiply(factor),
        erec.multiply(factor),
        erecEol.multiply(factor),
        evSubstituted.multiply(factor),
        qualityIn,
        qualityOut,
        energy.times(factor),
        ed.multiply(factor));
  }

  /** {@code (1−R1)·Ev + R1·(A·Erec + (1−A)·Ev·Qsin/Qp)}. */
  public KgCo2e rawMaterial() {
    BigDecimal recycled = a.multiply(erec).add(rest(a).multiply(ev).multiply(qualityIn));
    return new KgCo2e(rest(r1).multiply(ev).add(r1.multiply(recycled)));
  }

  /** {@code (1−A)·R2·ErecEoL + (1−B)·R3·EER + (1−R2−R3)·ED}. */
  public KgCo2e endOfLifeBurdens() {
    return new KgCo2e(
        rest(a)
            .multiply(r2)
            .multiply(erecEol)
            .add(rest(b).multiply(r3).multiply(energy.eer()))
            .add(rest(r2.add(r3)).multiply(ed)));
  }

  /**
   * What recycled material and recovered energy save elsewhere, as a number that is not negative:
   * {@code (1−A)·R2·E*v·Qsout/Qp + (1−B)·R3·LHV·(XERheat·ESEheat + XERelec·ESEelec)}.
   */
  public KgCo2e endOfLifeCredits() {
    return new KgCo2e(
        rest(a)
            .multiply(r2)
            .multiply(evSubstituted)
            .multiply(qualityOut)
            .add(rest(b).multiply(r3).multiply(energy.saved())));
  }

  /** Burdens less credits; negative where more is saved than emitted. */
  public KgCo2e endOfLife() {
    return endOfLifeBurdens().minus(endOfLifeCredits());
  }

  public KgCo2e total() {
    return rawMaterial().plus(endOfLife());
  }

  /**
   * The raw-material half as the battery's emissions. The data sets behind it are of fossil CO2e.
   */
  public Emissions rawMaterialEmissions() {
    return Emissions.of(Stage.RAW_MATERIAL, EmissionAccount.FOSSIL, rawMaterial());
  }

  /** The end-of-life half as the battery's own emissions: burdens and credits in their accounts. */
  public Emissions endOfLifeEmissions() {
    return Emissions.of(Stage.END_OF_LIFE, EmissionAccount.FOSSIL, endOfLifeBurdens())
        .and(Stage.END_OF_LIFE, EmissionAccount.END_OF_LIFE_CREDIT, endOfLifeCredits().negated());
  }

  private static BigDecimal rest(BigDecimal share) {
    return BigDecimal.ONE.subtract(share);
  }

  private static void share(String name, BigDecimal value) {
    if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException(name + " lies between 0 and 1, got " + value);
    }
  }

  private static void notNegative(String name, BigDecimal value) {
    if (value.signum() < 0) {
      throw new IllegalArgumentException(name + " is not negative, got " + value);
    }
  }
}
