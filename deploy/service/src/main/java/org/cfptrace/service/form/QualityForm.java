package org.cfptrace.service.form;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.QualityScale;
import org.cfptrace.footprint.Representativeness;
import org.cfptrace.footprint.Stage;
import org.cfptrace.service.http.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Data quality by process on one scale; 1 is best. */
@Schema(name = "Quality")
public record QualityForm(
    @Schema(
            required = true,
            enumeration = {"ONE_TO_FIVE", "ONE_TO_THREE"})
        String scale,
    @Schema(required = true, description = "by process: pre, main") Map<String, Rating> byProcess) {

  /** How well data fits in technology, time and geography. */
  @Schema(name = "Rating")
  public record Rating(
      @Schema(name = "TeR", examples = "1.5") @JsonProperty("TeR") String ter,
      @Schema(name = "TiR", examples = "2") @JsonProperty("TiR") String tir,
      @Schema(name = "GeR", examples = "1") @JsonProperty("GeR") String ger) {}

  /** Reads the object {@code quality} if there is one. */
  public static Optional<DataQuality> read(Fields parent) {
    return parent.object("quality").flatMap(QualityForm::quality);
  }

  /** Data quality in the form it goes out in. */
  public static QualityForm of(DataQuality quality) {
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
    return new QualityForm(quality.scale().name(), byProcess);
  }

  private static Optional<DataQuality> quality(Fields fields) {
    Optional<QualityScale> scale = fields.requiredChoice("scale", QualityScale.class);
    Map<Stage, Representativeness> ratings = new EnumMap<>(Stage.class);
    fields
        .requiredObject("byProcess")
        .ifPresent(
            byProcess -> {
              for (Stage process : List.of(Stage.PRE, Stage.MAIN)) {
                byProcess
                    .object(process.jsonName())
                    .flatMap(rating -> rating(rating, scale))
                    .ifPresent(rating -> ratings.put(process, rating));
              }
              byProcess.refuseOthers();
            });
    fields.refuseOthers();
    return scale.map(known -> new DataQuality(known, ratings));
  }

  private static Optional<Representativeness> rating(Fields fields, Optional<QualityScale> scale) {
    Optional<BigDecimal> ter = onScale("TeR", fields, scale);
    Optional<BigDecimal> tir = onScale("TiR", fields, scale);
    Optional<BigDecimal> ger = onScale("GeR", fields, scale);
    fields.refuseOthers();
    return ter.isPresent() && tir.isPresent() && ger.isPresent()
        ? Optional.of(new Representativeness(ter.get(), tir.get(), ger.get()))
        : Optional.empty();
  }

  private static Optional<BigDecimal> onScale(
      String name, Fields fields, Optional<QualityScale> scale) {
    return fields
        .requiredDecimal(name)
        .filter(
            rating ->
                scale.isEmpty()
                    || fields.holds(
                        name,
                        scale.get().holds(rating),
                        "OUTSIDE_SCALE",
                        "expected "
                            + scale.get().best()
                            + " to "
                            + scale.get().worst()
                            + ", seen "
                            + rating.toPlainString()));
  }
}
