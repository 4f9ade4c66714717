package org.cfptrace.aggregator.steel.adapter;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Supplier;
import org.cfptrace.aggregator.steel.Activity;
import org.cfptrace.aggregator.steel.CalorificValue;
import org.cfptrace.aggregator.steel.CnCode;
import org.cfptrace.aggregator.steel.EmissionFactor;
import org.cfptrace.aggregator.steel.SteelFault;
import org.cfptrace.aggregator.steel.Tonnes;
import org.cfptrace.footprint.Share;
import org.cfptrace.service.http.Fields;

/** Amounts, factors and codes of a body; each fault is noted under its field. */
final class Amounts {
  private Amounts() {}

  /** A mass above zero that must be there. */
  static Optional<Tonnes> tonnes(Fields fields, String name) {
    return fields.requiredPositiveDecimal(name).map(Tonnes::new);
  }

  /** A mass that is none where it is not said. */
  static Tonnes tonnesOrNone(Fields fields, String name) {
    return fields
        .decimal(name)
        .filter(value -> isNotNegative(fields, name, value))
        .map(Tonnes::new)
        .orElse(Tonnes.NONE);
  }

  static Optional<EmissionFactor> factor(Fields fields, String name, EmissionFactor.Per per) {
    return fields
        .requiredDecimal(name)
        .filter(value -> isNotNegative(fields, name, value))
        .map(value -> new EmissionFactor(value, per));
  }

  static Optional<Activity> activity(Fields fields) {
    Optional<BigDecimal> amount = fields.requiredPositiveDecimal("amount");
    Optional<Activity.Unit> unit = fields.requiredChoice("unit", Activity.Unit.class);
    return amount.flatMap(number -> unit.map(per -> new Activity(number, per)));
  }

  static Optional<CalorificValue> calorificValue(Fields fields, Activity.Unit per) {
    return fields
        .requiredPositiveDecimal("calorificValue")
        .map(value -> new CalorificValue(value, per));
  }

  /** A share of 0 to 1, or what it is where nothing is said. */
  static Share share(Fields fields, String name, Share otherwise) {
    return fields.value(name, Share::of).orElse(otherwise);
  }

  /** A CN code of eight digits. */
  static Optional<CnCode> code(Fields fields) {
    return fields
        .requiredText("cn", 40)
        .filter(
            text ->
                fields.holds(
                    "cn",
                    CnCode.isCode(text),
                    SteelFault.Kind.CN_INVALID.name(),
                    "expected a CN code of 8 digits, seen " + text))
        .map(CnCode::new);
  }

  /** A value whose own complaint becomes the field's fault. */
  static <T> Optional<T> made(Fields fields, String name, Supplier<T> value) {
    try {
      return Optional.of(value.get());
    } catch (IllegalArgumentException complaint) {
      fields.fault(name, "INVALID", String.valueOf(complaint.getMessage()));
      return Optional.empty();
    }
  }

  private static boolean isNotNegative(Fields fields, String name, BigDecimal value) {
    return fields.holds(
        name, value.signum() >= 0, "NEGATIVE", "expected 0 or more, seen " + value.toPlainString());
  }
}
