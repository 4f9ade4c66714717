package org.cfptrace.aggregator.partner.adapter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cfptrace.aggregator.partner.Partner;
import org.cfptrace.aggregator.partner.PartnerState;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.KeyThumbprint;
import org.jspecify.annotations.NullUnmarked;

/** A partner as it lies in its table. */
@Entity
@Table(name = "partner")
@NullUnmarked
class PartnerRow {
  @Id String participant;
  String name;

  @Enumerated(EnumType.STRING)
  PartnerState state;

  String thread;
  String note;
  String reason;

  @Column(name = "trusted_keys")
  String trustedKeys;

  @Column(name = "changed_at")
  Instant changedAt;

  void take(Partner partner) {
    participant = partner.id().did();
    name = partner.name();
    state = partner.state();
    thread = partner.thread();
    note = partner.note().orElse(null);
    reason = partner.reason().orElse(null);
    trustedKeys =
        partner.trustedKeys().stream().map(KeyThumbprint::value).collect(Collectors.joining(" "));
    changedAt = partner.changedAt();
  }

  Partner partner() {
    return new Partner(
        new ParticipantId(participant),
        name,
        state,
        thread,
        Optional.ofNullable(note),
        Optional.ofNullable(reason),
        Stream.of(trustedKeys.split(" ", -1))
            .filter(key -> !key.isEmpty())
            .map(KeyThumbprint::new)
            .toList(),
        changedAt);
  }
}
