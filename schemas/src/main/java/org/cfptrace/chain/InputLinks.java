package org.cfptrace.chain;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cfptrace.declaration.AudienceClaim;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.InputElement;
import org.cfptrace.declaration.PeriodClaim;
import org.cfptrace.declaration.StagesClaim;
import org.cfptrace.envelope.AuditedInput;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.participant.Fingerprint;
import org.cfptrace.verify.Evidence;
import org.cfptrace.verify.EvidenceReader;
import org.cfptrace.verify.Reason;
import org.cfptrace.verify.VerifiedDeclaration;

/** Ties each element of a sum to the declaration that its supplier signed for this buyer. */
final class InputLinks {
  private static final int OLDEST_MONTHS = 36;

  private final EvidenceReader reader;
  private final KeyHistory histories;

  InputLinks(EvidenceReader reader, KeyHistory histories) {
    this.reader = requireNonNull(reader, "reader");
    this.histories = requireNonNull(histories, "histories");
  }

  /** The elements that rest on a declaration, each with that declaration. */
  List<LinkedInput> of(ParticipantId buyer, List<InputElement> elements, List<AuditedInput> shown) {
    Map<DeclarationId, Given> byId = read(elements, shown);
    List<LinkedInput> linked = new ArrayList<>();
    for (InputElement element : elements) {
      if (element.source().isPresent()) {
        InputElement.Source source = element.source().get();
        Given given = byId.get(source.declarationId());
        if (given == null) {
          throw new Broken(
              Reason.INPUT_HIDDEN, "declaration " + source.declarationId() + " is not shown");
        }
        check(buyer, source, given);
        linked.add(new LinkedInput(element, given.evidence(), given.input()));
      }
    }
    return linked;
  }

  private record Given(AuditedInput input, Evidence evidence) {}

  /** What is shown, by its id; the elements say who must have issued it. */
  private Map<DeclarationId, Given> read(List<InputElement> elements, List<AuditedInput> shown) {
    Map<DeclarationId, ParticipantId> issuers = new HashMap<>();
    elements.forEach(
        element ->
            element
                .source()
                .ifPresent(source -> issuers.put(source.declarationId(), source.issuer())));
    Map<DeclarationId, Given> byId = new HashMap<>();
    for (AuditedInput input : shown) {
      DeclarationId id = idOf(input);
      ParticipantId issuer = issuers.get(id);
      Broken.unless(
          issuer != null,
          Reason.INPUT_LINK_BROKEN,
          "declaration " + id + " is shown, which no element names");
      Evidence evidence =
          reader
              .read(input.declaration(), input.opening(), requireNonNull(issuer))
              .fold(
                  accepted -> accepted.value(),
                  held -> {
                    throw new Broken(held.reason(), "input " + id + ": " + held.detail());
                  },
                  refused -> {
                    throw new Broken(refused.reason(), "input " + id + ": " + refused.detail());
                  });
      byId.put(id, new Given(input, evidence));
    }
    return byId;
  }

  static DeclarationId idOf(AuditedInput input) {
    int end = input.declaration().indexOf('~');
    int dot = input.declaration().lastIndexOf('.', end < 0 ? input.declaration().length() : end);
    Broken.unless(dot > 0, Reason.MALFORMED_TOKEN, "an input is not a signed token");
    return DeclarationId.ofSigningInput(input.declaration().substring(0, dot).getBytes(ISO_8859_1));
  }

  private void check(ParticipantId buyer, InputElement.Source source, Given given) {
    VerifiedDeclaration input = given.evidence().declaration();
    Broken.unless(
        input.commitment().equals(source.commitment()),
        Reason.INPUT_LINK_BROKEN,
        "the element names another commitment than declaration " + input.id());
    Broken.unless(
        input.product().filter(it -> it.traceId().equals(source.traceId())).isPresent(),
        Reason.INPUT_LINK_BROKEN,
        "the element names another product than declaration " + input.id());
    Broken.unless(
        input
            .claim(ClaimName.AUDIENCE)
            .filter(claim -> ((AudienceClaim) claim).recipient().equals(buyer))
            .isPresent(),
        Reason.INPUT_LINK_BROKEN,
        "declaration " + input.id() + " was made for another customer");
    Broken.unless(
        histories.isTrusted(
            input.issuer(), given.evidence().kid(), new Fingerprint(given.input().supplierKey())),
        Reason.KEY_NOT_PINNED,
        "declaration " + input.id() + ": " + given.evidence().kid());
    for (ClaimName name : List.of(ClaimName.TOTAL, ClaimName.PERIOD, ClaimName.METHOD)) {
      Broken.unless(
          input.shown().contains(name),
          Reason.CLAIM_NOT_SHOWN,
          "input " + input.id() + ", claim " + name.jsonName());
    }
  }

  /** The profile a declaration divides its figures by: as stated, or as its own stages show. */
  static StageProfile profileOf(VerifiedDeclaration declaration) {
    return declaration
        .stages()
        .map(StagesClaim::profile)
        .or(() -> StageProfile.having(SumCheck.ownOf(declaration).stages()))
        .orElse(StageProfile.OURANOS);
  }

  private static void checkMethod(VerifiedDeclaration declaration, VerifiedDeclaration input) {
    StageProfile profile = profileOf(declaration);
    CalculationBasis basis = declaration.method().orElseThrow().basis();
    Broken.unless(
        input
            .method()
            .orElseThrow()
            .basis()
            .equals(new CalculationBasis(basis.gwp(), profile.boundaryOfParts(basis.boundary()))),
        Reason.METHOD_DIFFERS,
        "input " + input.id());
    Broken.unless(
        input.stages().map(StagesClaim::cells).filter(it -> !profile.takesUp(it)).isEmpty(),
        Reason.METHOD_DIFFERS,
        "input " + input.id() + " holds its end of life, which is never inherited");
  }

  /** A figure counts when it is valid at the end of the period and at most 36 months old then. */
  static void checkPeriods(VerifiedDeclaration declaration, List<LinkedInput> inputs) {
    LocalDate end = declaration.period().orElseThrow().period().to();
    for (LinkedInput input : inputs) {
      PeriodClaim of = input.source().declaration().period().orElseThrow();
      LocalDate ended = of.period().to();
      Broken.unless(
          !ended.isAfter(end)
              && !ended.isBefore(end.minusMonths(OLDEST_MONTHS))
              && !of.validUntil().isBefore(end),
          Reason.PERIOD_NOT_COVERED,
          "used for a period that ends "
              + end
              + ", the input's ended "
              + ended
              + ", valid until "
              + of.validUntil());
      checkMethod(declaration, input.source().declaration());
    }
  }
}
