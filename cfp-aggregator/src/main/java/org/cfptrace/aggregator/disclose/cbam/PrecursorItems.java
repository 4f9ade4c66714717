package org.cfptrace.aggregator.disclose.cbam;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cfptrace.aggregator.disclose.cbam.CbamFacts.Precursor;
import org.cfptrace.aggregator.disclose.cbam.SummaryItem.Fact;
import org.cfptrace.aggregator.disclose.cbam.SummaryItem.Part;
import org.cfptrace.aggregator.disclose.cbam.SummaryItem.Rows;
import org.cfptrace.aggregator.steel.ValueBasis;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.footprint.Period;

/** Items 12 to 16: purchased precursors, what they carry and where they were made. */
final class PrecursorItems {
  static final String EXEMPTED =
      "of a member state or a country exempted by Annex III of Regulation (EU) 2023/956: outside of"
          + " the mechanism, so zero is legitimate";
  static final String NO_MEAN =
      "no mean is formed: each mass consumed counts with the value of its own installation of"
          + " origin";

  private PrecursorItems() {}

  static List<SummaryItem> of(CbamFacts facts) {
    List<Precursor> actual = of(facts, ValueBasis.ACTUAL);
    return List.of(
        byDefault(of(facts, ValueBasis.DEFAULT)),
        byActual(actual, of(facts, ValueBasis.EXEMPTED_ORIGIN)),
        ofOtherPeriods(
            actual.stream()
                .filter(it -> !it.period().equals(Optional.of(facts.period())))
                .toList()),
        ofSeveralInstallations(several(actual)),
        origins(facts.precursors()));
  }

  private static SummaryItem byDefault(List<Precursor> precursors) {
    return rows(
        12,
        "precursorsByDefault",
        "Precursors with default values",
        "no precursor rests on a default value",
        "",
        precursors,
        it ->
            List.of(
                see("defaultValue", "default value, t CO2e/t", it.total()),
                see("direct", "of it direct", it.direct()),
                see("indirect", "of it indirect", it.indirect()),
                Fact.text("source", "source", it.defaultRow())));
  }

  private static SummaryItem byActual(List<Precursor> actual, List<Precursor> exempted) {
    String name = "precursorsByActual";
    String title = "Precursors with actual values";
    if (actual.isEmpty() && exempted.isEmpty()) {
      return SummaryItem.notApplicable(13, name, title, "no precursor has an actual value");
    }
    List<Part> parts = new ArrayList<>();
    if (!actual.isEmpty()) {
      parts.add(
          new Rows(
              "precursors",
              "precursors with actual values",
              actual.stream().map(it -> row(it, PrecursorItems::actual)).toList()));
    }
    if (!exempted.isEmpty()) {
      parts.add(
          new Rows(
              "exemptedOrigin",
              "precursors of exempted origin",
              exempted.stream().map(it -> row(it, PrecursorItems::exempted)).toList()));
    }
    return SummaryItem.of(13, name, title, "", parts);
  }

  private static List<Fact> actual(Precursor it) {
    return List.of(
        period(it),
        Fact.text(
            "yearUsed",
            "year used",
            it.period().map(during -> Integer.toString(during.from().getYear()))),
        see("specificDirect", "specific direct, t CO2e/t", it.direct()),
        see("specificIndirect", "specific indirect, t CO2e/t", it.indirect()));
  }

  private static List<Fact> exempted(Precursor it) {
    return List.of(
        see("specificTotal", "specific embedded, t CO2e/t", it.total()),
        Fact.of("why", "why zero", EXEMPTED));
  }

  private static SummaryItem ofOtherPeriods(List<Precursor> precursors) {
    return rows(
        14,
        "precursorsOfOtherPeriods",
        "Values used where the period of a precursor differs",
        "no actual value is of another period than the report",
        "the value of the precursor's own period is used as it is",
        precursors,
        it -> List.of(period(it), see("specificTotal", "SEE used, t CO2e/t", it.total())));
  }

  private static SummaryItem ofSeveralInstallations(List<Precursor> precursors) {
    return rows(
        15,
        "precursorsOfSeveralInstallations",
        "Values used where a precursor is of several installations, and method",
        "no precursor with actual values is of several installations",
        NO_MEAN,
        precursors,
        it ->
            List.of(
                Fact.text("installation", "installation of origin", it.installation()),
                see("specificTotal", "SEE used, t CO2e/t", it.total())));
  }

  private static SummaryItem origins(List<Precursor> precursors) {
    return rows(
        16,
        "originOfPrecursors",
        "Operator and installation of origin of each precursor",
        "no precursor was purchased",
        "",
        precursors,
        it ->
            List.of(
                Fact.text("operator", "operator of origin", it.operator()),
                Fact.text("installation", "installation of origin", it.installation())));
  }

  private static SummaryItem rows(
      int number,
      String name,
      String title,
      String why,
      String note,
      List<Precursor> precursors,
      Function<Precursor, List<Fact>> more) {
    return precursors.isEmpty()
        ? SummaryItem.notApplicable(number, name, title, why)
        : SummaryItem.of(
            number,
            name,
            title,
            note,
            List.of(
                new Rows(
                    "precursors",
                    "precursors",
                    precursors.stream().map(it -> row(it, more)).toList())));
  }

  private static List<Fact> row(Precursor it, Function<Precursor, List<Fact>> more) {
    List<Fact> row = new ArrayList<>();
    row.add(Fact.of("name", "precursor", it.name()));
    row.add(Fact.of("cn", "CN code", it.cn()));
    row.add(Fact.of("country", "country", it.country()));
    row.addAll(more.apply(it));
    return row;
  }

  private static List<Precursor> of(CbamFacts facts, ValueBasis basis) {
    return facts.precursors().stream().filter(it -> it.basis() == basis).toList();
  }

  private static List<Precursor> several(List<Precursor> actual) {
    return actual.stream()
        .filter(
            it ->
                actual.stream()
                    .anyMatch(
                        other ->
                            other.cn().equals(it.cn())
                                && !other.installation().equals(it.installation())))
        .toList();
  }

  private static Fact period(Precursor it) {
    return Fact.text("period", "period", it.period().map(Period::toString));
  }

  private static Fact see(String name, String label, Fraction exact) {
    return Fact.figure(name, label, Figures.specific(exact));
  }
}
