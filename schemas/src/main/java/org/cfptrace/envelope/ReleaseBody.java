package org.cfptrace.envelope;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/**
 * The body of a {@link MessageType#RELEASE}: the supplier shows this customer, from now on, what it
 * had kept back of one product; a declaration that shows it follows.
 */
public record ReleaseBody(TraceId traceId, Set<SharedItem> switches) {

  public ReleaseBody {
    requireNonNull(traceId, "traceId");
    switches = SharedItem.checked(switches);
  }

  public ObjectNode toJson() {
    ObjectNode json = StrictJson.object().put("traceId", traceId.toString());
    json.set("switches", SharedItem.write(switches));
    return json;
  }

  /** Reads what {@link #toJson()} writes, and nothing else. */
  public static ReleaseBody fromJson(JsonNode body) {
    Members members = Members.of(body, "body");
    ReleaseBody release =
        new ReleaseBody(members.value("traceId", TraceId::of), SharedItem.read(members));
    members.end();
    return release;
  }
}
