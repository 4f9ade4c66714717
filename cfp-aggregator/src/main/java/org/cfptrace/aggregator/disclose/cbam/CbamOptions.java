package org.cfptrace.aggregator.disclose.cbam;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cfptrace.footprint.Period;

/**
 * What an officer states beside the calculation. A list that may be missing is empty where the
 * officer says that there is nothing, and missing where nothing was said: the two are never mixed.
 *
 * @param cnCodes the goods to report, 8 digits each; all goods of the installation where empty
 */
public record CbamOptions(
    List<String> cnCodes,
    Operator operator,
    Site site,
    Optional<Verifier> verifier,
    List<GoodStatement> goods,
    List<OriginStatement> precursors,
    Optional<List<CarbonPrice>> carbonPrices,
    Optional<List<Capture>> captures,
    Optional<OwnElectricity> ownElectricity,
    Exchange exchange) {
  public CbamOptions {
    cnCodes = List.copyOf(cnCodes);
    requireNonNull(operator, "operator");
    requireNonNull(site, "site");
    requireNonNull(verifier, "verifier");
    goods = List.copyOf(goods);
    precursors = List.copyOf(precursors);
    carbonPrices = carbonPrices.map(List::copyOf);
    captures = captures.map(List::copyOf);
    requireNonNull(ownElectricity, "ownElectricity");
    requireNonNull(exchange, "exchange");
  }

  /**
   * Who runs the installation.
   *
   * @param localName as it is written at home, such as 例示製鉄株式会社
   * @param cbamId in the CBAM registry
   * @param bpnl business partner number of the Catena-X network
   */
  public record Operator(
      Optional<String> name,
      Optional<String> localName,
      Optional<String> registrationNumber,
      Optional<Address> address,
      Optional<String> cbamId,
      Optional<String> bpnl,
      Optional<String> email) {}

  /**
   * The installation, as the CBAM registry knows it.
   *
   * @param name in English; the calculation's own name where it is missing
   * @param latitude of the main emission source, degrees
   * @param longitude of the main emission source, degrees
   */
  public record Site(
      Optional<String> name,
      Optional<String> cbamId,
      Optional<String> unLocode,
      Optional<Address> address,
      Optional<BigDecimal> latitude,
      Optional<BigDecimal> longitude,
      Optional<String> plot) {}

  /** Whose report stands behind the figures; this software gives no assurance of its own. */
  public record Verifier(
      String reportId,
      String name,
      String accreditation,
      Period period,
      String scope,
      Optional<LocalDate> completedOn) {}

  /**
   * What is stated of one good.
   *
   * @param cnName the text of the Combined Nomenclature
   * @param freeAllocation specific embedded free allocation, t CO2e/t
   * @param benchmarksConfirmed that the benchmarks behind it were the right ones
   * @param indirectActualShare how much of its indirect emissions rests on actual data, 0 to 1
   * @param indirectConfirmation what the operator confirms of that
   * @param requestedMass what the importer asked for, t
   */
  public record GoodStatement(
      String cn,
      Optional<String> cnName,
      Optional<String> productName,
      Optional<BigDecimal> freeAllocation,
      Optional<Boolean> benchmarksConfirmed,
      Optional<BigDecimal> indirectActualShare,
      Optional<String> indirectConfirmation,
      Optional<BigDecimal> requestedMass,
      Alloys alloys) {}

  /** Alloying elements, percent by mass. */
  public record Alloys(
      Optional<BigDecimal> manganese,
      Optional<BigDecimal> chromium,
      Optional<BigDecimal> nickel,
      Optional<BigDecimal> other) {
    public static final Alloys UNKNOWN =
        new Alloys(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * Where a purchased precursor was made.
   *
   * @param purchase its id in the calculation
   */
  public record OriginStatement(
      String purchase, Optional<String> operator, Optional<String> installation) {}

  /** A carbon price paid in the country of origin, per tonne of CO2e. */
  public record CarbonPrice(
      String instrument, String legalAct, BigDecimal amount, String currency, String country) {}

  /** CO2 that was captured and handed on, t. */
  public record Capture(BigDecimal tonnes, String receiver) {}

  /** Electricity the installation made itself, MWh; missing is not zero. */
  public record OwnElectricity(
      Optional<BigDecimal> combinedHeatAndPower,
      Optional<BigDecimal> separate,
      Optional<BigDecimal> fossil,
      Optional<BigDecimal> renewable,
      Optional<BigDecimal> exported) {}

  /** Who asks whom, for the Catena-X response. */
  public record Exchange(
      List<CompanyId> requesting, List<CompanyId> responding, List<CompanyId> documents) {
    public Exchange {
      requesting = List.copyOf(requesting);
      responding = List.copyOf(responding);
      documents = List.copyOf(documents);
    }
  }

  /** A named number, such as {@code BPNL} and its value. */
  public record CompanyId(String key, String value) {}
}
