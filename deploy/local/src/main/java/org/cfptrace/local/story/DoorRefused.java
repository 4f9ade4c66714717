package org.cfptrace.local.story;

import com.fasterxml.jackson.databind.JsonNode;

/** A service refused a request, and says why. */
public final class DoorRefused extends RuntimeException {

  private final int status;
  private final transient JsonNode problem;

  DoorRefused(int status, JsonNode problem) {
    super(describe(status, problem));
    this.status = status;
    this.problem = problem;
  }

  public int status() {
    return status;
  }

  /** The stable code of the problem, empty when there is none. */
  public String code() {
    return problem.path("code").asText("");
  }

  public JsonNode problem() {
    return problem;
  }

  private static String describe(int status, JsonNode problem) {
    StringBuilder text = new StringBuilder("HTTP ").append(status);
    for (String member : new String[] {"code", "title", "detail"}) {
      String value = problem.path(member).asText("");
      if (!value.isEmpty()) {
        text.append(member.equals("code") ? " " : ": ").append(value);
      }
    }
    for (JsonNode error : problem.path("errors")) {
      text.append("\n    ")
          .append(error.path("field").asText())
          .append(": ")
          .append(error.path("code").asText())
          .append(" ")
          .append(error.path("message").asText());
    }
    if (problem.isTextual() && !problem.asText().isBlank()) {
      text.append(": ").append(problem.asText().strip());
    }
    return text.toString();
  }
}
