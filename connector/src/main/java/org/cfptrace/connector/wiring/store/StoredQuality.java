package org.cfptrace.connector.wiring.store;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.QualityScale;
import org.cfptrace.footprint.Representativeness;
import org.cfptrace.footprint.Stage;

/** Data quality in a JSON column. */
public record StoredQuality(String scale, Map<String, Rating> byProcess) {
  /** The three ratings of one process. */
  public record Rating(String ter, String tir, String ger) {}

  /** Copies the ratings. */
  public StoredQuality {
    byProcess = Map.copyOf(byProcess);
  }

  /** Data quality as it is stored. */
  public static StoredQuality of(DataQuality quality) {
    Map<String, Rating> byProcess = new TreeMap<>();
    quality
        .byProcess()
        .forEach(
            (process, rating) ->
                byProcess.put(
                    process.jsonName(),
                    new Rating(
                        rating.ter().toPlainString(),
                        rating.tir().toPlainString(),
                        rating.ger().toPlainString())));
    return new StoredQuality(quality.scale().name(), byProcess);
  }

  /** The data quality again. */
  public DataQuality quality() {
    Map<Stage, Representativeness> ratings = new EnumMap<>(Stage.class);
    byProcess.forEach(
        (process, rating) ->
            ratings.put(
                Stage.of(process),
                Representativeness.of(rating.ter(), rating.tir(), rating.ger())));
    return new DataQuality(QualityScale.valueOf(scale), ratings);
  }
}
