package org.cfptrace.declaration;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cfptrace.keys.Commitment;
import org.cfptrace.keys.CommitmentOpening;

/**
 * A declaration we signed: the exact token, every disclosure, and the opening of its commitment.
 * Keep {@link #bytes()} and {@link #opening()}; each reader gets a {@link #view}.
 */
public final class SignedDeclaration {
  /** Largest token that is sent. */
  public static final int LONGEST_TOKEN = 64 * 1024;

  private final DeclarationId id;
  private final String jti;
  private final String jws;
  private final Map<ClaimName, List<String>> disclosures;
  private final Commitment commitment;
  private final CommitmentOpening opening;

  /**
   * A declaration from its parts; drafts make new ones and the reader restores those we kept.
   *
   * @param disclosures the texts by claim; for the inputs their claim, then each group and its
   *     elements
   */
  public SignedDeclaration(
      DeclarationId id,
      String jti,
      String jws,
      Map<ClaimName, List<String>> disclosures,
      Commitment commitment,
      CommitmentOpening opening) {
    this.id = requireNonNull(id, "id");
    this.jti = requireNonNull(jti, "jti");
    this.jws = requireNonNull(jws, "jws");
    this.disclosures = new EnumMap<>(ClaimName.class);
    disclosures.forEach((name, texts) -> this.disclosures.put(name, List.copyOf(texts)));
    this.commitment = requireNonNull(commitment, "commitment");
    this.opening = requireNonNull(opening, "opening");
  }

  public DeclarationId id() {
    return id;
  }

  public String jti() {
    return jti;
  }

  public Commitment commitment() {
    return commitment;
  }

  public CommitmentOpening opening() {
    return opening;
  }

  /** The claims that hold something; the others are decoys. */
  public Set<ClaimName> claims() {
    return Set.copyOf(disclosures.keySet());
  }

  /** The token with every disclosure, as it is to be kept. */
  public byte[] bytes() {
    return text(disclosures.keySet()).getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * The token with the disclosures of {@code shown}, as it goes to a reader; what the declaration
   * does not hold is not in it. Longer than 64 KiB is the caller's mistake: inputs are shown in
   * pages.
   */
  public String view(Set<ClaimName> shown) {
    return limited(text(shown));
  }

  /**
   * A view in which of the inputs only those at {@code places} are shown, counted from 0: an
   * auditor is shown one by one.
   */
  public String view(Set<ClaimName> shown, Set<Integer> places) {
    return limited(text(shown, inputs(places)));
  }

  private static String limited(String text) {
    if (text.length() > LONGEST_TOKEN) {
      throw new IllegalArgumentException(
          "a view holds at most 64 KiB, this one " + text.length() + " bytes");
    }
    return text;
  }

  private String text(Set<ClaimName> shown) {
    return text(shown, disclosures.getOrDefault(ClaimName.INPUTS, List.of()));
  }

  private String text(Set<ClaimName> shown, List<String> inputs) {
    List<String> parts = new ArrayList<>();
    parts.add(jws);
    disclosures.forEach(
        (name, texts) -> {
          if (shown.contains(name)) {
            parts.addAll(name == ClaimName.INPUTS ? inputs : texts);
          }
        });
    return String.join("~", parts) + "~";
  }

  private List<String> inputs(Set<Integer> places) {
    List<String> all = disclosures.getOrDefault(ClaimName.INPUTS, List.of());
    return all.isEmpty() ? all : InputDisclosures.only(all, places);
  }

  @Override
  public String toString() {
    return "SignedDeclaration[" + id + "]";
  }
}
