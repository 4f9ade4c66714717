package org.cfptrace.chain;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.InputElement;
import org.cfptrace.declaration.InputsClaim;
import org.cfptrace.declaration.QualityClaim;
import org.cfptrace.envelope.DeclarationBody;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.log.Inclusion;
import org.cfptrace.log.LoggedEntry;
import org.cfptrace.participant.Fingerprint;
import org.cfptrace.verify.Evidence;
import org.cfptrace.verify.EvidenceReader;
import org.cfptrace.verify.Reason;
import org.cfptrace.verify.VerifiedDeclaration;

/** Everything that is checked of one declaration, in the order in which faults are told. */
final class HopCheck {
  private final EvidenceReader reader;
  private final KeyHistory histories;
  private final Anchors anchors;
  private final InputLinks links;

  /** The proof of an input that its own supplier gave, where its buyer had none. */
  private final Function<DeclarationId, Optional<LoggedEntry>> otherProofs;

  HopCheck(
      EvidenceReader reader,
      KeyHistory histories,
      Anchors anchors,
      Function<DeclarationId, Optional<LoggedEntry>> otherProofs) {
    this.reader = requireNonNull(reader, "reader");
    this.histories = requireNonNull(histories, "histories");
    this.anchors = requireNonNull(anchors, "anchors");
    this.links = new InputLinks(reader, histories);
    this.otherProofs = requireNonNull(otherProofs, "otherProofs");
  }

  /**
   * Which declaration is meant.
   *
   * @param id the one its customer holds; empty for the root, which product and period name
   * @param product of the root
   * @param key the fingerprint that its customer vouches for
   * @param buyersProof the proof its customer has of it
   * @param seen what its customer was shown of it; empty for the root
   */
  record Expected(
      Optional<DeclarationId> id,
      ParticipantId company,
      Optional<TraceId> product,
      Optional<Period> period,
      Fingerprint key,
      Optional<LoggedEntry> buyersProof,
      Optional<VerifiedDeclaration> seen) {}

  Finding of(Expected expected, ShownDeclaration shown) {
    Evidence evidence;
    try {
      evidence = read(shown.declaration(), expected.company());
    } catch (Broken broken) {
      return Finding.unreadable(broken);
    }
    return new Checking(expected, shown, evidence).finding();
  }

  private Evidence read(DeclarationBody body, ParticipantId issuer) {
    return reader
        .read(body.declaration(), body.opening(), issuer)
        .fold(
            accepted -> accepted.value(),
            held -> {
              throw new Broken(held.reason(), held.detail());
            },
            refused -> {
              throw new Broken(refused.reason(), refused.detail());
            });
  }

  /** One declaration under the lens. */
  private final class Checking {
    private final Expected expected;
    private final ShownDeclaration shown;
    private final Evidence evidence;
    private final VerifiedDeclaration declaration;
    private final List<InputElement> elements;
    private final List<LinkedInput> inputs = new ArrayList<>();
    private final Set<Remark> remarks = EnumSet.noneOf(Remark.class);
    private Optional<DeclarationId> corrected = Optional.empty();

    Checking(Expected expected, ShownDeclaration shown, Evidence evidence) {
      this.expected = expected;
      this.shown = shown;
      this.evidence = evidence;
      this.declaration = evidence.declaration();
      this.elements =
          declaration
              .claim(ClaimName.INPUTS)
              .map(claim -> ((InputsClaim) claim).elements())
              .orElse(List.of());
    }

    Finding finding() {
      try {
        checkIdentity();
        checkInclusion(
            declaration.id(), evidence, shown.proof().or(expected::buyersProof), Optional.empty());
        StatementCheck.checkShown(declaration);
        Broken.unless(
            !evidence.keepsInputsBack(), Reason.INPUT_HIDDEN, "elements of the sum are not shown");
        checkStatement();
        checkInputs();
        checkArithmetic();
        return found(Optional.empty());
      } catch (Broken broken) {
        return found(Optional.of(Finding.Fault.of(broken)));
      }
    }

    private Finding found(Optional<Finding.Fault> fault) {
      return new Finding(Optional.of(evidence), elements, inputs, remarks, corrected, fault);
    }

    private void checkIdentity() {
      expected
          .id()
          .ifPresent(
              id ->
                  Broken.unless(
                      declaration.id().equals(id),
                      Reason.NOT_THE_ONE_HELD,
                      "the customer holds " + id + ", shown is " + declaration.id()));
      Broken.unless(
          isAskedFor(),
          Reason.NOT_THE_ONE_ASKED,
          "expected the company's own statement of the product and period of the mandate");
      Broken.unless(
          histories.isTrusted(declaration.issuer(), evidence.kid(), expected.key()),
          Reason.KEY_NOT_PINNED,
          "signed by " + evidence.kid());
    }

