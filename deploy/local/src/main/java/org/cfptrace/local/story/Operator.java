package org.cfptrace.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.cfptrace.local.stack.Enrolment;
import org.cfptrace.local.stack.Service;

/** The operator's desk at the registry: admits companies, and never sees what they exchange. */
public final class Operator {
  private static final Duration YEAR = Duration.ofDays(365);

  private final Door publicDoor;
  private final Door operatorDoor;

  public Operator(Service registry) {
    this.publicDoor = Door.withoutLogin(registry.url());
    this.operatorDoor = Door.of(registry.url(), registry.login());
  }

  /** A company's application, handed in at the public door. */
  public String apply(ObjectNode application) {
    return publicDoor.post("applications", application).path("applicationId").asText();
  }

  /** The operator says yes; the company gets its id and a code that works once. */
  public Enrolment approve(String applicationId) {
    JsonNode answer = operatorDoor.post("applications/" + applicationId + "/approval", null);
    return new Enrolment(
        answer.path("participantId").asText(), answer.path("enrolmentCode").asText());
  }

  /** The operator has looked at the auditor's papers: it may audit footprints for a year. */
  public void accredit(String participantId) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    ObjectNode form = new ObjectMapper().createObjectNode().put("participantId", participantId);
    form.putArray("scope").add("CFP_AUDIT");
    form.put("from", now.toString()).put("until", now.plus(YEAR).toString());
    operatorDoor.post("accreditations", form);
  }

  public Door door() {
    return operatorDoor;
  }
}
