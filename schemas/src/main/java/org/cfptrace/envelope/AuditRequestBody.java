package org.cfptrace.envelope;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.trade.RequestId;

/**
 * The body of an {@link MessageType#AUDIT_REQUEST}: an auditor asks to be shown one declaration, by
 * the mandate of the company it asks or by the endorsement of that company's customer.
 *
 * @param requestId fresh for each company asked, so that two of them cannot see that they are asked
 *     in the same audit
 * @param mandate the leave of the company asked itself
 * @param endorsement the leave of its customer; one of the two is there, never both
 * @param from the first input wanted, counted from 0: the answer may be too long for one message
 */
public record AuditRequestBody(
    RequestId requestId, Optional<String> mandate, Optional<String> endorsement, long from) {
  /** The furthest input that can be asked for; no declaration has so many. */
  public static final long FURTHEST = 1_000_000;

  public AuditRequestBody {
    requireNonNull(requestId, "requestId");
    mandate.ifPresent(token -> CarriedToken.checked(token, CarriedToken.LONGEST_LEAVE, "mandate"));
    endorsement.ifPresent(
        token -> CarriedToken.checked(token, CarriedToken.LONGEST_LEAVE, "endorsement"));
    if (mandate.isPresent() == endorsement.isPresent()) {
      throw new IllegalArgumentException("expected a mandate or an endorsement, and not both");
    }
    if (from < 0 || from > FURTHEST) {
      throw new IllegalArgumentException(
          "inputs are counted from 0 to " + FURTHEST + ", saw " + from);
    }
  }

  public static AuditRequestBody byMandate(RequestId requestId, String mandate, long from) {
    return new AuditRequestBody(requestId, Optional.of(mandate), Optional.empty(), from);
  }

  public static AuditRequestBody byEndorsement(RequestId requestId, String endorsement, long from) {
    return new AuditRequestBody(requestId, Optional.empty(), Optional.of(endorsement), from);
  }

  public ObjectNode toJson() {
    ObjectNode json = StrictJson.object().put("requestId", requestId.toString());
    mandate.ifPresent(token -> json.put("mandate", token));
    endorsement.ifPresent(token -> json.put("endorsement", token));
    return from == 0 ? json : json.put("from", from);
  }

  /** Reads what {@link #toJson()} writes, and nothing else. */
  public static AuditRequestBody fromJson(JsonNode body) {
    Members members = Members.of(body, "body");
    RequestId requestId = members.value("requestId", RequestId::of);
    Optional<String> mandate =
        CarriedToken.readOptional(members, "mandate", CarriedToken.LONGEST_LEAVE);
    Optional<String> endorsement =
        CarriedToken.readOptional(members, "endorsement", CarriedToken.LONGEST_LEAVE);
    long from = members.has("from") ? members.wholeNumber("from") : 0;
    members.end();
    if (mandate.isPresent() == endorsement.isPresent()) {
      throw new MalformedException(
          Fault.MEMBER, "body: expected a mandate or an endorsement, and not both");
    }
    if (from == 0 && members.has("from")) {
      throw new MalformedException(Fault.MEMBER, "body.from: not written when it is 0");
    }
    if (from > FURTHEST) {
      throw new MalformedException(Fault.MEMBER, "body.from: at most " + FURTHEST);
    }
    return new AuditRequestBody(requestId, mandate, endorsement, from);
  }
}
