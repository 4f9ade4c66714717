package org.cfptrace.declaration;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.PrimaryDataShare;
import org.cfptrace.footprint.QualityScale;
import org.cfptrace.footprint.Representativeness;
import org.cfptrace.footprint.Stage;
import org.cfptrace.strict.Decimals;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/**
 * How good the data is.
 *
 * @param primaryDataShare empty where nobody knows
 * @param rating by process, on one scale; empty where it was withheld or scales were mixed
 */
public record QualityClaim(
    Optional<PrimaryDataShare> primaryDataShare, Optional<DataQuality> rating) implements Claim {

  public QualityClaim {
    requireNonNull(primaryDataShare, "primaryDataShare");
    requireNonNull(rating, "rating");
  }

  @Override
  public ClaimName name() {
    return ClaimName.QUALITY;
  }

  /** Shares are rounded down and ratings up, so that data never looks better than it is. */
  @Override
  public ObjectNode toJson() {
    ObjectNode json = StrictJson.object();
    primaryDataShare.ifPresent(
        share -> json.put("primaryDataShare", Decimals.write(share.percent(), RoundingMode.DOWN)));
    rating.ifPresent(
        quality -> {
          json.put("scale", quality.scale().name());
          ObjectNode processes = json.putObject("byProcess");
          quality.byProcess().forEach((process, r) -> write(processes, process, r));
        });
    return json;
  }

  static QualityClaim read(JsonNode json) {
    return read(Members.of(json, "quality"));
  }

  static QualityClaim read(Members members) {
    Optional<PrimaryDataShare> share =
        members.optionalDecimal("primaryDataShare").map(QualityClaim::share);
    Optional<DataQuality> rating =
        members.has("scale") ? Optional.of(rating(members)) : Optional.empty();
    members.end();
    return new QualityClaim(share, rating);
  }

  private static void write(ObjectNode processes, Stage process, Representativeness rating) {
    processes
        .putObject(process.jsonName())
        .put("TeR", Decimals.write(rating.ter(), RoundingMode.UP))
        .put("TiR", Decimals.write(rating.tir(), RoundingMode.UP))
        .put("GeR", Decimals.write(rating.ger(), RoundingMode.UP));
  }

  private static PrimaryDataShare share(BigDecimal percent) {
    if (percent.compareTo(BigDecimal.valueOf(100)) > 0) {
      throw new MalformedException(Fault.NUMBER, "quality.primaryDataShare: at most 100 percent");
    }
    return new PrimaryDataShare(percent);
  }

  private static DataQuality rating(Members members) {
    QualityScale scale = members.value("scale", QualityScale::valueOf);
    Members processes = members.object("byProcess");
    Map<Stage, Representativeness> ratings = new EnumMap<>(Stage.class);
    for (Stage process : StageMembers.ofOneProfile(processes)) {
      ratings.put(process, representativeness(processes.object(process.jsonName())));
    }
    processes.end();
    try {
      return new DataQuality(scale, ratings);
    } catch (IllegalArgumentException e) {
      throw new MalformedException(Fault.NUMBER, "quality.byProcess: outside its scale", e);
    }
  }

  private static Representativeness representativeness(Members members) {
    Representativeness rating =
        new Representativeness(
            members.decimal("TeR"), members.decimal("TiR"), members.decimal("GeR"));
    members.end();
    return rating;
  }
}
