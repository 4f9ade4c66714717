package org.cfptrace.connector.audit;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cfptrace.chain.HopAnswer;
import org.cfptrace.chain.ShownDeclaration;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.ShownClaims;
import org.cfptrace.envelope.AuditedInput;

/**
 * A supplier's declaration as its buyer hands it on to an auditor. Where the supplier's terms do
 * not allow that, only the signed token goes, without any disclosure: its id and its commitment
 * still say which figure was used, and the figure itself is for the supplier to show, by its own
 * leave.
 */
final class HandedOn {
  /** What an input is checked by, and not how it was made. */
  private static final Set<ClaimName> OF_AN_INPUT =
      EnumSet.of(
          ClaimName.PRODUCT,
          ClaimName.TOTAL,
          ClaimName.PERIOD,
          ClaimName.METHOD,
          ClaimName.AUDIENCE,
          ClaimName.QUALITY,
          ClaimName.STAGES,
          ClaimName.TERMS);

  private HandedOn() {}

  /** The token alone. */
  static String bare(String token) {
    return jws(token) + "~";
  }

  /**
   * The same with what the suppliers have shown themselves put in where their buyer had to leave it
   * out: the claims that the buyer says it was shown, since a sum is checked by what its maker
   * knew.
   */
  static ShownDeclaration completed(ShownDeclaration shown, Map<DeclarationId, HopAnswer> answers) {
    List<AuditedInput> inputs =
        shown.inputs().stream().map(input -> completed(input, answers)).toList();
    return new ShownDeclaration(
        shown.declaration(), shown.statement(), shown.proof(), shown.statementProof(), inputs);
  }

  private static AuditedInput completed(AuditedInput input, Map<DeclarationId, HopAnswer> answers) {
    if (!input.declaration().equals(bare(input.declaration()))) {
      return input;
    }
    return idOf(input.declaration())
        .map(answers::get)
        .filter(HopAnswer.Shown.class::isInstance)
        .map(answer -> ((HopAnswer.Shown) answer).declaration())
        .filter(own -> jws(own.declaration().declaration()).equals(jws(input.declaration())))
        .map(
            own ->
                new AuditedInput(
                    ofAnInput(own.declaration().declaration(), input.seen()),
                    own.declaration().opening(),
                    input.proof().or(own::proof),
                    input.endorsement(),
                    input.supplierKey()))
        .orElse(input);
  }

  /** The id of a token; empty when it is none. */
  static Optional<DeclarationId> idOf(String token) {
    String jws = jws(token);
    int dot = jws.lastIndexOf('.');
    return dot < 0
        ? Optional.empty()
        : Optional.of(
            DeclarationId.ofSigningInput(
                jws.substring(0, dot).getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static String ofAnInput(String token, Set<ClaimName> seen) {
    return ShownClaims.only(
        token, OF_AN_INPUT.stream().filter(seen::contains).collect(Collectors.toSet()));
  }

  private static String jws(String token) {
    int end = token.indexOf('~');
    return end < 0 ? token : token.substring(0, end);
  }
}
