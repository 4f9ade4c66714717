package org.cfptrace.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/**
 * Two companies become partners: one invites, the other accepts. Each types in the fingerprint that
 * the other read out, so that nobody in between can put a key of its own in place.
 */
public final class Partnership {

  private static final Set<String> DONE = Set.of("ACCEPTED", "ACTIVE");

  private final Desk inviting;
  private final Desk invited;

  public Partnership(Desk inviting, Desk invited) {
    this.inviting = inviting;
    this.invited = invited;
  }

  /** Returns when both sides see each other as partners. */
  public void begin() {
    String invitingId = inviting.participantId();
    String invitedId = invited.participantId();
    if (!knows(inviting, invitedId)) {
      inviting.invite(invitedId, invited.fingerprint());
    }
    Desk.await("the invitation at the invited company's door", () -> invited.partner(invitingId));
    if (!stands(invited, invitingId)) {
      invited.accept(invitingId, inviting.fingerprint());
    }
    Desk.await(
        "the answer to the invitation",
        () ->
            stands(inviting, invitedId) && stands(invited, invitingId)
                ? Optional.of(true)
                : Optional.empty());
  }

  private static boolean knows(Desk desk, String partner) {
    return desk.partner(partner).isPresent();
  }

  private static boolean stands(Desk desk, String partner) {
    return desk.partner(partner).map(Partnership::state).filter(DONE::contains).isPresent();
  }

  private static String state(JsonNode partner) {
    return partner.path("state").asText(partner.path("status").asText());
  }
}
