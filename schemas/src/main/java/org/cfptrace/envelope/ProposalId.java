package org.cfptrace.envelope;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import java.util.regex.Pattern;

/** The identity of a proposal, given by who proposes: {@code urn:uuid:…} in small letters. */
public record ProposalId(UUID uuid) {
  private static final String URN = "urn:uuid:";
  private static final Pattern CANONICAL =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  public ProposalId {
    requireNonNull(uuid, "uuid");
  }

  /** Reads the URN form. Only the canonical spelling passes, so that equal ids are equal bytes. */
  public static ProposalId of(String urn) {
    if (!urn.startsWith(URN) || !CANONICAL.matcher(urn.substring(URN.length())).matches()) {
      throw new IllegalArgumentException("expected urn:uuid:<uuid in small letters>, got " + urn);
    }
    return new ProposalId(UUID.fromString(urn.substring(URN.length())));
  }

  public static ProposalId random() {
    return new ProposalId(UUID.randomUUID());
  }

  @Override
  public String toString() {
    return URN + uuid;
  }
}
