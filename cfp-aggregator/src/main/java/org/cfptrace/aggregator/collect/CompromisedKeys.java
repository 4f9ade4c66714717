package org.cfptrace.aggregator.collect;

import java.time.Instant;
import java.util.List;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.KeyThumbprint;

/** Finds what a key has signed that nobody trusts any more. */
public interface CompromisedKeys {
  /** One of them, and a company that holds it. */
  record Covered(Tenant tenant, DeclarationId declaration) {}

  /**
   * What was signed with a key of an issuer and neither came to us nor was in the public log before
   * the key was compromised: the day it bears is the signer's own word. Not what is recalled
   * already.
   */
  List<Covered> signedWith(ParticipantId issuer, KeyThumbprint key, Instant compromisedSince);
}
