package org.cfptrace.aggregator.disclose.pack;

import com.fasterxml.jackson.databind.JsonNode;
import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.Claim;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.Claims;
import org.cfptrace.declaration.TermsClaim;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.StrictJson;

/** What the issuer of a declaration lets its holder do with it. In doubt: nothing. */
final class Terms {
  private static final int OF_A_CLAIM = 3;

  private Terms() {}

  /** Whether the terms that a token shows let it go to an auditor. */
  static boolean letGoToAuditor(String token) {
    String[] parts = token.split("~", -1);
    for (int i = 1; i < parts.length; i++) {
      if (!parts[i].isEmpty() && isSuch(parts[i])) {
        return true;
      }
    }
    return false;
  }

  /** A disclosure of a claim has three elements: salt, name and value. */
  private static boolean isSuch(String disclosure) {
    try {
      JsonNode parts = StrictJson.parse(Base64Url.decode(disclosure));
      if (parts.size() != OF_A_CLAIM
          || !parts.get(1).isTextual()
          || !parts.get(1).textValue().equals(ClaimName.TERMS.jsonName())) {
        return false;
      }
      Claim claim = Claims.read(ClaimName.TERMS, parts.get(2));
      return claim instanceof TermsClaim terms && terms.onward().contains(Audience.AUDITOR);
    } catch (MalformedException | IllegalArgumentException unreadable) {
      return false;
    }
  }
}
