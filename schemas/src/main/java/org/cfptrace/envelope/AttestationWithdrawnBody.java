package org.cfptrace.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/**
 * The body of a {@link MessageType#ATTESTATION_WITHDRAWN}: an auditor has taken its word back. It
 * comes from the auditor to the company, and from the company to whom it has shown the word.
 */
public record AttestationWithdrawnBody(String withdrawal) {

  public AttestationWithdrawnBody {
    CarriedToken.checked(withdrawal, CarriedToken.LONGEST_LEAVE, "withdrawal");
  }

  public ObjectNode toJson() {
    return StrictJson.object().put("withdrawal", withdrawal);
  }

  /** Reads what {@link #toJson()} writes, and nothing else. */
  public static AttestationWithdrawnBody fromJson(JsonNode body) {
    Members members = Members.of(body, "body");
    AttestationWithdrawnBody withdrawn =
        new AttestationWithdrawnBody(
            CarriedToken.read(members, "withdrawal", CarriedToken.LONGEST_LEAVE));
    members.end();
    return withdrawn;
  }
}
