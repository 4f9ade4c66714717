package org.cfptrace.aggregator.disclose.cbam;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.cbam.CbamOptions.Capture;
import org.cfptrace.aggregator.disclose.cbam.CbamOptions.CarbonPrice;
import org.cfptrace.aggregator.disclose.cbam.CbamOptions.Exchange;
import org.cfptrace.aggregator.disclose.cbam.CbamOptions.GoodStatement;
import org.cfptrace.aggregator.disclose.cbam.CbamOptions.Operator;
import org.cfptrace.aggregator.disclose.cbam.CbamOptions.OwnElectricity;
import org.cfptrace.aggregator.disclose.cbam.CbamOptions.Site;
import org.cfptrace.aggregator.disclose.cbam.CbamOptions.Verifier;
import org.cfptrace.aggregator.steel.GoodsCategory;
import org.cfptrace.aggregator.steel.SteelRoute;
import org.cfptrace.aggregator.steel.ValueBasis;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.footprint.Period;

/**
 * All that the files of one installation and year say: no source streams, no amounts of precursors.
 *
 * @param installationName as the calculation calls it
 * @param chosen only some goods are reported, and only the processes and precursors behind them
 * @param direct of all processes of the installation, t CO2e
 * @param indirect of the electricity of its goods outside of Annex II, t CO2e
 */
public record CbamFacts(
    Calculation calculation,
    String installationId,
    String installationName,
    String country,
    int year,
    Period period,
    boolean chosen,
    Operator operator,
    Site site,
    Optional<Verifier> verifier,
    List<ProcessFacts> processes,
    List<Good> goods,
    Fraction direct,
    Fraction indirect,
    Energy energy,
    List<Precursor> precursors,
    Optional<List<CarbonPrice>> carbonPrices,
    Optional<List<Capture>> captures,
    Optional<OwnElectricity> ownElectricity,
    Exchange exchange,
    List<Estimate> estimates,
    List<String> notes) {
  public CbamFacts {
    requireNonNull(calculation, "calculation");
    requireNonNull(installationId, "installationId");
    requireNonNull(installationName, "installationName");
    requireNonNull(country, "country");
    requireNonNull(period, "period");
    requireNonNull(operator, "operator");
    requireNonNull(site, "site");
    requireNonNull(verifier, "verifier");
    processes = List.copyOf(processes);
    goods = List.copyOf(goods);
    requireNonNull(direct, "direct");
    requireNonNull(indirect, "indirect");
    requireNonNull(energy, "energy");
    precursors = List.copyOf(precursors);
    carbonPrices = carbonPrices.map(List::copyOf);
    captures = captures.map(List::copyOf);
    requireNonNull(ownElectricity, "ownElectricity");
    requireNonNull(exchange, "exchange");
    estimates = List.copyOf(estimates);
    notes = List.copyOf(notes);
  }

  /** The installation's name in English: as stated, or its own where that is in Latin letters. */
  public Optional<String> englishName() {
    return site.name().or(() -> Optional.of(installationName).filter(Latin::holds));
  }

  /** Its name in English, or else as it is written at home. */
  public String shownName() {
    return englishName().orElse(installationName);
  }

  /** Net mass of all goods in the files, t, where it was asked for of each. */
  public Optional<BigDecimal> mass() {
    return goods.stream().allMatch(good -> good.netMass().isPresent())
        ? Optional.of(
            goods.stream()
                .flatMap(good -> good.netMass().stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        : Optional.empty();
  }

  /** Which calculation the figures are of. */
  public record Calculation(
      long version, Instant savedAt, String inputSha256, String defaultValues) {}

  /**
   * A production process.
   *
   * @param direct attributed to it, t CO2e
   * @param indirect of the electricity it consumed, where its good counts it
   */
  public record ProcessFacts(
      String name,
      GoodsCategory category,
      Optional<SteelRoute> route,
      List<String> cnCodes,
      Fraction direct,
      Optional<Fraction> indirect) {
    public ProcessFacts {
      cnCodes = List.copyOf(cnCodes);
    }
  }

  /**
   * A good of one CN code of one process.
   *
   * @param direct specific, t CO2e/t
   * @param indirect specific, t CO2e/t: of the good itself where it counts electricity, else what
   *     it inherits from precursors outside of Annex II
   * @param electricity what it consumed itself, where its good counts that
   * @param scrap t per t
   * @param preConsumerScrap the part of the scrap, where there is any
   * @param netMass t, its part of what was asked for; what was made is told to nobody
   */
  public record Good(
      String process,
      GoodsCategory category,
      Optional<SteelRoute> route,
      String cn,
      Fraction direct,
      Fraction indirect,
      Fraction shareByDefault,
      Optional<Electricity> electricity,
      Fraction scrap,
      Optional<Fraction> preConsumerScrap,
      Optional<BigDecimal> netMass,
      GoodStatement statement) {
    public Fraction total() {
      return direct.plus(indirect);
    }
  }

  /**
   * Electricity per tonne of a good.
   *
   * @param perTonne MWh/t
   * @param factor t CO2e/MWh, the mean of all sources
   */
  public record Electricity(Fraction perTonne, Fraction factor, String source) {}

  /**
   * What the installation's data say of energy.
   *
   * @param produced electricity produced, MWh
   */
  public record Energy(
      List<Heat> heat, List<Fuel> zeroRated, List<WasteGas> wasteGases, BigDecimal produced) {
    public Energy {
      heat = List.copyOf(heat);
      zeroRated = List.copyOf(zeroRated);
      wasteGases = List.copyOf(wasteGases);
    }
  }

  /** Measurable heat over the border of a process. */
  public record Heat(String process, boolean imported, BigDecimal terajoules, BigDecimal factor) {}

  /** A fuel or material of which a part is zero-rated. */
  public record Fuel(String process, String name, BigDecimal zeroRatedShare) {}

  /** Waste gas over the border of a process. */
  public record WasteGas(String process, boolean imported, BigDecimal amount, String unit) {}

  /**
   * A purchased precursor of the reported goods.
   *
   * @param basis ACTUAL, DEFAULT or EXEMPTED_ORIGIN
   * @param period in which it was made, where its maker says so
   * @param installation of origin
   * @param operator of that installation
   * @param defaultRow the published row, where a default value counts
   */
  public record Precursor(
      String purchase,
      String name,
      String cn,
      String country,
      ValueBasis basis,
      Fraction direct,
      Fraction indirect,
      Optional<Period> period,
      Optional<String> installation,
      Optional<String> operator,
      Optional<String> defaultRow) {
    public Fraction total() {
      return direct.plus(indirect);
    }
  }

  /**
   * What certificates may have to cover on the default path.
   *
   * @param defaultValue published for CN code, country and year, t CO2e/t
   * @param benchmark t CO2e/t
   * @param cbamFactor the free share of the year
   * @param freeAllocation factor × benchmark
   * @param toBeCovered max(0, default value − free allocation)
   */
  public record Estimate(
      String cn,
      String row,
      Fraction defaultValue,
      Fraction benchmark,
      BigDecimal cbamFactor,
      Fraction freeAllocation,
      Fraction toBeCovered) {}
}
