package org.cfptrace.registry.certificate;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/** What a certificate below the issuing authority may be used for. */
enum LeafProfile {
  /** A participant's declarations and messages. */
  SIGNING(KeyPurposeId.getInstance(new ASN1ObjectIdentifier("1.3.6.1.5.5.7.3.36"))),
  /** A participant's (or the registry's own) connection to the broker. */
  TLS_CLIENT(KeyPurposeId.id_kp_clientAuth),
  /** The broker, which also connects to itself. */
  TLS_SERVER(KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth);

  // Copied on the way out, never changed.
  @SuppressWarnings("ImmutableEnumChecker")
  private final KeyPurposeId[] purposes;

  // Without any purpose extension a TLS stack takes a certificate for everything. A signing
  // certificate therefore names document signing (RFC 9336), which no TLS stack accepts.
  LeafProfile(KeyPurposeId... purposes) {
    this.purposes = purposes;
  }

  KeyPurposeId[] purposes() {
    return purposes.clone();
  }
}
