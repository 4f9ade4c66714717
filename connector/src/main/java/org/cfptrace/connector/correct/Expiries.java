package org.cfptrace.connector.correct;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;

/** Declarations that stand and end to be valid, ours and partners'. */
public interface Expiries {
  /** Which warning is due. */
  enum Warning {
    SIXTY_DAYS,
    THIRTY_DAYS,
    SEVEN_DAYS,
    OVER
  }

  /**
   * One of them.
   *
   * @param partner who holds it, or who has issued it
   * @param isReceived whether a partner has issued it
   * @param warning the latest that is due and was not given yet
   */
  record Ending(
      DeclarationId id,
      ParticipantId partner,
      TraceId product,
      boolean isReceived,
      LocalDate validUntil,
      Warning warning) {
    public Ending {
      requireNonNull(id, "id");
      requireNonNull(partner, "partner");
      requireNonNull(product, "product");
      requireNonNull(validUntil, "validUntil");
      requireNonNull(warning, "warning");
    }
  }

  /** Those of which a warning is due today, the soonest to end first. */
  List<Ending> due(LocalDate today, int most);

  /** The warning was given. */
  void warned(Ending ending);
}
