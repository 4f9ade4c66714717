package org.cfptrace.registry.participant.adapter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.registry.participant.NameForm;
import org.cfptrace.registry.participant.Participant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

/** A participant as a row. */
@Entity(name = "ParticipantRow")
@Table(name = "participant")
@NullUnmarked
class ParticipantRow {
  @Id String id;

  String did;

  @Column(name = "application_id")
  UUID applicationId;

  @JdbcTypeCode(SqlTypes.JSON)
  CompanyJson company;

  @Column(name = "corporate_number")
  String corporateNumber;

  String lei;

  @Column(name = "name_form")
  String nameForm;

  @Column(name = "admitted_at")
  Instant admittedAt;

  @Column(name = "last_key_number")
  int lastKeyNumber;

  long sequence;

  @Column(name = "changed_at")
  Instant changedAt;

  String suspension;

  ParticipantRow fill(Participant participant) {
    id = participant.id().shortId();
    did = participant.id().did();
    applicationId = participant.application();
    company = CompanyJson.of(participant.company());
    corporateNumber = company.corporateNumber();
    lei = company.lei();
    nameForm =
        NameForm.of(company.name())
            + "\n"
            + participant.company().nameKana().map(NameForm::of).orElse("");
    admittedAt = participant.admittedAt();
    lastKeyNumber = participant.lastKeyNumber();
    sequence = participant.sequence();
    changedAt = participant.changedAt();
    suspension = participant.suspension().orElse(null);
    return this;
  }

  Participant toParticipant() {
    return new Participant(
        new ParticipantId(did),
        applicationId,
        company.toCompany(),
        admittedAt,
        lastKeyNumber,
        sequence,
        changedAt,
        Optional.ofNullable(suspension));
  }
}
