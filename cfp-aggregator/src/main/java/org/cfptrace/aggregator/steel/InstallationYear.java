package org.cfptrace.aggregator.steel;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.cfptrace.footprint.Period;

/**
 * Everything a calculation starts from: what one installation did in one calendar year.
 *
 * @param period inside that year
 */
public record InstallationYear(
    InstallationId installation,
    ReportingYear year,
    String name,
    CountryCode country,
    Period period,
    List<Purchase> purchases,
    List<ProductionProcess> processes) {
  public InstallationYear {
    requireNonNull(installation, "installation");
    requireNonNull(year, "year");
    requireNonNull(name, "name");
    requireNonNull(country, "country");
    requireNonNull(period, "period");
    purchases = List.copyOf(purchases);
    processes = List.copyOf(processes);
  }

  Optional<ProductionProcess> process(ProcessId id) {
    return processes.stream().filter(process -> process.id().equals(id)).findFirst();
  }

  Optional<Purchase> purchase(PurchaseId id) {
    return purchases.stream().filter(purchase -> purchase.id().equals(id)).findFirst();
  }
}
