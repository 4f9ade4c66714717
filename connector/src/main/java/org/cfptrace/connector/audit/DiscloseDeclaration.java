package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.cfptrace.connector.declare.IssuedDeclaration;
import org.cfptrace.connector.declare.IssuedDeclarations;
import org.cfptrace.connector.receive.ReceivedDeclaration;
import org.cfptrace.connector.receive.ReceivedDeclarations;
import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.Claim;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.InputElement;
import org.cfptrace.declaration.InputsClaim;
import org.cfptrace.declaration.SignedDeclaration;
import org.cfptrace.declaration.TermsClaim;
import org.cfptrace.envelope.AuditDisclosureBody;
import org.cfptrace.envelope.AuditedInput;
import org.cfptrace.envelope.DeclarationBody;
import org.cfptrace.keys.VerificationKey;
import org.cfptrace.log.LoggedEntry;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.verify.OwnDeclarations;

/**
 * Makes what an auditor is shown of one of our declarations: every claim its column has, the
 * self-declaration behind a copy, the declarations of suppliers behind each input with our
 * endorsement of that supplier, and where all of this stands in the log. Of a supplier whose terms
 * do not allow its declaration to be handed on to auditors only the bare token is in it. What does
 * not fit into one message is spread over parts.
 */
public final class DiscloseDeclaration {
  // A message holds 256 KiB once it is signed; what is left over is for claims and proofs.
  private static final int MOST_BYTES_OF_INPUTS = 88 * 1024;
  private static final int MOST_PLACES = 30;

  private final IssuedDeclarations issued;
  private final ReceivedDeclarations received;
  private final Function<DeclarationId, Optional<LoggedEntry>> ownProofs;
  private final Function<DeclarationId, Optional<LoggedEntry>> othersProofs;
  private final OwnKeys ownKeys;
  private final EndorseSupplier endorse;
  private final Set<ClaimName> auditorsColumn;

  public DiscloseDeclaration(
      IssuedDeclarations issued,
      ReceivedDeclarations received,
      Function<DeclarationId, Optional<LoggedEntry>> ownProofs,
      Function<DeclarationId, Optional<LoggedEntry>> othersProofs,
      OwnKeys ownKeys,
      EndorseSupplier endorse,
      Set<ClaimName> auditorsColumn) {
    this.issued = requireNonNull(issued, "issued");
    this.received = requireNonNull(received, "received");
    this.ownProofs = requireNonNull(ownProofs, "ownProofs");
    this.othersProofs = requireNonNull(othersProofs, "othersProofs");
    this.ownKeys = requireNonNull(ownKeys, "ownKeys");
    this.endorse = requireNonNull(endorse, "endorse");
    this.auditorsColumn = Set.copyOf(auditorsColumn);
  }

  /** The keys we have signed with, current and earlier. */
  @FunctionalInterface
  public interface OwnKeys {
    /** The key that has signed a token of ours. */
    VerificationKey of(String token);
  }

  /**
   * An answer.
   *
   * @param shown which claims of which declarations are in it, ours and suppliers'
   */
  public record Disclosed(
      List<AuditDisclosureBody> parts, Map<DeclarationId, Set<ClaimName>> shown) {
    public Disclosed {
      parts = List.copyOf(parts);
      shown = Map.copyOf(shown);
    }
  }

  /** What a request that was accepted is answered with. */
  public Disclosed of(AskedAudit request) {
    IssuedDeclaration named = issued.find(request.declaration().orElseThrow()).orElseThrow();
    SignedDeclaration declaration = restored(named.id());
    Optional<SignedDeclaration> statement = named.statement().map(this::restored);
    List<InputElement> elements = inputs(statement.orElse(declaration));
    Map<DeclarationId, Set<ClaimName>> shown = new LinkedHashMap<>();
    shown.put(declaration.id(), columnOf(declaration));
    statement.ifPresent(behind -> shown.put(behind.id(), columnOf(behind)));
    List<Portion> portions = portions(elements, request, shown);
    List<AuditDisclosureBody> parts = new ArrayList<>();
    for (Portion portion : portions) {
      parts.add(
          new AuditDisclosureBody(
              request.requestId(),
              parts.size() + 1L,
              portions.size(),
              body(declaration, portion.places()),
              statement.map(behind -> body(behind, portion.places())),
              ownProofs.apply(declaration.id()),
              statement.flatMap(behind -> ownProofs.apply(behind.id())),
              portion.inputs()));
    }
    return new Disclosed(parts, shown);
  }

