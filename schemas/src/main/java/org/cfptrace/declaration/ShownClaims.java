package org.cfptrace.declaration;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.StrictJson;

/** A declaration of somebody else with fewer disclosures than it came with: it stays signed. */
public final class ShownClaims {
  private ShownClaims() {}

  /**
   * The token with the disclosures of these claims alone. Inputs are never among them: their groups
   * and elements bear no name.
   *
   * @param token with its disclosures, each ended by {@code ~}
   */
  public static String only(String token, Set<ClaimName> shown) {
    Set<String> names = shown.stream().map(ClaimName::jsonName).collect(toSet());
    String[] parts = token.split("~", -1);
    return Stream.concat(
            Stream.of(parts[0]),
            Stream.of(parts).skip(1).filter(part -> !part.isEmpty() && isOf(names, part)))
        .collect(Collectors.joining("~", "", "~"));
  }

  /** A disclosure of a claim has three elements: salt, name and value. */
  private static boolean isOf(Set<String> names, String disclosure) {
    try {
      JsonNode parts = StrictJson.parse(Base64Url.decode(disclosure));
      return parts.size() == 3
          && parts.get(1).isTextual()
          && names.contains(parts.get(1).textValue());
    } catch (MalformedException | IllegalArgumentException unreadable) {
      // Whoever reads the token says what is wrong with it.
      return true;
    }
  }
}
