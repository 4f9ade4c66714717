package org.cfptrace.connector.notify.adapter;

import java.time.Instant;
import java.util.Map;
import org.cfptrace.connector.notify.Notification;
import org.cfptrace.connector.notify.NotificationType;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.Bilingual;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A notification as it is shown over HTTP: the same in the list and in the stream. */
@Schema(name = "Notification")
record NotificationForm(
    @Schema(description = "counts up in the order in which notifications were seen") long number,
    @Schema(description = "stable, for programs") NotificationType type,
    @Schema(description = "for people: English, or Japanese by Accept-Language") String title,
    @Schema(description = "the other company's identifier") @Nullable String partnerId,
    @Schema(description = "the product it is about, ours or the partner's")
        @Nullable String traceId,
    @Nullable String requestId,
    @Nullable String declarationId,
    @Schema(description = "small named values that belong to it", examples = "{\"days\": \"30\"}")
        Map<String, String> facts,
    Instant at,
    @Schema(description = "when the first person has read it; missing while nobody has")
        @Nullable Instant readAt,
    @Nullable String readBy) {

  static NotificationForm of(Notification notification, boolean japanese) {
    Bilingual title = notification.type().title();
    return new NotificationForm(
        notification.number(),
        notification.type(),
        japanese ? title.ja() : title.en(),
        notification.partner().map(ParticipantId::did).orElse(null),
        notification.product().map(TraceId::toString).orElse(null),
        notification.requestId().orElse(null),
        notification.declarationId().orElse(null),
        notification.facts(),
        notification.at(),
        notification.readAt().orElse(null),
        notification.readBy().orElse(null));
  }
}
