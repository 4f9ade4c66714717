package org.cfptrace.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/**
 * The body of a {@link MessageType#ATTESTATION}: the auditor's signed word, which the company may
 * attach to what it declares from then on.
 */
public record AttestationBody(String attestation) {

  public AttestationBody {
    CarriedToken.checked(attestation, CarriedToken.LONGEST_LEAVE, "attestation");
  }

  public ObjectNode toJson() {
    return StrictJson.object().put("attestation", attestation);
  }

  /** Reads what {@link #toJson()} writes, and nothing else. */
  public static AttestationBody fromJson(JsonNode body) {
    Members members = Members.of(body, "body");
    AttestationBody attested =
        new AttestationBody(CarriedToken.read(members, "attestation", CarriedToken.LONGEST_LEAVE));
    members.end();
    return attested;
  }
}
