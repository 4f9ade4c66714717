package org.cfptrace.envelope;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Optional;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/**
 * The body of a {@link MessageType#PROGRESS}: how far the whole tree upstream of a product is. It
 * names nobody in that tree.
 *
 * @param complete whether every figure of the tree is there
 * @param requests how many were asked and answered, where the supplier tells
 * @param changedOn the day of the last change
 */
public record ProgressBody(
    TraceId traceId, boolean complete, Optional<RequestCounts> requests, LocalDate changedOn) {

  public ProgressBody {
    requireNonNull(traceId, "traceId");
    requireNonNull(requests, "requests");
    requireNonNull(changedOn, "changedOn");
  }

  public ObjectNode toJson() {
    ObjectNode json =
        StrictJson.object().put("traceId", traceId.toString()).put("complete", complete);
    requests.ifPresent(counts -> json.set("requests", json(counts)));
    return json.put("changedOn", changedOn.toString());
  }

  private static ObjectNode json(RequestCounts counts) {
    ObjectNode json =
        StrictJson.object().put("asked", counts.asked()).put("answered", counts.answered());
    return counts.isPartial() ? json.put("partial", true) : json;
  }

  /** Reads what {@link #toJson()} writes, and nothing else. */
  public static ProgressBody fromJson(JsonNode body) {
    Members members = Members.of(body, "body");
    ProgressBody progress =
        new ProgressBody(
            members.value("traceId", TraceId::of),
            members.flag("complete"),
            members.optionalObject("requests").map(ProgressBody::counts),
            members.date("changedOn"));
    members.end();
    return progress;
  }

  private static RequestCounts counts(Members members) {
    long asked = members.wholeNumber("asked");
    long answered = members.wholeNumber("answered");
    boolean isPartial = isPartial(members);
    members.end();
    try {
      return new RequestCounts(asked, answered, isPartial);
    } catch (IllegalArgumentException e) {
      throw new MalformedException(Fault.MEMBER, members.path() + ": " + e.getMessage(), e);
    }
  }

  private static boolean isPartial(Members members) {
    if (!members.has("partial")) {
      return false;
    }
    if (!members.flag("partial")) {
      throw new MalformedException(
          Fault.MEMBER, members.path() + ".partial: expected true, or nothing");
    }
    return true;
  }
}
