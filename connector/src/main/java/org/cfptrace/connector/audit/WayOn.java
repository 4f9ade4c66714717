package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.audit.Endorsement;
import org.cfptrace.chain.KeyHistory;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.InputElement;
import org.cfptrace.declaration.InputsClaim;
import org.cfptrace.envelope.AuditDisclosureBody;
import org.cfptrace.envelope.AuditedInput;
import org.cfptrace.envelope.DeclarationBody;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.CryptoProviders;
import org.cfptrace.participant.Fingerprint;
import org.cfptrace.verify.DeclarationHead;
import org.cfptrace.verify.Evidence;
import org.cfptrace.verify.EvidenceReader;
import org.cfptrace.verify.SignedTokens;

/**
 * Where an answer leads on to. Only to whom the company's own signed sum names, for just that
 * declaration, with a token issued by that supplier: an endorsement alone would let anybody make us
 * open our inbox to strangers and ask them for thousands of things they have never said.
 */
final class WayOn {
  private static final String NO_LEAVE_THAT_IS_GOOD = "NO_MANDATE";

  private final ParticipantId me;
  private final SignedTokens tokens;
  private final Auditors directory;

  WayOn(ParticipantId me, SignedTokens tokens, Auditors directory) {
    this.me = requireNonNull(me, "me");
    this.tokens = requireNonNull(tokens, "tokens");
    this.directory = requireNonNull(directory, "directory");
  }

  /**
   * A supplier's declaration, and the leave to ask for it.
   *
   * @param key the supplier's fingerprint as its buyer has pinned it
   * @param token the endorsement
   * @param depth what is left of the depth; 0 where the endorsement is not good
   * @param until empty where the endorsement is not good
   * @param fault why the supplier is not asked
   */
  record Next(
      ParticipantId supplier,
      DeclarationId declaration,
      Fingerprint key,
      String token,
      long depth,
      Optional<Instant> until,
      Optional<String> fault) {}

  /** The registry cannot be asked whose signature it is. */
  static final class CannotTell extends RuntimeException {
    CannotTell() {
      super("an endorsement cannot be judged now", null, false, false);
    }
  }

  /**
   * What a part of an answer by that company leads on to.
   *
   * @throws CannotTell when that cannot be said now
   */
  List<Next> from(ParticipantId company, AuditDisclosureBody part) {
    if (part.inputs().stream().allMatch(input -> input.endorsement().isEmpty())) {
      return List.of();
    }
    Map<DeclarationId, ParticipantId> named = named(company, part);
    List<Next> next = new ArrayList<>();
    for (AuditedInput input : part.inputs()) {
      DeclarationId id = idOf(input.declaration());
      ParticipantId supplier = named.get(id);
      if (input.endorsement().isPresent()
          && supplier != null
          && !supplier.equals(me)
          && isIssuedBy(supplier, input.declaration())) {
        next.add(next(company, supplier, id, input));
      }
    }
    return next;
  }

  private Next next(
      ParticipantId company, ParticipantId supplier, DeclarationId id, AuditedInput input) {
    String token = input.endorsement().orElseThrow();
    Fingerprint key = new Fingerprint(input.supplierKey());
    return Endorsement.read(token, tokens)
        .fold(
            accepted -> {
              Endorsement endorsement = accepted.value();
              boolean isGood =
                  endorsement.issuer().equals(company)
                      && endorsement.auditor().equals(me)
                      && endorsement.supplier().equals(supplier)
                      && endorsement.declarationId().equals(id);
              return isGood
                  ? new Next(
                      supplier,
                      id,
                      key,
                      token,
                      endorsement.depth(),
                      Optional.of(endorsement.expiresAt()),
                      Optional.empty())
                  : notGood(supplier, id, key, token);
            },
            held -> {
              throw new CannotTell();
            },
            refused -> notGood(supplier, id, key, token));
  }

  private static Next notGood(
      ParticipantId supplier, DeclarationId id, Fingerprint key, String token) {
    return new Next(
        supplier, id, key, token, 0, Optional.empty(), Optional.of(NO_LEAVE_THAT_IS_GOOD));
  }

  /** The declarations that the elements shown in this part name, and who must have issued them. */
  private Map<DeclarationId, ParticipantId> named(ParticipantId company, AuditDisclosureBody part) {
    DeclarationBody body = part.statement().orElse(part.declaration());
    Map<DeclarationId, ParticipantId> named = new HashMap<>();
    new EvidenceReader(new KeyHistory(directory::entry, CryptoProviders.chosen()))
            .read(body.declaration(), body.opening(), company)
            .asOptional()
            .map(Evidence::declaration)
            .flatMap(declaration -> declaration.claim(ClaimName.INPUTS))
            .map(claim -> ((InputsClaim) claim).elements())
            .orElse(List.of())
            .stream()
            .map(InputElement::source)
            .flatMap(Optional::stream)
            .forEach(source -> named.put(source.declarationId(), source.issuer()));
    return named;
  }

  private static boolean isIssuedBy(ParticipantId supplier, String token) {
    return DeclarationHead.ofToken(token)
        .asOptional()
        .filter(head -> head.issuer().equals(supplier))
        .isPresent();
  }

  static DeclarationId idOf(String token) {
    return HandedOn.idOf(token)
        .orElseGet(() -> DeclarationId.ofSigningInput(token.getBytes(StandardCharsets.ISO_8859_1)));
  }
}
