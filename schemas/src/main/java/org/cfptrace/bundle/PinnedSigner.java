package org.cfptrace.bundle;

import org.cfptrace.keys.KeyThumbprint;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.participant.Fingerprint;
import org.cfptrace.participant.KeyPins;
import org.cfptrace.participant.KeyRecord;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/** Whether a token that was read is signed by a key that people have compared, or its successor. */
final class PinnedSigner {
  private PinnedSigner() {}

  static boolean of(String token, DirectoryEntry entry, Fingerprint pinned) {
    KeyThumbprint kid = kid(token);
    if (Fingerprint.of(entry.participant(), kid).equals(pinned)) {
      return true;
    }
    return entry.keys().stream()
        .filter(key -> key.use() == KeyRecord.Use.SIGN)
        .map(KeyRecord::kid)
        .filter(key -> Fingerprint.of(entry.participant(), key).equals(pinned))
        .anyMatch(key -> KeyPins.leadsTo(kid, new KeyPins.Pinned(entry.participant(), key), entry));
  }

  private static KeyThumbprint kid(String token) {
    byte[] header = Base64Url.decode(token.substring(0, token.indexOf('.')));
    return Members.of(StrictJson.parse(header), "header").value("kid", KeyThumbprint::new);
  }
}
