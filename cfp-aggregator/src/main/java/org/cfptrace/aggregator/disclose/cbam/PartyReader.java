package org.cfptrace.aggregator.disclose.cbam;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.cbam.CbamOptions.Operator;
import org.cfptrace.aggregator.disclose.cbam.CbamOptions.Site;
import org.cfptrace.aggregator.disclose.cbam.CbamOptions.Verifier;
import org.cfptrace.footprint.Period;
import org.cfptrace.service.http.Fields;

/** Reads who is who, and where. The report is in English, so names and addresses are in Latin. */
final class PartyReader {
  private static final int LONGEST = 200;

  private PartyReader() {}

  static Operator operator(Optional<Fields> stated) {
    return stated
        .map(PartyReader::operator)
        .orElseGet(
            () ->
                new Operator(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
  }

  private static Operator operator(Fields fields) {
    Operator operator =
        new Operator(
            latin(fields, "name"),
            StatementReader.text(fields, "localName"),
            latin(fields, "registrationNumber"),
            fields.object("address").flatMap(PartyReader::address),
            latin(fields, "cbamId"),
            fields.value("bpnl", text -> matching(text, "BPNL[0-9A-Z]{12}", "BPNL and 12 signs")),
            latin(fields, "email"));
    fields.refuseOthers();
    return operator;
  }

  static Site site(Optional<Fields> stated) {
    return stated
        .map(PartyReader::site)
        .orElseGet(
            () ->
                new Site(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
  }

  private static Site site(Fields fields) {
    Site site =
        new Site(
            latin(fields, "name"),
            latin(fields, "cbamId"),
            fields.value(
                "unLocode",
                text -> matching(text, "[A-Z]{2} ?[A-Z2-9]{3}", "a UN/LOCODE such as JPFKY")),
            fields.object("address").flatMap(PartyReader::address),
            degrees(fields, "latitude", 90),
            degrees(fields, "longitude", 180),
            latin(fields, "plotOrParcelNumber"));
    fields.holds(
        "longitude",
        site.latitude().isPresent() == site.longitude().isPresent(),
        "REQUIRED",
        "expected latitude and longitude together");
    fields.refuseOthers();
    return site;
  }

  static Optional<Verifier> verifier(Fields fields) {
    int before = fields.faults();
    Optional<String> reportId = fields.requiredText("reportId", LONGEST);
    Optional<String> name = fields.requiredText("name", LONGEST);
    Optional<String> accreditation = fields.requiredText("accreditation", LONGEST);
    Optional<Period> period = fields.requiredObject("period").flatMap(PartyReader::period);
    Optional<String> scope = fields.requiredText("scope", LONGEST);
    Optional<LocalDate> completedOn = fields.date("completedOn");
    fields.refuseOthers();
    return fields.faults() > before
        ? Optional.empty()
        : Optional.of(
            new Verifier(
                reportId.orElseThrow(),
                name.orElseThrow(),
                accreditation.orElseThrow(),
                period.orElseThrow(),
                scope.orElseThrow(),
                completedOn));
  }

  private static Optional<Period> period(Fields fields) {
    Optional<LocalDate> from = fields.requiredDate("from");
    Optional<LocalDate> to = fields.requiredDate("to");
    fields.refuseOthers();
    return from.flatMap(
        first ->
            to.filter(
                    last ->
                        fields.holds(
                            "to",
                            !last.isBefore(first),
                            "ENDS_BEFORE_BEGIN",
                            "expected " + first + " or later, seen " + last))
                .map(last -> new Period(first, last)));
  }

  private static Optional<Address> address(Fields fields) {
    Optional<String> street = required(fields, "street");
    Optional<String> city = required(fields, "city");
    Optional<String> postcode = latin(fields, "postcode");
    Optional<String> country = fields.requiredValue("country", StatementReader::country);
    fields.refuseOthers();
    return street.flatMap(
        road ->
            city.flatMap(
                town -> country.map(letters -> new Address(road, town, postcode, letters))));
  }

  private static Optional<BigDecimal> degrees(Fields fields, String name, int most) {
    return fields
        .decimal(name)
        .filter(
            value ->
                fields.holds(
                    name,
                    value.abs().compareTo(BigDecimal.valueOf(most)) <= 0,
                    "OUT_OF_RANGE",
                    "expected -" + most + " to " + most + " degrees, seen " + value));
  }

  private static Optional<String> required(Fields fields, String name) {
    return fields.requiredText(name, LONGEST).filter(text -> isLatin(fields, name, text));
  }

  private static Optional<String> latin(Fields fields, String name) {
    return StatementReader.text(fields, name).filter(text -> isLatin(fields, name, text));
  }

  private static boolean isLatin(Fields fields, String name, String text) {
    return fields.holds(
        name,
        Latin.holds(text),
        "NOT_LATIN",
        "the report is in English: expected Latin letters; a name as it is written at home goes"
            + " into localName");
  }

  private static String matching(String text, String form, String expected) {
    if (!text.matches(form)) {
      throw new IllegalArgumentException("expected " + expected + ", seen " + text);
    }
    return text;
  }
}
