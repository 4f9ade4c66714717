package org.cfptrace.aggregator.disclose.cbam;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cfptrace.aggregator.disclose.cbam.CbamFacts.Electricity;
import org.cfptrace.aggregator.disclose.cbam.CbamFacts.Good;
import org.cfptrace.aggregator.disclose.cbam.CbamOptions.Alloys;
import org.cfptrace.aggregator.disclose.cbam.CbamOptions.GoodStatement;
import org.cfptrace.aggregator.steel.EnergyFlows;
import org.cfptrace.aggregator.steel.Output;
import org.cfptrace.aggregator.steel.ProcessResult;
import org.cfptrace.aggregator.steel.Scrap;
import org.cfptrace.aggregator.steel.SteelResult;
import org.cfptrace.aggregator.steel.TonnesCo2e;
import org.cfptrace.footprint.Fraction;

/** The goods of a calculation that are reported, one for each process and CN code. */
final class ReportedGoods {
  private static final int MASS_DECIMALS = 9;

  private final SteelResult result;
  private final CbamOptions options;

  ReportedGoods(SteelResult result, CbamOptions options) {
    this.result = result;
    this.options = options;
  }

  List<Good> goods() {
    Map<String, BigDecimal> leftToShare = new LinkedHashMap<>();
    List<Good> goods = new ArrayList<>();
    for (ProcessResult process : result.processes()) {
      for (Map.Entry<String, BigDecimal> made : made(process).entrySet()) {
        if (options.cnCodes().isEmpty() || options.cnCodes().contains(made.getKey())) {
          goods.add(
              good(
                  process,
                  made.getKey(),
                  netMass(process, made.getKey(), made.getValue(), leftToShare)));
        }
      }
    }
    return goods;
  }

  /** Tonnes made of each CN code in the process. */
  private static Map<String, BigDecimal> made(ProcessResult process) {
    Map<String, BigDecimal> made = new LinkedHashMap<>();
    for (Output output : process.process().outputs()) {
      made.merge(output.code().digits(), output.made().value(), BigDecimal::add);
    }
    return made;
  }

  /** Tonnes of a CN code that the installation has made in all its processes. */
  static BigDecimal madeOf(SteelResult result, String cn) {
    return result.processes().stream()
        .map(process -> made(process).getOrDefault(cn, BigDecimal.ZERO))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /**
   * Where an importer asked for a mass, its part by what each process made of the code, the last
   * process taking what rounding left.
   */
  private Optional<BigDecimal> netMass(
      ProcessResult process, String cn, BigDecimal made, Map<String, BigDecimal> leftToShare) {
    Optional<BigDecimal> requested = statement(cn).requestedMass();
    if (requested.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal left = leftToShare.getOrDefault(cn, requested.get());
    BigDecimal part =
        isLastThatMakes(process, cn)
            ? left
            : new Fraction(requested.get().multiply(made), madeOf(result, cn))
                .rounded(MASS_DECIMALS, RoundingMode.DOWN);
    leftToShare.put(cn, left.subtract(part));
    return Optional.of(part);
  }

  private boolean isLastThatMakes(ProcessResult process, String cn) {
    List<ProcessResult> makers =
        result.processes().stream().filter(it -> made(it).containsKey(cn)).toList();
    return makers.get(makers.size() - 1).equals(process);
  }

  private Good good(ProcessResult result, String cn, Optional<BigDecimal> netMass) {
    var process = result.process();
    Scrap scrap = process.scrap();
    return new Good(
        process.name(),
        process.good(),
        process.takes(),
        cn,
        result.emissions().direct(),
        result.emissions().indirect(),
        result.shareByDefault(),
        process.good().countsIndirect() ? electricity(result) : Optional.empty(),
        result.scrapPerTonne(),
        scrap.consumed().value().signum() == 0
            ? Optional.empty()
            : Optional.of(
                new Fraction(scrap.preConsumer().value(), scrap.consumed().value()).reduced()),
        netMass,
        statement(cn));
  }

  private static Optional<Electricity> electricity(ProcessResult result) {
    EnergyFlows flows = result.process().flows();
    if (flows.electricityConsumed().isEmpty()) {
      return Optional.empty();
    }
    TonnesCo2e all = result.attributed().indirect();
    return Optional.of(
        new Electricity(
            result.electricityPerTonne(),
            all.value().dividedBy(flows.consumed().value()).reduced(),
            flows.electricityConsumed().stream()
                .map(EnergyFlows.Electricity::source)
                .distinct()
                .collect(Collectors.joining("; "))));
  }

  private GoodStatement statement(String cn) {
    return options.goods().stream()
        .filter(good -> good.cn().equals(cn))
        .findFirst()
        .orElseGet(
            () ->
                new GoodStatement(
                    cn,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Alloys.UNKNOWN));
  }
}
