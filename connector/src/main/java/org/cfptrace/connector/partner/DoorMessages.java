package org.cfptrace.connector.partner;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/**
 * What is said over the door: names are not in it, they come from the directory, and figures never
 * are.
 */
public final class DoorMessages {
  /** The longest note or reason. */
  public static final int LONGEST = 500;

  private DoorMessages() {}

  /** Body of a PartnerInvitation. */
  public static ObjectNode invitation(Optional<String> note) {
    ObjectNode body = StrictJson.object();
    note.ifPresent(text -> body.put("note", text));
    return body;
  }

  /** The note of a PartnerInvitation. */
  public static Optional<String> noteOf(ObjectNode invitation) {
    Members members = Members.of(invitation, "body");
    Optional<String> note = members.optionalText("note", LONGEST);
    members.end();
    return note;
  }

  /** Body of a PartnerAnswer. */
  public static ObjectNode answer(boolean accepted, Optional<String> reason) {
    ObjectNode body = StrictJson.object().put("accepted", accepted);
    reason.ifPresent(text -> body.put("reason", text));
    return body;
  }

  /** What a PartnerAnswer says. */
  public static Answer answerOf(ObjectNode answer) {
    Members members = Members.of(answer, "body");
    Answer read = new Answer(members.flag("accepted"), members.optionalText("reason", LONGEST));
    members.end();
    return read;
  }

  /** Yes, or no with a reason. */
  public record Answer(boolean accepted, Optional<String> reason) {}
}
