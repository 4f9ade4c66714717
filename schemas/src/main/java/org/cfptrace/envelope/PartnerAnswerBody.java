package org.cfptrace.envelope;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/**
 * The body of a {@link MessageType#PARTNER_ANSWER}: a person has agreed to the invitation, or not;
 * a later no ends a partnership.
 *
 * @param reason why not, or a word beside a yes
 */
public record PartnerAnswerBody(boolean accepted, Optional<String> reason) {
  /** The longest reason. */
  public static final int LONGEST_REASON = 500;

  public PartnerAnswerBody {
    requireNonNull(reason, "reason");
  }

  public static PartnerAnswerBody yes() {
    return new PartnerAnswerBody(true, Optional.empty());
  }

  public static PartnerAnswerBody no(String reason) {
    return new PartnerAnswerBody(false, Optional.of(reason));
  }

  public ObjectNode toJson() {
    ObjectNode json = StrictJson.object().put("accepted", accepted);
    reason.ifPresent(text -> json.put("reason", text));
    return json;
  }

  /** Reads what {@link #toJson()} writes, and nothing else. */
  public static PartnerAnswerBody fromJson(JsonNode body) {
    Members members = Members.of(body, "body");
    PartnerAnswerBody answer =
        new PartnerAnswerBody(
            members.flag("accepted"), members.optionalText("reason", LONGEST_REASON));
    members.end();
    return answer;
  }
}
