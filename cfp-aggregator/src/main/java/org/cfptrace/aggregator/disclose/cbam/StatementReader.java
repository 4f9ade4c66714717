package org.cfptrace.aggregator.disclose.cbam;

import java.math.BigDecimal;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.cbam.CbamOptions.Alloys;
import org.cfptrace.aggregator.disclose.cbam.CbamOptions.Capture;
import org.cfptrace.aggregator.disclose.cbam.CbamOptions.CarbonPrice;
import org.cfptrace.aggregator.disclose.cbam.CbamOptions.CompanyId;
import org.cfptrace.aggregator.disclose.cbam.CbamOptions.GoodStatement;
import org.cfptrace.aggregator.disclose.cbam.CbamOptions.OriginStatement;
import org.cfptrace.aggregator.disclose.cbam.CbamOptions.OwnElectricity;
import org.cfptrace.aggregator.steel.CnCode;
import org.cfptrace.aggregator.steel.CountryCode;
import org.cfptrace.service.http.Fields;
import org.jspecify.annotations.Nullable;

/** Reads what is stated of goods, precursors, prices and electricity. */
final class StatementReader {
  private static final int LONGEST = 200;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private StatementReader() {}

  static Optional<GoodStatement> good(Fields fields) {
    Optional<String> cn = fields.requiredText("cn", LONGEST);
    Optional<String> code =
        cn.filter(
            text ->
                fields.holds(
                    "cn",
                    CnCode.isCode(text),
                    "CN_INVALID",
                    "expected a CN code of 8 digits, seen " + text));
    GoodStatement good =
        new GoodStatement(
            code.orElse(""),
            text(fields, "cnName"),
            text(fields, "productName"),
            within(fields, "specificFreeAllocation", null),
            fields.flag("benchmarksConfirmed"),
            within(fields, "indirectActualShare", BigDecimal.ONE),
            text(fields, "indirectConfirmation"),
            fields.positiveDecimal("requestedTonnes"),
            fields.object("alloys").map(StatementReader::alloys).orElse(Alloys.UNKNOWN));
    fields.refuseOthers();
    return code.map(known -> good);
  }

  static Optional<OriginStatement> origin(Fields fields) {
    Optional<String> purchase = fields.requiredText("purchase", LONGEST);
    Optional<String> operator = text(fields, "operator");
    Optional<String> installation = text(fields, "installation");
    fields.refuseOthers();
    return purchase.map(id -> new OriginStatement(id, operator, installation));
  }

  static Optional<CarbonPrice> carbonPrice(Fields fields) {
    Optional<String> instrument = fields.requiredText("instrument", LONGEST);
    Optional<String> act = fields.requiredText("legalAct", LONGEST);
    Optional<BigDecimal> amount = fields.requiredPositiveDecimal("amount");
    Optional<String> currency = fields.requiredValue("currency", StatementReader::currency);
    Optional<String> country = fields.requiredValue("country", StatementReader::country);
    fields.refuseOthers();
    return instrument.flatMap(
        what ->
            act.flatMap(
                law ->
                    amount.flatMap(
                        paid ->
                            currency.flatMap(
                                money ->
                                    country.map(
                                        where ->
                                            new CarbonPrice(what, law, paid, money, where))))));
  }

  static Optional<Capture> capture(Fields fields) {
    Optional<BigDecimal> tonnes = fields.requiredPositiveDecimal("tonnes");
    Optional<String> receiver = fields.requiredText("receiver", LONGEST);
    fields.refuseOthers();
    return tonnes.flatMap(mass -> receiver.map(who -> new Capture(mass, who)));
  }

  static OwnElectricity ownElectricity(Fields fields) {
    OwnElectricity own =
        new OwnElectricity(
            within(fields, "combinedHeatAndPowerMegawattHours", null),
            within(fields, "separateMegawattHours", null),
            within(fields, "fossilMegawattHours", null),
            within(fields, "renewableMegawattHours", null),
            within(fields, "exportedMegawattHours", null));
    fields.refuseOthers();
    return own;
  }

  static Optional<CompanyId> companyId(Fields fields) {
    Optional<String> key = fields.requiredText("key", LONGEST);
    Optional<String> value = fields.requiredText("value", LONGEST);
    fields.refuseOthers();
    return key.flatMap(name -> value.map(number -> new CompanyId(name, number)));
  }

  /** A country's two letters. */
  static String country(String text) {
    return new CountryCode(text).letters();
  }

  /** A text that may be missing; a blank one is missing. */
  static Optional<String> text(Fields fields, String name) {
    return fields.text(name, LONGEST).filter(text -> !text.isBlank());
  }

  private static Alloys alloys(Fields fields) {
    Alloys alloys =
        new Alloys(
            within(fields, "manganese", HUNDRED),
            within(fields, "chromium", HUNDRED),
            within(fields, "nickel", HUNDRED),
            within(fields, "other", HUNDRED));
    fields.refuseOthers();
    return alloys;
  }

  private static Optional<BigDecimal> within(
      Fields fields, String name, @Nullable BigDecimal most) {
    return fields
        .decimal(name)
        .filter(
            value ->
                fields.holds(
                    name,
                    value.signum() >= 0 && (most == null || value.compareTo(most) <= 0),
                    "OUT_OF_RANGE",
                    "expected 0 "
                        + (most == null ? "or more" : "to " + most)
                        + ", seen "
                        + value.toPlainString()));
  }

  private static String currency(String text) {
    if (!text.matches("[A-Z]{3}")) {
      throw new IllegalArgumentException("expected a currency such as JPY, seen " + text);
    }
    return text;
  }
}
