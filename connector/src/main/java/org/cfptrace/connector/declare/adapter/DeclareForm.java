package org.cfptrace.connector.declare.adapter;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.cfptrace.connector.declare.DeclareReleased;
import org.cfptrace.connector.share.adapter.SwitchesForm;
import org.cfptrace.declaration.Audience;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.policy.ReleaseSwitch;
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.http.Body;
import org.cfptrace.service.http.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The wish to declare a footprint, as it is written over HTTP. */
@Schema(name = "DeclarationWish")
record DeclareForm(
    @Schema(required = true) String traceId,
    @Schema(description = "short id or full identifier; none for audience SELF") String partnerId,
    @Schema(required = true) Audience audience,
    @Schema(description = "missing: the usual one of the product") PeriodForm period,
    @Schema(description = "what the partner may see; missing: what is released to it")
        SwitchesForm switches) {

  /** Days. */
  @Schema(name = "Period")
  record PeriodForm(LocalDate from, LocalDate to) {}

  static DeclareReleased.Wish read(Body body, Function<String, ParticipantId> participant) {
    FieldErrors errors = new FieldErrors();
    Fields fields = body.fields(errors);
    Optional<TraceId> product = fields.requiredValue("traceId", TraceId::of);
    Optional<Audience> audience = fields.requiredChoice("audience", Audience.class);
    Optional<ParticipantId> recipient = fields.value("partnerId", participant);
    Optional<Period> period = fields.object("period").flatMap(DeclareForm::period);
    Optional<Set<ReleaseSwitch>> switches = fields.object("switches").map(SwitchesForm::read);
    fields.refuseOthers();
    errors.refuseIfAny();
    return new DeclareReleased.Wish(
        product.orElseThrow(), audience.orElseThrow(), recipient, period, switches);
  }

  private static Optional<Period> period(Fields fields) {
    Optional<LocalDate> from = fields.requiredDate("from");
    Optional<LocalDate> to = fields.requiredDate("to");
    fields.refuseOthers();
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    boolean isInOrder =
        fields.holds(
            "to",
            !to.get().isBefore(from.get()),
            "BEFORE_FROM",
            "expected a day not before " + from.get() + ", seen " + to.get());
    return isInOrder ? Optional.of(new Period(from.get(), to.get())) : Optional.empty();
  }
}
