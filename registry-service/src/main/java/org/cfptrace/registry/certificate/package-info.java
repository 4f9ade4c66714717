/**
 * The certificate authority: a root that stays offline, an issuing key that certifies participants.
 * A participant proves that it holds its keys (PKCS#10 over a nonce of ours, an encryption key
 * bound by the signing key) and gets a signing and a TLS certificate for 90 days. Everything that
 * is not exactly as asked is refused with its reason.
 */
@NullMarked
package org.cfptrace.registry.certificate;

import org.jspecify.annotations.NullMarked;