    private boolean isAskedFor() {
      boolean isProduct =
          expected.product().isEmpty()
              || declaration.product().map(it -> it.traceId()).equals(expected.product());
      boolean isPeriod =
          expected.period().isEmpty()
              || declaration.period().map(it -> it.period()).equals(expected.period());
      boolean isOwn = expected.id().isPresent() || StatementCheck.isSelfDeclaration(declaration);
      return isProduct && isPeriod && isOwn;
    }

    private void checkInclusion(
        DeclarationId id, Evidence of, Optional<LoggedEntry> proof, Optional<String> what) {
      String which = what.map(it -> it + ": ").orElse("");
      LoggedEntry given =
          proof.orElseThrow(
              () -> new Broken(Reason.NOT_LOGGED, which + "no proof for declaration " + id));
      Inclusion inclusion = anchors.inclusion(id, given);
      checkSigner(inclusion, of, which, remarks);
      anchors.checkStatus(inclusion, Reason.RECALLED, Reason.SUPERSEDED);
    }

    /** Judges the signer when the log took it in, and remarks when that was late. */
    private static void checkSigner(
        Inclusion inclusion, Evidence of, String which, Set<Remark> noted) {
      boolean isLate =
          of.judgeAt(inclusion.time())
              .fold(
                  accepted -> accepted.value(),
                  held -> {
                    throw new Broken(held.reason(), which + held.detail());
                  },
                  refused -> {
                    throw new Broken(refused.reason(), which + refused.detail());
                  });
      if (isLate) {
        noted.add(Remark.LATE_ANCHOR);
      }
    }

    private void checkStatement() {
      if (StatementCheck.isSelfDeclaration(declaration)) {
        corrected = StatementCheck.correctedBy(declaration);
        return;
      }
      DeclarationBody body =
          shown
              .statement()
              .orElseThrow(
                  () ->
                      new Broken(
                          Reason.CLAIM_NOT_SHOWN, "the statement behind the copy is not shown"));
      Evidence statement = read(body, declaration.issuer());
      StatementCheck.check(declaration, statement.declaration());
      checkInclusion(
          statement.declaration().id(),
          statement,
          shown.statementProof(),
          Optional.of("the statement behind it"));
      corrected = StatementCheck.correctedBy(statement.declaration());
    }

    private void checkInputs() {
      SumCheck.checkTwice(elements);
      inputs.addAll(links.of(declaration.issuer(), elements, shown.inputs()));
      for (LinkedInput input : inputs) {
        checkInclusionOf(input);
      }
      InputLinks.checkPeriods(declaration, inputs);
    }

    /** A sum is no better than its inputs; whoever keeps a proof back shows nothing of a recall. */
    private void checkInclusionOf(LinkedInput input) {
      VerifiedDeclaration source = input.source().declaration();
      DeclarationId id = source.id();
      Optional<LoggedEntry> proof = input.given().proof().or(() -> otherProofs.apply(id));
      if (proof.isEmpty()) {
        Broken.unless(
            !anchors.isProofDue(source.issuedAt()),
            Reason.NOT_LOGGED,
            "input " + id + ": no proof");
        remarks.add(Remark.INPUT_NOT_PROVEN);
        return;
      }
      Inclusion inclusion = anchors.inclusion(id, proof.get());
      // Whether it came late is for its own hop to say.
      Set<Remark> notedThere = EnumSet.noneOf(Remark.class);
      checkSigner(inclusion, input.source(), "input " + id + ": ", notedThere);
      anchors.checkStatus(inclusion, Reason.INPUT_RECALLED, Reason.INPUT_SUPERSEDED);
    }

    private void checkArithmetic() {
      boolean isComplete = declaration.total().orElseThrow().complete();
      LineShares.check(elements, inputs, isComplete);
      SumCheck.checkContributions(elements, inputs);
      remarks.addAll(SumCheck.checkSum(declaration, elements, inputs));
      remarks.addAll(AmountCheck.check(declaration, elements, inputs));
      if (isComplete) {
        SumCheck.checkCompleteness(elements, inputs);
      }
      if (!StageCheck.check(declaration, elements, inputs)) {
        remarks.add(Remark.STAGES_NOT_CHECKED);
      }
      if (StatementCheck.isWorkedOutElsewhere(declaration)) {
        remarks.add(Remark.WORKED_OUT_ELSEWHERE);
      }
      if (!isComplete) {
        remarks.add(Remark.INCOMPLETE_TOTAL);
      }
      Optional<QualityClaim> stated =
          declaration.quality().or(() -> expected.seen().flatMap(VerifiedDeclaration::quality));
      if (!QualityCheck.check(declaration, stated, elements, inputs)) {
        remarks.add(Remark.QUALITY_NOT_CHECKED);
      }
    }
  }
}
