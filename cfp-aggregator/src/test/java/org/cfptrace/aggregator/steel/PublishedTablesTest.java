package org.cfptrace.aggregator.steel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.footprint.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published tables as they were printed, and what a spoiled one is answered with. */
class PublishedTablesTest {
  private static final String HEADER =
      "country,cn,base,2026,2027,2028,indirect,route,source,as_of\n";
  private static final DefaultValues SHIPPED = PublishedTables.defaultValues();

  @ParameterizedTest
  @CsvSource({
    "JP, 2.31, 2.52, 2.73", "KR, 2.33, 2.54, 2.75", "CN, 3.51, 3.82, 4.14", "IN, 4.71, 5.14, 5.56",
    "TR, 2.67, 2.91, 3.16", "TW, 2.54, 2.77, 3.00", "VN, 2.58, 2.82, 3.06", "US, 1.54, 1.68, 1.82",
    "ID, 9.05, 9.88, 10.70", "BR, 4.45, 4.86, 5.26"
  })
  void hotRolledFlatProductsHaveThePrintedColumns(
      String country, String for2026, String for2027, String from2028) {
    assertThat(value("72083600", country, 2026)).isEqualByComparingTo(for2026);
    assertThat(value("72083600", country, 2027)).isEqualByComparingTo(for2027);
    assertThat(value("72083600", country, 2028)).isEqualByComparingTo(from2028);
    assertThat(value("72083600", country, 2034)).isEqualByComparingTo(from2028);
  }

  @Test
  void aPrintedColumnIsNeverComputedFromAnother() {
    // 3.19 × 1.2 is 3.828 and would round to 3.83.
    assertThat(value("72083600", "CN", 2027)).isEqualByComparingTo("3.82");
    assertThat(
            SHIPPED.emissions(
                new CnCode("72119080"), new CountryCode("JP"), new ReportingYear(2026)))
        .as("only the base was printed")
        .isEmpty();
  }

  @Test
  void theLongestListedBeginningOfTheCodeCounts() {
    DefaultValues values =
        DefaultValuesTable.read(
            "test",
            HEADER
                + "JP,7208,1,1,1,1,,C,s,2026-01-01\n"
                + "JP,720836,2,2,2,2,,C,s,2026-01-01\n"
                + "*,72083600,9,9,9,9,,C,s,2026-01-01\n");

    assertThat(row(values, "72083600", "JP").prefix()).isEqualTo("720836");
    assertThat(row(values, "72085120", "JP").prefix()).isEqualTo("7208");
    assertThat(row(values, "72083600", "KR").isForOthers()).isTrue();
    assertThat(values.find(new CnCode("72085120"), new CountryCode("KR"))).isEmpty();
  }

  @Test
  void theIndirectPartOfSinterIsApartAndTheTotalStaysAsPublished() {
    DefaultValues values =
        DefaultValuesTable.read("test", HEADER + "BR,26011200,0.30,0.33,,,0.04,,s,2026-01-01\n");

    assertThat(
            values.emissions(
                new CnCode("26011200"), new CountryCode("BR"), new ReportingYear(2026)))
        .contains(SpecificEmbeddedEmissions.of("0.29", "0.04"));
  }

  @Test
  void everyCellThatCannotBeReadIsTold() {
    String spoiled =
        HEADER
            + "JPN,7208,2.10,2.31,2.52,2.73,,C,s,2026-01-01\n"
            + "JP,72,2.10,2;31,2.52,2.73,,C,s,2026-01-01\n"
            + "JP,7208,2.10,2.31,2.52,2.73,,C,,2026-13-01\n"
            + "JP,7208,2.10\n"
            + "KR,7208,1,1,1,1,,C,s,2026-01-01\n"
            + "KR,7208,1,1,1,1,,C,s,2026-01-01\n"
            + "US,7208,1,1,1,1,1.5,C,s,2026-01-01\n";

    TableException refused =
        catchThrowableOfType(
            TableException.class, () -> DefaultValuesTable.read("spoiled", spoiled));

    assertThat(refused.faults())
        .extracting(fault -> fault.line() + " " + fault.column())
        .containsExactly(
            "2 country", "3 cn", "3 2026", "4 source", "4 as_of", "5 ", "7 cn", "8 indirect");
  }

