package org.cfptrace.aggregator.steel.adapter;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.steel.ActualValues;
import org.cfptrace.aggregator.steel.CnCode;
import org.cfptrace.aggregator.steel.CountryCode;
import org.cfptrace.aggregator.steel.Purchase;
import org.cfptrace.aggregator.steel.PurchaseId;
import org.cfptrace.aggregator.steel.SpecificEmbeddedEmissions;
import org.cfptrace.aggregator.steel.SteelFault;
import org.cfptrace.aggregator.steel.Tonnes;
import org.cfptrace.aggregator.steel.VerifierReport;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.Share;
import org.cfptrace.service.form.PeriodForm;
import org.cfptrace.service.http.Fields;

/**
 * Reads one purchase of a precursor. A footprint in the place of embedded emissions is refused by
 * name, for it is the mistake a supplier's clerk is most likely to make.
 */
final class PurchaseReader {
  private static final int LONGEST_NAME = 200;
  private static final String UNIT = "tCO2e/t";
  private static final List<String> FOOTPRINTS =
      List.of("footprint", "carbonFootprint", "cfp", "pcf", "declarationId", "traceId");

  private PurchaseReader() {}

  static Optional<Purchase> read(Fields fields) {
    int before = fields.faults();
    Optional<PurchaseId> id = fields.requiredValue("id", PurchaseId::new);
    Optional<String> name = fields.requiredText("name", LONGEST_NAME);
    Optional<CnCode> code = Amounts.code(fields);
    Optional<CountryCode> origin = fields.requiredValue("origin", CountryCode::new);
    Optional<Tonnes> bought = Amounts.tonnes(fields, "tonnes");
    Tonnes sold = Amounts.tonnesOrNone(fields, "soldTonnes");
    Optional<ActualValues> actual = fields.object("actual").flatMap(PurchaseReader::actual);
    refuseFootprints(fields);
    fields.refuseOthers();
    if (fields.faults() > before) {
      return Optional.empty();
    }
    return Optional.of(
        new Purchase(
            id.orElseThrow(),
            name.orElseThrow(),
            code.orElseThrow(),
            origin.orElseThrow(),
            bought.orElseThrow(),
            sold,
            actual.orElse(null)));
  }

  private static Optional<ActualValues> actual(Fields fields) {
    int before = fields.faults();
    refuseFootprints(fields);
    fields
        .text("unit", LONGEST_NAME)
        .filter(unit -> !unit.equals(UNIT))
        .ifPresent(
            unit ->
                fields.fault(
                    "unit",
                    SteelFault.Kind.NOT_SEE.name(),
                    "expected specific embedded emissions in " + UNIT + ", seen " + unit));
    Optional<BigDecimal> direct = notNegative(fields, "direct");
    Optional<BigDecimal> indirect = notNegative(fields, "indirect");
    Optional<String> installation = fields.requiredText("installation", LONGEST_NAME);
    Optional<Period> period = PeriodForm.readRequired(fields);
    Share shareByDefault = Amounts.share(fields, "shareByDefaultValues", Share.NONE);
    Optional<VerifierReport> report =
        fields.object("verifierReport").flatMap(PurchaseReader::report);
    fields.refuseOthers();
    if (fields.faults() > before) {
      return Optional.empty();
    }
    return Optional.of(
        new ActualValues(
            new SpecificEmbeddedEmissions(
                Fraction.of(direct.orElseThrow()), Fraction.of(indirect.orElseThrow())),
            installation.orElseThrow(),
            period.orElseThrow(),
            shareByDefault,
            report.orElse(null)));
  }

  private static Optional<VerifierReport> report(Fields fields) {
    Optional<String> id = fields.requiredText("id", LONGEST_NAME);
    Optional<String> verifier = fields.requiredText("verifier", LONGEST_NAME);
    String accreditation = fields.text("accreditation", LONGEST_NAME).orElse("");
    fields.refuseOthers();
    return id.flatMap(
        number -> verifier.map(who -> new VerifierReport(number, who, accreditation)));
  }

  private static void refuseFootprints(Fields fields) {
    for (String name : FOOTPRINTS) {
      if (fields.isThere(name)) {
        fields.fault(
            name,
            SteelFault.Kind.NOT_SEE.name(),
            "a footprint is no specific embedded emission and never becomes one: expected"
                + " actual.direct and actual.indirect in "
                + UNIT);
      }
    }
  }

  private static Optional<BigDecimal> notNegative(Fields fields, String name) {
    return fields
        .requiredDecimal(name)
        .filter(
            value ->
                fields.holds(
                    name,
                    value.signum() >= 0,
                    "NEGATIVE",
                    "expected 0 or more, seen " + value.toPlainString()));
  }
}
