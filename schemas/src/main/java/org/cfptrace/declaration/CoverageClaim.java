package org.cfptrace.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/** Of how many suppliers asked, how many answered. */
public record CoverageClaim(long asked, long answered) implements Claim {

  public CoverageClaim {
    if (asked < 0 || answered < 0 || answered > asked) {
      throw new IllegalArgumentException(answered + " answers to " + asked + " requests");
    }
  }

  @Override
  public ClaimName name() {
    return ClaimName.COVERAGE;
  }

  @Override
  public JsonNode toJson() {
    return StrictJson.object().put("asked", asked).put("answered", answered);
  }

  static CoverageClaim read(JsonNode json) {
    Members members = Members.of(json, "coverage");
    long asked = members.wholeNumber("asked");
    long answered = members.wholeNumber("answered");
    members.end();
    if (answered > asked) {
      throw new MalformedException(Fault.NUMBER, "coverage: more answers than requests");
    }
    return new CoverageClaim(asked, answered);
  }
}
