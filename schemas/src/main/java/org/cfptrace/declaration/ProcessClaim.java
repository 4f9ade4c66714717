package org.cfptrace.declaration;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.Stage;
import org.cfptrace.strict.Decimals;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/**
 * What an auditor needs beside the suppliers' declarations to work the data quality out again: how
 * good the company's own data is, and that of inputs that rest on no declaration, taken together.
 *
 * @param own of the own emissions; empty where nobody entered any
 * @param rest of estimates, proxies and own parts; empty where there are none
 */
public record ProcessClaim(Optional<QualityClaim> own, Optional<Rest> rest) implements Claim {

  /**
   * Inputs without a declaration, taken together.
   *
   * @param sizes by process, the sum of the sizes of their contributions including biogenic uptake
   * @param quality their mean, weighted by size
   * @param estimatedShare how much of their sizes is estimated
   */
  public record Rest(Map<Stage, KgCo2e> sizes, QualityClaim quality, Share estimatedShare) {
    public Rest {
      Map<Stage, KgCo2e> copy = new EnumMap<>(Stage.class);
      copy.putAll(sizes);
      if (copy.values().stream().anyMatch(size -> size.signum() < 0)) {
        throw new IllegalArgumentException("a size is zero or more");
      }
      sizes = Collections.unmodifiableMap(copy);
      requireNonNull(quality, "quality");
      requireNonNull(estimatedShare, "estimatedShare");
    }
  }

  public ProcessClaim {
    requireNonNull(own, "own");
    requireNonNull(rest, "rest");
  }

  @Override
  public ClaimName name() {
    return ClaimName.PROCESS;
  }

  @Override
  public JsonNode toJson() {
    ObjectNode json = StrictJson.object();
    own.ifPresent(quality -> json.set("own", quality.toJson()));
    rest.ifPresent(
        together -> {
          ObjectNode object = json.putObject("rest");
          ObjectNode sizes = object.putObject("sizes");
          together
              .sizes()
              .forEach(
                  (process, size) ->
                      sizes.put(
                          process.jsonName(),
                          Decimals.write(size.value(), RoundingMode.HALF_EVEN)));
          object.set("quality", together.quality().toJson());
          object.put(
              "estimatedShare", Decimals.write(together.estimatedShare().value(), RoundingMode.UP));
        });
    return json;
  }

  static ProcessClaim read(JsonNode json) {
    Members members = Members.of(json, "process");
    ProcessClaim process =
        new ProcessClaim(
            members.optionalObject("own").map(QualityClaim::read),
            members.optionalObject("rest").map(ProcessClaim::rest));
    members.end();
    return process;
  }

  private static Rest rest(Members members) {
    Members stages = members.object("sizes");
    Map<Stage, KgCo2e> sizes = new EnumMap<>(Stage.class);
    for (Stage process : StageMembers.ofOneProfile(stages)) {
      sizes.put(process, new KgCo2e(stages.decimal(process.jsonName())));
    }
    stages.end();
    QualityClaim quality = QualityClaim.read(members.object("quality"));
    BigDecimal estimated = members.decimal("estimatedShare");
    members.end();
    if (estimated.compareTo(BigDecimal.ONE) > 0) {
      throw new MalformedException(Fault.NUMBER, "process.rest.estimatedShare: from 0 to 1");
    }
    return new Rest(sizes, quality, new Share(estimated));
  }
}
