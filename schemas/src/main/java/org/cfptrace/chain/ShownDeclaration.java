package org.cfptrace.chain;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cfptrace.envelope.AuditDisclosureBody;
import org.cfptrace.envelope.AuditedInput;
import org.cfptrace.envelope.DeclarationBody;
import org.cfptrace.keys.CommitmentOpening;
import org.cfptrace.log.LoggedEntry;
import org.cfptrace.verify.Reading;
import org.cfptrace.verify.Reason;

/**
 * All that a company has shown of one declaration; nothing of it is believed yet.
 *
 * @param declaration the token asked for, with its disclosures and opening
 * @param statement the self-declaration behind a copy
 * @param inputs the suppliers' declarations that the sum rests on, as this company got them
 */
public record ShownDeclaration(
    DeclarationBody declaration,
    Optional<DeclarationBody> statement,
    Optional<LoggedEntry> proof,
    Optional<LoggedEntry> statementProof,
    List<AuditedInput> inputs) {
  public ShownDeclaration {
    requireNonNull(declaration, "declaration");
    requireNonNull(statement, "statement");
    requireNonNull(proof, "proof");
    requireNonNull(statementProof, "statementProof");
    inputs = List.copyOf(inputs);
  }

  /** The checkpoints that the proofs in it rest on, each a whole note. */
  public Stream<String> checkpoints() {
    return Stream.concat(Stream.of(proof, statementProof), inputs.stream().map(AuditedInput::proof))
        .flatMap(Optional::stream)
        .map(LoggedEntry::checkpoint);
  }

  /** Puts the parts of an answer together: the same tokens, with the disclosures of all parts. */
  public static Reading<ShownDeclaration> of(List<AuditDisclosureBody> parts) {
    List<AuditDisclosureBody> sorted =
        parts.stream().sorted(Comparator.comparingLong(AuditDisclosureBody::part)).toList();
    if (!isWhole(sorted)) {
      return incoherent("expected each part of one answer once");
    }
    Optional<DeclarationBody> declaration = united(sorted, part -> Stream.of(part.declaration()));
    boolean hasStatement = sorted.stream().anyMatch(part -> part.statement().isPresent());
    Optional<DeclarationBody> statement = united(sorted, part -> part.statement().stream());
    if (declaration.isEmpty() || (hasStatement && statement.isEmpty())) {
      return incoherent("the parts show different declarations");
    }
    List<AuditedInput> inputs = new ArrayList<>();
    sorted.forEach(part -> inputs.addAll(part.inputs()));
    return Reading.accepted(
        new ShownDeclaration(
            declaration.get(),
            statement,
            first(sorted, AuditDisclosureBody::proof),
            first(sorted, AuditDisclosureBody::statementProof),
            inputs));
  }

  private static boolean isWhole(List<AuditDisclosureBody> sorted) {
    if (sorted.isEmpty() || sorted.get(0).parts() != sorted.size()) {
      return false;
    }
    for (int place = 0; place < sorted.size(); place++) {
      AuditDisclosureBody part = sorted.get(place);
      if (part.part() != place + 1
          || part.parts() != sorted.size()
          || !part.requestId().equals(sorted.get(0).requestId())) {
        return false;
      }
    }
    return true;
  }

  /** One token with the disclosures of all; empty when they are not one token. */
  private static Optional<DeclarationBody> united(
      List<AuditDisclosureBody> parts, Function<AuditDisclosureBody, Stream<DeclarationBody>> of) {
    List<DeclarationBody> bodies = parts.stream().flatMap(of).toList();
    Set<String> texts = new LinkedHashSet<>();
    Optional<CommitmentOpening> opening = Optional.empty();
    String jws = "";
    for (DeclarationBody body : bodies) {
      List<String> split = Arrays.asList(body.declaration().split("~", -1));
      if (!split.get(split.size() - 1).isEmpty() || (!jws.isEmpty() && !split.get(0).equals(jws))) {
        return Optional.empty();
      }
      jws = split.get(0);
      texts.addAll(split.subList(0, split.size() - 1));
      opening = opening.or(body::opening);
    }
    return bodies.isEmpty()
        ? Optional.empty()
        : Optional.of(new DeclarationBody(String.join("~", texts) + "~", opening));
  }

  private static <T> Optional<T> first(
      List<AuditDisclosureBody> parts, Function<AuditDisclosureBody, Optional<T>> of) {
    return parts.stream().flatMap(part -> of.apply(part).stream()).findFirst();
  }

  private static Reading<ShownDeclaration> incoherent(String detail) {
    return Reading.stopped(Reason.MALFORMED_BODY, detail, Optional.empty());
  }

  /** Shows nothing. */
  @Override
  public String toString() {
    return "ShownDeclaration";
  }
}
