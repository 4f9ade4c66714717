package org.cfptrace.declaration;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.Randomness;
import org.cfptrace.keys.Sha256;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/**
 * Whom this copy was made for. The plain {@code rcpt} is its digest, so the copy is bound to one
 * recipient without naming it.
 *
 * @param salt 16 bytes in base64url
 */
public record AudienceClaim(ParticipantId recipient, String salt) implements Claim {
  private static final int SALT_BYTES = 16;

  public AudienceClaim {
    requireNonNull(recipient, "recipient");
    Base64Url.decode(salt, SALT_BYTES);
  }

  public static AudienceClaim fresh(ParticipantId recipient, Randomness random) {
    return new AudienceClaim(recipient, Base64Url.encode(random.bytes(SALT_BYTES)));
  }

  /** b64url(SHA-256(UTF-8 recipient ‖ salt bytes)). */
  public String digest() {
    return Base64Url.encode(
        Sha256.of(recipient.did().getBytes(StandardCharsets.UTF_8), Base64Url.decode(salt)));
  }

  @Override
  public ClaimName name() {
    return ClaimName.AUDIENCE;
  }

  @Override
  public JsonNode toJson() {
    return StrictJson.object().put("recipient", recipient.did()).put("salt", salt);
  }

  static AudienceClaim read(JsonNode json) {
    Members members = Members.of(json, "audience");
    ParticipantId recipient = members.value("recipient", ParticipantId::new);
    String salt = Base64Url.encode(members.bytes("salt", SALT_BYTES));
    members.end();
    return new AudienceClaim(recipient, salt);
  }
}
