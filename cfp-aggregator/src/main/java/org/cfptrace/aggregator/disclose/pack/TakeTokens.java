package org.cfptrace.aggregator.disclose.pack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.aggregator.collect.CollectedDeclaration;
import org.cfptrace.aggregator.collect.Declarations;
import org.cfptrace.aggregator.disclose.Digests;
import org.cfptrace.aggregator.disclose.Evidence.Input;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.log.LoggedEntry;
import org.cfptrace.strict.StrictJson;

/**
 * Reads each declaration of a product's evidence once: what goes into the pack, its digest, and
 * whether its terms let it go there. A declaration may show more from one moment to the next, so
 * the digest is of the very bytes that are taken.
 */
final class TakeTokens {
  private static final String TERMS = "its issuer's terms do not let it go to an auditor";
  private static final String UNKNOWN = "its token is not here, so its terms are not known";
  private static final String TELLS = "beside the total it would tell the figure that is withheld";

  private final Declarations declarations;
  private final PublicRecord record;
  private final Tenant tenant;
  private final int mostBytes;
  private final List<Input> inputs = new ArrayList<>();
  private final List<PackFacts.Token> tokens = new ArrayList<>();
  private final List<PackFacts.LeftOut> leftOut = new ArrayList<>();
  private final Set<String> withheld = new LinkedHashSet<>();
  private long bytes;

  TakeTokens(Declarations declarations, PublicRecord record, Tenant tenant, int mostBytes) {
    this.declarations = requireNonNull(declarations, "declarations");
    this.record = requireNonNull(record, "record");
    this.tenant = requireNonNull(tenant, "tenant");
    this.mostBytes = mostBytes;
  }

  void take(List<Input> of) {
    of.forEach(this::take);
  }

  private void take(Input input) {
    DeclarationId id = new DeclarationId(input.declarationId());
    Optional<String> read = declarations.token(tenant, id);
    if (read.isEmpty()) {
      inputs.add(input);
      withheld.add(id.value());
      leaveOut(id.value(), UNKNOWN);
      return;
    }
    String token = read.get();
    inputs.add(withDigestOf(input, token));
    boolean isOwn = input.signer().equals(tenant.participant().did());
    if (!isOwn && !Terms.letGoToAuditor(token)) {
      withheld.add(id.value());
      leaveOut(id.value(), TERMS);
    } else if (bytes + token.length() > mostBytes) {
      leaveOut(id.value(), "a pack takes at most " + mostBytes + " bytes of declarations");
    } else {
      bytes += token.length();
      tokens.add(token(id, token, input.logIndex()));
    }
  }

  private static Input withDigestOf(Input input, String token) {
    return new Input(
        input.declarationId(),
        Digests.sha256(token.getBytes(US_ASCII)),
        input.signer(),
        input.algorithm(),
        input.state(),
        input.evidence(),
        input.logIndex(),
        input.from(),
        input.to(),
        input.validUntil());
  }

  /** What the log says is asked only of what this company itself has handed in. */
  private PackFacts.Token token(DeclarationId id, String token, Optional<Long> logIndex) {
    return new PackFacts.Token(
        id.value(),
        token,
        declarations
            .find(tenant, id)
            .flatMap(CollectedDeclaration::opening)
            .map(opening -> new String(StrictJson.write(opening.toJson()), UTF_8)),
        record
            .proof(id)
            // What came in since the evidence was gathered would say more than it.
            .filter(proof -> logIndex.equals(Optional.of(proof.proof().index())))
            .map(LoggedEntry::toJson)
            .map(json -> new String(StrictJson.write(json), UTF_8)));
  }

  private void leaveOut(String id, String why) {
    leftOut.add(new PackFacts.LeftOut(id, why));
  }

  /** Leaves the others out as well. */
  void leaveOutAll() {
    tokens.forEach(it -> leaveOut(it.declarationId(), TELLS));
    tokens.clear();
  }

  /** With the digests of what was read. */
  List<Input> inputs() {
    return List.copyOf(inputs);
  }

  List<PackFacts.Token> tokens() {
    return List.copyOf(tokens);
  }

  List<PackFacts.LeftOut> leftOut() {
    return List.copyOf(leftOut);
  }

  /** Ids of those whose terms do not let them go to an auditor, as far as is known. */
  Set<String> withheld() {
    return Set.copyOf(withheld);
  }
}
