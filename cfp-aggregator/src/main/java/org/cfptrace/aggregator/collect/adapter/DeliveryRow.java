package org.cfptrace.aggregator.collect.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.verify.VerifiedDeclaration;
import org.jspecify.annotations.NullUnmarked;

/** One delivery of a declaration: the exact bytes that came, which are the evidence. */
@Entity
@Table(name = "declaration_delivery")
@IdClass(DeliveryRow.Key.class)
@NullUnmarked
class DeliveryRow {
  @Id String tenant;

  @Id
  @Column(name = "message_id")
  String messageId;

  String issuer;
  long declaration;
  byte[] token;
  String opening;

  @Column(name = "received_at")
  Instant receivedAt;

  /** Who sent it, and under which identity. */
  record Key(String tenant, String messageId) {}

  static DeliveryRow of(
      Tenant tenant, VerifiedDeclaration declaration, long number, String messageId, Instant at) {
    DeliveryRow row = new DeliveryRow();
    row.tenant = tenant.did();
    row.issuer = declaration.issuer().did();
    row.messageId = messageId;
    row.declaration = number;
    row.token = declaration.bytes();
    row.opening =
        declaration
            .opening()
            .map(opening -> new String(StrictJson.write(opening.toJson()), UTF_8))
            .orElse(null);
    row.receivedAt = at;
    return row;
  }
}
