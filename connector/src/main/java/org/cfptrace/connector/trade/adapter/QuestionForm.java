package org.cfptrace.connector.trade.adapter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.cfptrace.connector.trade.AskForFootprint;
import org.cfptrace.connector.trade.AskedFor;
import org.cfptrace.envelope.FootprintRequestBody;
import org.cfptrace.envelope.RequestedPart;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.LineId;
import org.cfptrace.service.http.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One request to be sent, as it is written over HTTP. */
@Schema(name = "Question")
record QuestionForm(
    @Schema(required = true, description = "our product with the line") String traceId,
    @Schema(required = true, description = "the line of a part we buy") String lineId,
    @Schema(required = true, description = "short id or full identifier") String partnerId,
    @Schema(description = "how much of the line it delivers, 0 to 1; 1 when not said")
        @Nullable String share,
    @Schema(description = "first day it delivers") @Nullable LocalDate from,
    @Schema(description = "last day it delivers") @Nullable LocalDate to,
    @Schema(description = "the unit the figure is wished for; the line's when not said")
        @Nullable String unit,
    @Schema(maxLength = 100, description = "our number of the part")
        @Nullable String customerPartId,
    @Schema(description = "first day of the period asked about") @Nullable LocalDate periodFrom,
    @Schema(description = "last day of the period asked about") @Nullable LocalDate periodTo,
    @Schema(maxLength = 1000) @Nullable String message,
    @Schema(description = "by when an answer is wished for") @Nullable LocalDate due) {

  static QuestionForm of(AskForFootprint.Question question) {
    AskedFor askedFor = question.askedFor();
    return new QuestionForm(
        askedFor.product().toString(),
        askedFor.lineId().value(),
        question.partner().did(),
        askedFor.share().toString(),
        askedFor.from(),
        askedFor.to(),
        question.unit().map(DeclaredUnit::text).orElse(null),
        question.customerPartId().orElse(null),
        question.period().map(Period::from).orElse(null),
        question.period().map(Period::to).orElse(null),
        question.message().orElse(null),
        question.due().orElse(null));
  }

  static AskForFootprint.Question read(Fields fields, Function<String, ParticipantId> participant) {
    Optional<TraceId> product = fields.requiredValue("traceId", TraceId::of);
    Optional<LineId> line = fields.requiredValue("lineId", LineId::new);
    Optional<ParticipantId> partner = fields.requiredValue("partnerId", participant);
    Optional<Share> share = fields.positiveDecimal("share").flatMap(value -> share(fields, value));
    Optional<LocalDate> from = fields.date("from");
    Optional<LocalDate> to = fields.date("to");
    Optional<DeclaredUnit> unit = fields.value("unit", DeclaredUnit::of);
    Optional<String> customerPartId = fields.text("customerPartId", RequestedPart.LONGEST_ID);
    Optional<Period> period = period(fields);
    Optional<String> message = fields.text("message", FootprintRequestBody.LONGEST_MESSAGE);
    Optional<LocalDate> due = fields.date("due");
    fields.refuseOthers();
    inOrder(fields, "to", from, to);
    fields.refuseIfAny();
    return new AskForFootprint.Question(
        new AskedFor(
            product.orElseThrow(),
            line.orElseThrow(),
            share.orElse(Share.ALL),
            from.orElse(null),
            to.orElse(null)),
        partner.orElseThrow(),
        unit,
        customerPartId.filter(text -> !text.isBlank()),
        period,
        message.filter(text -> !text.isBlank()),
        due);
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

  private static Optional<Period> period(Fields fields) {
    Optional<LocalDate> from = fields.date("periodFrom");
    Optional<LocalDate> to = fields.date("periodTo");
    fields.holds(
        from.isPresent() ? "periodTo" : "periodFrom",
        from.isPresent() == to.isPresent(),
        "REQUIRED",
        "a period has a first and a last day");
    return from.isPresent() && to.isPresent() && inOrder(fields, "periodTo", from, to)
        ? Optional.of(new Period(from.get(), to.get()))
        : Optional.empty();
  }

  private static boolean inOrder(
      Fields fields, String name, Optional<LocalDate> from, Optional<LocalDate> to) {
    return from.isEmpty()
        || to.isEmpty()
        || fields.holds(
            name,
            !to.get().isBefore(from.get()),
            "ENDS_BEFORE_BEGIN",
            "expected " + from.get() + " or later, seen " + to.get());
  }
}
