package org.cfptrace.registry.participant.adapter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.registry.participant.Application;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

/** An application as a row. */
@Entity(name = "ApplicationRow")
@Table(name = "application")
@NullUnmarked
class ApplicationRow {
  @Id UUID id;

  @Generated
  @Column(insertable = false, updatable = false)
  Long number;

  @Enumerated(EnumType.STRING)
  Application.State state;

  @JdbcTypeCode(SqlTypes.JSON)
  CompanyJson company;

  @Column(name = "submitted_at")
  Instant submittedAt;

  @Column(name = "decided_by")
  String decidedBy;

  @Column(name = "decided_at")
  Instant decidedAt;

  @Column(name = "participant_id")
  String participantId;

  @Column(name = "refusal_reason")
  String refusalReason;

  ApplicationRow fill(Application application) {
    id = application.id();
    state = application.state();
    company = CompanyJson.of(application.company());
    submittedAt = application.submittedAt();
    application
        .decision()
        .ifPresent(
            decision -> {
              decidedBy = decision.operator();
              decidedAt = decision.at();
              participantId = decision.participant().orElse(null);
              refusalReason = decision.reason().orElse(null);
            });
    return this;
  }

  Application toApplication() {
    return new Application(
        id,
        company.toCompany(),
        state,
        submittedAt,
        Optional.ofNullable(decidedAt)
            .map(
                at ->
                    new Application.Decision(
                        decidedBy,
                        at,
                        Optional.ofNullable(participantId),
                        Optional.ofNullable(refusalReason))));
  }
}