  private DeclarationBody body(SignedDeclaration declaration, Set<Integer> places) {
    Set<ClaimName> column = columnOf(declaration);
    return new DeclarationBody(
        column.contains(ClaimName.INPUTS)
            ? declaration.view(column, places)
            : declaration.view(column),
        Optional.of(declaration.opening()));
  }

  private Set<ClaimName> columnOf(SignedDeclaration declaration) {
    Set<ClaimName> column = EnumSet.copyOf(declaration.claims());
    column.retainAll(auditorsColumn);
    return column;
  }

  /** What goes into one part: the elements at these places, and what stands behind them. */
  private record Portion(Set<Integer> places, List<AuditedInput> inputs) {}

  private List<Portion> portions(
      List<InputElement> elements, AskedAudit request, Map<DeclarationId, Set<ClaimName>> shown) {
    Map<DeclarationId, Optional<AuditedInput>> known = new HashMap<>();
    List<Portion> portions = new ArrayList<>();
    Set<Integer> places = new TreeSet<>();
    Map<DeclarationId, AuditedInput> inputs = new LinkedHashMap<>();
    int bytes = 0;
    for (int place = first(request, elements); place < elements.size(); place++) {
      Optional<AuditedInput> input =
          elements
              .get(place)
              .source()
              .flatMap(
                  source ->
                      known.computeIfAbsent(
                          source.declarationId(), id -> input(source, request, shown)));
      int size = input.map(DiscloseDeclaration::size).orElse(0);
      if (places.size() >= MOST_PLACES || (bytes > 0 && bytes + size > MOST_BYTES_OF_INPUTS)) {
        portions.add(new Portion(Set.copyOf(places), List.copyOf(inputs.values())));
        places.clear();
        inputs.clear();
        bytes = 0;
      }
      places.add(place);
      if (input.isPresent()) {
        DeclarationId id = elements.get(place).source().orElseThrow().declarationId();
        bytes += inputs.put(id, input.get()) == null ? size : 0;
      }
    }
    if (portions.isEmpty() || !places.isEmpty()) {
      portions.add(new Portion(Set.copyOf(places), List.copyOf(inputs.values())));
    }
    return portions;
  }

  private static int first(AskedAudit request, List<InputElement> elements) {
    return (int) Math.min(request.firstInput(), elements.size());
  }

  private static int size(AuditedInput input) {
    return input.declaration().length()
        + input.endorsement().map(String::length).orElse(0)
        + input.proof().map(proof -> StrictJson.write(proof.toJson()).length).orElse(0)
        + 1000;
  }

  /** The supplier's declaration as we were given it, and our word to the supplier. */
  private Optional<AuditedInput> input(
      InputElement.Source source, AskedAudit request, Map<DeclarationId, Set<ClaimName>> shown) {
    Optional<ReceivedDeclaration> ours = received.find(source.declarationId());
    Optional<String> token = received.token(source.declarationId());
    if (ours.isEmpty() || token.isEmpty()) {
      return Optional.empty();
    }
    boolean mayGoOn = mayGoOn(ours.get());
    shown.put(source.declarationId(), mayGoOn ? ours.get().claims().keySet() : Set.of());
    EndorseSupplier.Endorsed endorsed =
        endorse.towards(source.issuer(), source.declarationId(), token.get(), request);
    return Optional.of(
        new AuditedInput(
            mayGoOn ? token.get() : HandedOn.bare(token.get()),
            mayGoOn ? ours.get().opening() : Optional.empty(),
            othersProofs.apply(source.declarationId()),
            endorsed.token(),
            endorsed.supplierKey().text(),
            mayGoOn ? Set.of() : ours.get().claims().keySet()));
  }

  /** Whether its issuer allows us to show an auditor what it has shown us. */
  private static boolean mayGoOn(ReceivedDeclaration declaration) {
    return declaration.claims().get(ClaimName.TERMS) instanceof TermsClaim terms
        && terms.onward().contains(Audience.AUDITOR);
  }

  private static List<InputElement> inputs(SignedDeclaration declaration) {
    Claim inputs = OwnDeclarations.claims(declaration).get(ClaimName.INPUTS);
    return inputs instanceof InputsClaim claim ? claim.elements() : List.of();
  }

  private SignedDeclaration restored(DeclarationId id) {
    IssuedDeclarations.Kept kept =
        issued.kept(id).orElseThrow(() -> new IllegalStateException("a declaration is kept"));
    String token = new String(kept.bytes(), StandardCharsets.US_ASCII);
    return OwnDeclarations.restore(kept.bytes(), kept.opening(), ownKeys.of(token))
        .asOptional()
        .orElseThrow(() -> new IllegalStateException("a kept declaration can be read: " + id));
  }
}
