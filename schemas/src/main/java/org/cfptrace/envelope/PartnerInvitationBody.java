package org.cfptrace.envelope;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/**
 * The body of a {@link MessageType#PARTNER_INVITATION}. It names nobody: who asks is in the signed
 * message, and how it is called is in the directory.
 *
 * @param note a word to the person who will answer
 */
public record PartnerInvitationBody(Optional<String> note) {
  /** The longest note. */
  public static final int LONGEST_NOTE = 500;

  public PartnerInvitationBody {
    requireNonNull(note, "note");
  }

  public ObjectNode toJson() {
    ObjectNode json = StrictJson.object();
    note.ifPresent(text -> json.put("note", text));
    return json;
  }

  /** Reads what {@link #toJson()} writes, and nothing else. */
  public static PartnerInvitationBody fromJson(JsonNode body) {
    Members members = Members.of(body, "body");
    Optional<String> note = members.optionalText("note", LONGEST_NOTE);
    members.end();
    return new PartnerInvitationBody(note);
  }
}
