package org.cfptrace.declaration;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.StrictJson;

/** What a declaration of somebody else shows, once it was checked. */
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

  /** The terms that a token shows; empty where it shows none that can be read. */
  public static Optional<TermsClaim> terms(String token) {
    return Stream.of(token.split("~", -1))
        .skip(1)
        .map(ShownClaims::termsIn)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<TermsClaim> termsIn(String disclosure) {
    try {
      JsonNode parts = StrictJson.parse(Base64Url.decode(disclosure));
      return isNamedAmong(Set.of(ClaimName.TERMS.jsonName()), parts)
          ? Optional.of((TermsClaim) Claims.read(ClaimName.TERMS, parts.get(2)))
          : Optional.empty();
    } catch (MalformedException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private static boolean isOf(Set<String> names, String disclosure) {
    try {
      return isNamedAmong(names, StrictJson.parse(Base64Url.decode(disclosure)));
    } catch (MalformedException | IllegalArgumentException unreadable) {
      // Whoever reads the token says what is wrong with it.
      return true;
    }
  }

  /** A disclosure of a claim has three elements: salt, name and value. */
  private static boolean isNamedAmong(Set<String> names, JsonNode parts) {
    return parts.size() == 3
        && parts.get(1).isTextual()
        && names.contains(parts.get(1).textValue());
  }
}
