package org.cfptrace.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.regex.Pattern;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;
import org.cfptrace.strict.Members;

/** Claims that messages, declarations and other tokens have in common. */
public final class TokenClaims {
  private static final Pattern URN =
      Pattern.compile("urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /** The end of the year 9999: beyond it, an instant is a mistake. */
  private static final long LATEST = 253_402_300_799L;

  private TokenClaims() {}

  /** The only claim that is believed before the signature is checked: it says whose key to take. */
  static ParticipantId issuer(JsonNode payload) {
    return Members.of(payload, "payload").value("iss", ParticipantId::new);
  }

  /** The token's own identity. */
  public static String jti(Members members) {
    return urn(members, "jti");
  }

  /** An identity of that form. */
  public static String urn(Members members, String name) {
    String urn = members.text(name);
    if (!URN.matcher(urn).matches()) {
      throw new MalformedException(Fault.MEMBER, name + ": expected urn:uuid:… in small letters");
    }
    return urn;
  }

  /** An instant in whole seconds. */
  public static Instant instant(Members members, String name) {
    long seconds = members.wholeNumber(name);
    if (seconds > LATEST) {
      throw new MalformedException(Fault.NUMBER, name + ": not an instant in seconds");
    }
    return Instant.ofEpochSecond(seconds);
  }
}
