package org.cfptrace.aggregator.disclose.pack;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.disclose.Evidence;
import org.cfptrace.aggregator.disclose.ProductFacts;

/**
 * All that an auditor's pack says.
 *
 * @param product of what may be told alone, as evidence and lineage
 * @param split how far it is told what each source brings
 * @param tokens the declarations themselves, in the order of the evidence's inputs
 * @param directory signed entries of all who signed them
 * @param leftOut ids of declarations that are not in the pack, with the reason
 */
public record PackFacts(
    ProductFacts product,
    PackOptions options,
    Evidence evidence,
    Split split,
    Lineage lineage,
    List<Token> tokens,
    List<Entry> directory,
    List<LeftOut> leftOut) {
  public PackFacts {
    requireNonNull(product, "product");
    requireNonNull(options, "options");
    requireNonNull(evidence, "evidence");
    requireNonNull(split, "split");
    requireNonNull(lineage, "lineage");
    tokens = List.copyOf(tokens);
    directory = List.copyOf(directory);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * A declaration as it came.
   *
   * @param token with the disclosures its holder was shown, to the byte
   * @param opening JSON that opens its commitment, where its total was shown
   * @param proof JSON of its place in the log, where it was proved
   */
  public record Token(
      String declarationId, String token, Optional<String> opening, Optional<String> proof) {
    public Token {
      requireNonNull(declarationId, "declarationId");
      requireNonNull(token, "token");
      requireNonNull(opening, "opening");
      requireNonNull(proof, "proof");
    }
  }

  /** A company's entry in the directory, signed by the registry. */
  public record Entry(String company, String jws) {}

  /** A declaration that is not in the pack. */
  public record LeftOut(String declarationId, String why) {}
}
