package org.cfptrace.registry.log.adapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cfptrace.log.LogEntry;
import org.cfptrace.registry.log.IssuerProof;
import org.cfptrace.registry.wiring.http.Body;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.MalformedException;

/** Entries as requests write them. */
final class EntryTexts {
  private static final int MOST = 1000;
  private static final int LONGEST = 44;
  private static final int DIGEST = 32;

  private EntryTexts() {}

  /** An entry, and how the caller wrote it. */
  record Named(String text, LogEntry entry) {}

  /** What is said of an entry, and what shows that it is the issuer who says so. */
  record Mark(Named named, Optional<IssuerProof> proof, boolean superseded, boolean recalled) {}

  static List<Named> submission(byte[] bytes) {
    Body body = Body.of(bytes);
    List<Named> entries = new ArrayList<>();
    for (String text : body.texts("entries", MOST, LONGEST)) {
      try {
        entries.add(new Named(text, entry(text)));
      } catch (IllegalArgumentException e) {
        body.fault("entries[" + entries.size() + "]", "BAD_ENTRY", message(e));
        break;
      }
    }
    body.end();
    return entries;
  }

  static Mark mark(byte[] bytes) {
    Body body = Body.of(bytes);
    var named = body.required("entry", LONGEST, "BAD_ENTRY", text -> new Named(text, entry(text)));
    var proof =
        body.optional("signingInput", IssuerProof.LONGEST, "BAD_SIGNING_INPUT", IssuerProof::of);
    boolean superseded = body.optionalFlag("superseded").orElse(false);
    boolean recalled = body.optionalFlag("recalled").orElse(false);
    if (!superseded && !recalled) {
      body.fault("recalled", "REQUIRED", "expected superseded or recalled, true");
    }
    body.end();
    return new Mark(named.orElseThrow(), proof, superseded, recalled);
  }

  /** A declaration's id, or the 33 bytes of an entry of a kind that participants bring. */
  private static LogEntry entry(String text) {
    byte[] bytes;
    try {
      bytes = Base64Url.decode(text);
    } catch (MalformedException e) {
      throw new IllegalArgumentException("expected base64url", e);
    }
    LogEntry entry =
        bytes.length == DIGEST
            ? LogEntry.of(LogEntry.Kind.DECLARATION, bytes)
            : LogEntry.parse(bytes);
    if (entry.kind() != LogEntry.Kind.DECLARATION && entry.kind() != LogEntry.Kind.EXPORT) {
      throw new IllegalArgumentException("participants bring declarations and exports");
    }
    return entry;
  }

  private static String message(IllegalArgumentException e) {
    return String.valueOf(e.getMessage());
  }
}
