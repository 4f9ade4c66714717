package org.cfptrace.connector.wiring;

import org.cfptrace.connector.audit.DiscloseDeclaration;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.KeyThumbprint;
import org.cfptrace.keys.VerificationKey;
import org.cfptrace.verify.DeclarationHead;
import org.cfptrace.verify.KeyDirectory;
import org.cfptrace.verify.KeyRecord;

/** The key we sign with now, and those the directory shows of earlier. */
record OwnKeyHistory(ParticipantId me, VerificationKey now, KeyDirectory directory)
    implements DiscloseDeclaration.OwnKeys {
  @Override
  public VerificationKey of(String token) {
    KeyThumbprint kid = DeclarationHead.ofToken(token).asOptional().orElseThrow().signedWith();
    return kid.equals(now.thumbprint())
        ? now
        : directory
            .find(me)
            .flatMap(
                standing ->
                    standing.keys().stream()
                        .map(KeyRecord::key)
                        .filter(key -> key.thumbprint().equals(kid))
                        .findFirst())
            .orElseThrow(() -> new IllegalStateException("we have never had the key " + kid));
  }
}
