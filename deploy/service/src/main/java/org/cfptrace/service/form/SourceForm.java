package org.cfptrace.service.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.LineSource;
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.http.Body;
import org.cfptrace.service.http.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a procured part comes from. */
@Schema(name = "Source")
public record SourceForm(
    @Schema(
            required = true,
            examples = "did:web:registry.cfptrace.example:participants:abcdefghijklmnop")
        String partnerId,
    @Schema(required = true, description = "the partner's product") String supplierTraceId,
    @Schema(
            description = "how much of the amount it covers, 0 to 1; 1 when not said",
            examples = "0.3")
        @Nullable String share,
    @Schema(description = "first day it delivers") @Nullable LocalDate from,
    @Schema(description = "last day it delivers") @Nullable LocalDate to) {

  /** Reads a body that is one source. */
  public static LineSource read(Body body) {
    var errors = new FieldErrors();
    Optional<LineSource> source = read(body.fields(errors));
    errors.refuseIfAny();
    return source.orElseThrow();
  }

  /** Reads one source. */
  public static Optional<LineSource> read(Fields fields) {
    int before = fields.faults();
    var partner = fields.requiredValue("partnerId", ParticipantId::new);
    var product = fields.requiredValue("supplierTraceId", TraceId::of);
    var share = fields.positiveDecimal("share").flatMap(value -> share(fields, value));
    var from = fields.date("from");
    var to = fields.date("to");
    fields.refuseOthers();
    if (from.isPresent() && to.isPresent()) {
      fields.holds(
          "to",
          !to.get().isBefore(from.get()),
          "ENDS_BEFORE_BEGIN",
          "expected " + from.get() + " or later, seen " + to.get());
    }
    return fields.faults() > before
        ? Optional.empty()
        : Optional.of(
            new LineSource(
                partner.orElseThrow(),
                product.orElseThrow(),
                share.orElse(Share.ALL),
                from.orElse(null),
                to.orElse(null)));
  }

  /** A source in the form it goes out in. */
  public static SourceForm of(LineSource source) {
    return new SourceForm(
        source.partner().did(),
        source.supplierProduct().toString(),
        source.share().text(),
        source.from(),
        source.to());
  }

  private static Optional<Share> share(Fields fields, BigDecimal value) {
    return fields.holds(
            "share",
            value.compareTo(BigDecimal.ONE) <= 0,
            "ABOVE_ONE",
            "expected at most 1, seen " + value.toPlainString())
        ? Optional.of(new Share(value))
        : Optional.empty();
  }
}
