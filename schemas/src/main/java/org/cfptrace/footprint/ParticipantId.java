package org.cfptrace.footprint;

import static java.util.Objects.requireNonNull;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 事業者: who takes part, {@code did:web:<data space domain>:participants:<id>}. The domain is a
 * permanent name, never a socket address; the exact string is looked up in the signed directory and
 * resolved nowhere else.
 */
public record ParticipantId(String did) {

  private static final int LONGEST_DOMAIN = 253;
  private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
  private static final Pattern DID =
      Pattern.compile("did:web:(" + LABEL + "(?:\\." + LABEL + ")*):participants:([a-z2-7]{16})");

  public ParticipantId {
    requireNonNull(did, "did");
    Matcher matcher = DID.matcher(did);
    if (!matcher.matches() || matcher.group(1).length() > LONGEST_DOMAIN) {
      throw new IllegalArgumentException(
          "expected did:web:<domain>:participants:<16 of a-z2-7>, got " + did);
    }
  }

  public static ParticipantId of(String domain, String shortId) {
    return new ParticipantId("did:web:" + domain + ":participants:" + shortId);
  }

  /** The name of the data space this participant belongs to. */
  public String domain() {
    return did.substring("did:web:".length(), did.indexOf(":participants:"));
  }

  /** The sixteen characters that name the participant inside its data space. */
  public String shortId() {
    return did.substring(did.lastIndexOf(':') + 1);
  }

  @Override
  public String toString() {
    return did;
  }
}
