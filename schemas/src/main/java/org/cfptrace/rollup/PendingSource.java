package org.cfptrace.rollup;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Share;
import org.jspecify.annotations.Nullable;

/**
 * A supplier that was asked and has not said yet which of its products it delivers, or has refused:
 * a share of the line that is missing, with the state that says why, from and to which day
 * (included; open where absent).
 */
public record PendingSource(
    ParticipantId partner,
    Share share,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    LineState state) {

  public PendingSource {
    requireNonNull(partner, "partner");
    requireNonNull(share, "share");
    requireNonNull(state, "state");
    if (state.isOk()) {
      throw new IllegalArgumentException("what is pending has a state other than OK");
    }
  }

  public boolean isInForceOn(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }
}
