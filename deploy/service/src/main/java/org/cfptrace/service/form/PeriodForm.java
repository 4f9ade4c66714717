package org.cfptrace.service.form;

import java.time.LocalDate;
import java.util.Optional;
import org.cfptrace.footprint.Period;
import org.cfptrace.service.http.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A span of days, first and last included. */
@Schema(name = "Period")
public record PeriodForm(
    @Schema(required = true, examples = "2025-04-01") LocalDate from,
    @Schema(required = true, examples = "2026-03-31") LocalDate to) {

  /** Reads the object {@code period}, which must be there. */
  public static Optional<Period> readRequired(Fields parent) {
    return parent.requiredObject("period").flatMap(PeriodForm::period);
  }

  /** A period in the form it goes out in. */
  public static PeriodForm of(Period period) {
    return new PeriodForm(period.from(), period.to());
  }

  private static Optional<Period> period(Fields fields) {
    Optional<LocalDate> from = fields.requiredDate("from");
    Optional<LocalDate> to = fields.requiredDate("to");
    fields.refuseOthers();
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    boolean inOrder =
        fields.holds(
            "to",
            !to.get().isBefore(from.get()),
            "ENDS_BEFORE_BEGIN",
            "expected " + from.get() + " or later, seen " + to.get());
    return inOrder ? Optional.of(new Period(from.get(), to.get())) : Optional.empty();
  }
}
