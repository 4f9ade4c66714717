package org.cfptrace.connector.present.adapter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.cfptrace.connector.present.PresentDeclaration;
import org.cfptrace.connector.present.Presentation;
import org.cfptrace.connector.present.StandingOrder;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.envelope.PresentationBody.Fallen;
import org.cfptrace.exchange.deliver.Delivery;
import org.cfptrace.exchange.deliver.DeliveryState;
import org.cfptrace.exchange.deliver.Outbox;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.http.Body;
import org.cfptrace.service.http.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A supplier's declaration as one recipient has it. */
@Schema(name = "Presentation")
record PresentationForm(
    String declarationId,
    String recipientId,
    @Schema(description = "the claims that were handed on") List<String> shown,
    Instant presentedAt,
    DeliveryForm delivery,
    @Schema(description = "how far the proof has come that it is in the public log")
        @Nullable DeliveryForm proof,
    @Schema(description = "missing while it stands over there") @Nullable FallenForm fallen,
    @Schema(description = "whether what the supplier says of the product later follows")
        boolean follows,
    @Schema(description = "who has ordered that") @Nullable String orderedBy) {

  /** To whom. */
  @Schema(name = "PresentationWish")
  record WishForm(
      @Schema(required = true, description = "short id or full identifier") String recipient) {

    static ParticipantId read(Body body, Function<String, ParticipantId> participant) {
      FieldErrors errors = new FieldErrors();
      Fields fields = body.fields(errors);
      Optional<ParticipantId> recipient = fields.requiredValue("recipient", participant);
      fields.refuseOthers();
      errors.refuseIfAny();
      return recipient.orElseThrow();
    }
  }

  /** How far the message has come that said it last. */
  @Schema(name = "PresentationDelivery")
  record DeliveryForm(@Nullable DeliveryState state, @Nullable String reason) {
    static DeliveryForm of(Optional<Delivery> delivery) {
      return new DeliveryForm(
          delivery.map(Delivery::state).orElse(null),
          delivery.flatMap(Delivery::reason).orElse(null));
    }
  }

  /** That it is no figure any more over there. */
  @Schema(name = "PresentationFallen")
  record FallenForm(Fallen.Kind kind, @Nullable String reason, Instant since) {
    static FallenForm of(Presentation.Fall fall) {
      return new FallenForm(fall.kind(), fall.reason().orElse(null), fall.at());
    }
  }

  static PresentationForm of(PresentDeclaration.Handed handed, Outbox outbox) {
    Presentation presentation = handed.presentation();
    UUID last =
        presentation.fall().flatMap(Presentation.Fall::messageId).orElse(presentation.messageId());
    return new PresentationForm(
        presentation.declarationId().value(),
        presentation.recipient().did(),
        presentation.shown().stream().map(ClaimName::jsonName).toList(),
        presentation.presentedAt(),
        DeliveryForm.of(outbox.delivery(last)),
        presentation
            .proofMessageId()
            .map(message -> DeliveryForm.of(outbox.delivery(message)))
            .orElse(null),
        presentation.fall().map(FallenForm::of).orElse(null),
        handed.order().isPresent(),
        handed.order().map(StandingOrder::givenBy).orElse(null));
  }
}
