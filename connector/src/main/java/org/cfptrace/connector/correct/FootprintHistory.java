package org.cfptrace.connector.correct;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;

/** What we knew of the footprints of our products, and since when; rows are never changed. */
public interface FootprintHistory {
  /**
   * What was known at a moment.
   *
   * @param figure digest of all that is stated
   * @param shown the whole answer as it was given then, a JSON object
   */
  record Known(
      TraceId product,
      Period period,
      KgCo2e exclBiogenicUptake,
      KgCo2e inclBiogenicUptake,
      boolean isComplete,
      String figure,
      String shown,
      Instant at) {
    public Known {
      requireNonNull(product, "product");
      requireNonNull(period, "period");
      requireNonNull(exclBiogenicUptake, "exclBiogenicUptake");
      requireNonNull(inclBiogenicUptake, "inclBiogenicUptake");
      requireNonNull(figure, "figure");
      requireNonNull(shown, "shown");
      requireNonNull(at, "at");
    }
  }

  /** What was known last. */
  Optional<Known> latest(TraceId product, Period period);

  /** What was known at that moment; of the period spoken of last, where none is named. */
  Optional<Known> asOf(TraceId product, Optional<Period> period, Instant at);

  /** Keeps what is known now. */
  void add(Known known);
}
