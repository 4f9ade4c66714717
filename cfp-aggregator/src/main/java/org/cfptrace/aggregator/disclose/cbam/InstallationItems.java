package org.cfptrace.aggregator.disclose.cbam;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.cbam.CbamOptions.Operator;
import org.cfptrace.aggregator.disclose.cbam.CbamOptions.Site;
import org.cfptrace.aggregator.disclose.cbam.SummaryItem.Fact;
import org.cfptrace.aggregator.disclose.cbam.SummaryItem.Part;
import org.cfptrace.aggregator.disclose.cbam.SummaryItem.Rows;
import org.cfptrace.aggregator.steel.GoodsCategory;
import org.cfptrace.aggregator.steel.SteelRoute;

/** Items 1 to 3: who, where, and what is made how. */
final class InstallationItems {
  private InstallationItems() {}

  static List<SummaryItem> of(CbamFacts facts) {
    return List.of(operator(facts.operator()), installation(facts), processes(facts));
  }

  private static SummaryItem operator(Operator operator) {
    List<Part> parts = new ArrayList<>();
    parts.add(Fact.text("name", "name", operator.name()));
    operator.localName().ifPresent(name -> parts.add(Fact.of("localName", "local name", name)));
    parts.add(
        Fact.text("registrationNumber", "registration number", operator.registrationNumber()));
    parts.addAll(address(operator.address()));
    return SummaryItem.of(1, "operator", "Operator", "", parts);
  }

  private static SummaryItem installation(CbamFacts facts) {
    Site site = facts.site();
    List<Part> parts = new ArrayList<>();
    Optional<String> english = facts.englishName();
    parts.add(Fact.text("name", "name", english));
    if (!english.equals(Optional.of(facts.installationName()))) {
      parts.add(Fact.of("localName", "local name", facts.installationName()));
    }
    parts.add(Fact.text("registryId", "CBAM registry id", site.cbamId()));
    parts.add(Fact.text("unLocode", "UN/LOCODE", site.unLocode()));
    parts.addAll(address(site.address()));
    site.plot()
        .ifPresent(plot -> parts.add(Fact.of("plotOrParcel", "plot or parcel number", plot)));
    parts.add(degrees("latitude", "latitude of the main emission source", site.latitude()));
    parts.add(degrees("longitude", "longitude of the main emission source", site.longitude()));
    return SummaryItem.of(2, "installation", "Installation", "", parts);
  }

  private static SummaryItem processes(CbamFacts facts) {
    List<List<Fact>> rows =
        facts.processes().stream()
            .map(
                process ->
                    List.of(
                        Fact.of("process", "production process", process.name()),
                        category(process.category()),
                        route(process.route()),
                        Fact.of("cnCodes", "CN codes", String.join(", ", process.cnCodes()))))
            .toList();
    return SummaryItem.of(
        3,
        "productionProcesses",
        "Production processes, routes and goods",
        facts.chosen() ? "processes behind the goods of this report; there may be others" : "",
        List.of(new Rows("processes", "production processes", rows)));
  }

  private static List<Part> address(Optional<Address> address) {
    List<Part> parts = new ArrayList<>();
    parts.add(Fact.text("street", "street", address.map(Address::street)));
    parts.add(Fact.text("city", "city", address.map(Address::city)));
    address
        .flatMap(Address::postcode)
        .ifPresent(postcode -> parts.add(Fact.of("postcode", "postcode", postcode)));
    parts.add(Fact.text("country", "country", address.map(Address::country)));
    return parts;
  }

  private static Fact degrees(String name, String label, Optional<BigDecimal> degrees) {
    return Fact.figure(name, label, degrees.map(Figures::tidy));
  }

  static Fact category(GoodsCategory category) {
    return Fact.of("category", "aggregated goods category", category.en());
  }

  static Fact route(Optional<SteelRoute> route) {
    return Fact.of(
        "route", "production route", route.map(SteelRoute::en).orElse("none for this category"));
  }
}