  @Test
  void aTableOfOtherColumnsOrWithoutRowsIsNotLoaded() {
    assertThatThrownBy(() -> DefaultValuesTable.read("x", "country,cn,value\nJP,7208,1\n"))
        .isInstanceOf(TableException.class)
        .hasMessageContaining("expected the header country,cn,base");
    assertThatThrownBy(() -> DefaultValuesTable.read("x", HEADER))
        .isInstanceOf(TableException.class)
        .hasMessageContaining("expected at least one row");
  }

  @Test
  void aQuotedCellMayHoldACommaAndAQuotationMark() {
    DefaultValues values =
        DefaultValuesTable.read(
            "test", HEADER + "JP,7208,1,1,1,1,,C,\"OJ L, \"\"2621\"\"\",2026-01-01\r\n");

    assertThat(row(values, "72083600", "JP").source()).isEqualTo("OJ L, \"2621\"");
  }

  // ---- certificates

  @ParameterizedTest
  @CsvSource({"JP, 0.97425", "CN, 2.17425", "IN, 3.37425"})
  void whatOf2026IsLeftToBeCoveredByCertificates(String country, String expected) {
    assertThat(estimate(country).toBeCovered()).isEqualTo(exactly(expected));
    assertThat(estimate(country).freeAllocation()).isEqualTo(exactly("1.33575"));
  }

  @Test
  void nothingIsLeftBelowTheBenchmark() {
    CertificateEstimate clean =
        new CertificateEstimate(
            SpecificEmbeddedEmissions.of("0.4", "0"),
            exactly("0.481"),
            Share.of("0.975"),
            Share.ALL);

    assertThat(clean.toBeCovered()).isEqualTo(Fraction.ZERO);
  }

  @Test
  void theFreeShareEndsIn2034() {
    CbamFactors factors = PublishedTables.cbamFactors();

    assertThat(factors.in(new ReportingYear(2029))).contains(Share.of("0.775"));
    assertThat(factors.in(new ReportingYear(2030))).contains(Share.of("0.515"));
    assertThat(factors.in(new ReportingYear(2034))).contains(Share.NONE);
    assertThat(factors.in(new ReportingYear(2035))).isEmpty();
  }

  @Test
  void aBenchmarkIsOfTheGoodAndTheRoute() {
    Benchmarks benchmarks = PublishedTables.benchmarks();

    assertThat(benchmark(benchmarks, "72083600", SteelRoute.SCRAP_EAF)).isEqualTo(exactly("0.072"));
    assertThat(benchmark(benchmarks, "72083600", SteelRoute.H2_DRI)).isEqualTo(exactly("0.481"));
    assertThat(benchmark(benchmarks, "72091500", SteelRoute.BF_BOF)).isEqualTo(exactly("1.458"));
    assertThat(benchmarks.find(new CnCode("72011011"), SteelRoute.BF_BOF)).isEmpty();
  }

  private static CertificateEstimate estimate(String country) {
    CnCode coil = new CnCode("72083600");
    return CertificateEstimates.published()
        .of(coil, row(SHIPPED, coil.digits(), country), new ReportingYear(2026))
        .orElseThrow();
  }

  private static Fraction benchmark(Benchmarks benchmarks, String cn, SteelRoute route) {
    return Exact.reduced(benchmarks.find(new CnCode(cn), route).orElseThrow().tonnesCo2ePerTonne());
  }

  private static DefaultValue row(DefaultValues values, String cn, String country) {
    return values.find(new CnCode(cn), new CountryCode(country)).orElseThrow();
  }

  private static BigDecimal value(String cn, String country, int year) {
    return row(SHIPPED, cn, country).in(new ReportingYear(year)).orElseThrow();
  }

  private static Fraction exactly(String number) {
    return Exact.reduced(Fraction.of(new BigDecimal(number)));
  }
}
