package org.cfptrace.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/**
 * The body of a {@link MessageType#MANDATE_ISSUED}: a company hands its auditor the mandate it has
 * signed.
 */
public record MandateIssuedBody(String mandate) {

  public MandateIssuedBody {
    CarriedToken.checked(mandate, CarriedToken.LONGEST_LEAVE, "mandate");
  }

  public ObjectNode toJson() {
    return StrictJson.object().put("mandate", mandate);
  }

  /** Reads what {@link #toJson()} writes, and nothing else. */
  public static MandateIssuedBody fromJson(JsonNode body) {
    Members members = Members.of(body, "body");
    MandateIssuedBody issued =
        new MandateIssuedBody(CarriedToken.read(members, "mandate", CarriedToken.LONGEST_LEAVE));
    members.end();
    return issued;
  }
}
