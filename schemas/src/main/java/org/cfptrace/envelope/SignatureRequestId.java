package org.cfptrace.envelope;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** The identity of a request to sign, given by who asks: {@code urn:uuid:…} in small letters. */
public record SignatureRequestId(UUID uuid) {
  public SignatureRequestId {
    requireNonNull(uuid, "uuid");
  }

  /** Reads the URN form. Only the canonical spelling passes, so that equal ids are equal bytes. */
  public static SignatureRequestId of(String urn) {
    return new SignatureRequestId(UuidUrn.read(urn));
  }

  public static SignatureRequestId random() {
    return new SignatureRequestId(UUID.randomUUID());
  }

  @Override
  public String toString() {
    return UuidUrn.write(uuid);
  }
}
