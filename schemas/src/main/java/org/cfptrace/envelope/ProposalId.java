package org.cfptrace.envelope;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** The identity of a proposal, given by who proposes: {@code urn:uuid:…} in small letters. */
public record ProposalId(UUID uuid) {
  public ProposalId {
    requireNonNull(uuid, "uuid");
  }

  /** Reads the URN form. Only the canonical spelling passes, so that equal ids are equal bytes. */
  public static ProposalId of(String urn) {
    return new ProposalId(UuidUrn.read(urn));
  }

  public static ProposalId random() {
    return new ProposalId(UUID.randomUUID());
  }

  @Override
  public String toString() {
    return UuidUrn.write(uuid);
  }
}
