package org.cfptrace.declaration;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.cfptrace.footprint.CommittedTotals;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/** The total by stage and account, under a named stage profile; the cells add up to it exactly. */
public record StagesClaim(StageProfile profile, Emissions cells) implements Claim {

  public StagesClaim {
    requireNonNull(profile, "profile");
    requireNonNull(cells, "cells");
    if (!profile.hasAll(cells.stages())) {
      throw new IllegalArgumentException(
          "stages " + cells.stages() + " are not those of profile " + profile);
    }
  }

  /** Whether the cells add up to {@code totals}. */
  public boolean addUpTo(CommittedTotals totals) {
    return cells.gross().equals(totals.gross())
        && cells.removals().equals(totals.removals())
        && cells.uptake().equals(totals.uptake());
  }

  @Override
  public ClaimName name() {
    return ClaimName.STAGES;
  }

  @Override
  public JsonNode toJson() {
    ObjectNode json = StrictJson.object().put("profile", profile.name());
    json.set("cells", EmissionsJson.write(cells));
    return json;
  }

  static StagesClaim read(JsonNode json) {
    Members members = Members.of(json, "stages");
    StageProfile profile = members.value("profile", StageProfile::valueOf);
    Emissions cells = EmissionsJson.read(members.object("cells"), profile);
    members.end();
    return new StagesClaim(profile, cells);
  }
}
