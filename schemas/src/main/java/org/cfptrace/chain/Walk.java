package org.cfptrace.chain;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.AuditedInput;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.participant.Fingerprint;
import org.cfptrace.verify.Evidence;
import org.cfptrace.verify.Reason;

/**
 * The way up the chain, level by level: each declaration is visited once, however many sums use it.
 */
final class Walk {
  private final HopCheck check;
  private final Map<DeclarationId, HopAnswer> answers;
  private final long depth;
  private final List<Planned> planned = new ArrayList<>();
  private final Map<DeclarationId, Integer> places = new HashMap<>();

  /** A declaration that a sum rests on, not yet looked at. */
  private record Planned(
      OptionalInt buyer, long level, HopCheck.Expected expected, DeclarationId id) {}

  private Walk(HopCheck check, Map<DeclarationId, HopAnswer> answers, long depth) {
    this.check = requireNonNull(check, "check");
    this.answers = requireNonNull(answers, "answers");
    this.depth = depth;
  }

  static List<Hop> of(
      AuditedRoot root,
      ShownDeclaration shown,
      Map<DeclarationId, HopAnswer> answers,
      HopCheck check) {
    return new Walk(check, answers, root.depth()).hops(root, shown);
  }

  private List<Hop> hops(AuditedRoot root, ShownDeclaration shown) {
    HopCheck.Expected expected =
        new HopCheck.Expected(
            Optional.empty(),
            root.company(),
            Optional.of(root.product()),
            Optional.of(root.period()),
            root.key(),
            Optional.empty(),
            Optional.empty());
    DeclarationId id = idOf(shown);
    places.put(id, 0);
    planned.add(new Planned(OptionalInt.empty(), 1, expected, id));
    List<Hop> hops = new ArrayList<>();
    for (int place = 0; place < planned.size(); place++) {
      Planned next = planned.get(place);
      HopAnswer answer = place == 0 ? new HopAnswer.Shown(shown) : answerOf(next);
      hops.add(
          answer.fold(
              given -> visited(hops.size(), next, given.declaration()),
              refused -> silent(next, HopOutcome.REFUSED_BY_OWNER, refused.reason().sentence()),
              unavailable -> silent(next, HopOutcome.UNAVAILABLE, unavailable.why())));
    }
    return hops;
  }

  private HopAnswer answerOf(Planned next) {
    if (next.level() > depth) {
      return new HopAnswer.Unavailable("beyond the depth of the mandate");
    }
    return answers.getOrDefault(next.id(), new HopAnswer.Unavailable("no answer"));
  }

  private static Hop silent(Planned next, HopOutcome outcome, String why) {
    return new Hop(
        next.buyer(),
        next.expected().company(),
        next.id(),
        next.expected().seen(),
        Optional.of(new Hop.Silence(outcome, why)),
        Optional.empty(),
        List.of());
  }

  private Hop visited(int place, Planned next, ShownDeclaration shown) {
    Finding finding = check.of(next.expected(), shown);
    if (isForSuppliersToShow(finding, shown)) {
      return unjudged(next, finding);
    }
    List<Hop.Use> uses = new ArrayList<>();
    for (LinkedInput input : finding.inputs()) {
      KgCo2e size = input.element().contribution().abs();
      uses.add(new Hop.Use(placeOf(input, place, next.level() + 1), size));
    }
    return new Hop(
        next.buyer(),
        next.expected().company(),
        next.id(),
        next.expected().seen(),
        Optional.empty(),
        Optional.of(finding),
        uses);
  }

  /**
   * An input came bare, as its supplier's terms demand, and the supplier has not shown it itself:
   * nothing can be held against the buyer, nor for it.
   */
  private static boolean isForSuppliersToShow(Finding finding, ShownDeclaration shown) {
    return finding.evidence().isPresent()
        && finding
            .fault()
            .filter(fault -> fault.reason() == Reason.AUDIENCE_NOT_DISCLOSED)
            .isPresent()
        && shown.inputs().stream().anyMatch(Walk::isBare);
  }

  private static boolean isBare(AuditedInput input) {
    int disclosures = input.declaration().indexOf('~') + 1;
    return disclosures == 0 || disclosures == input.declaration().length();
  }

  private static Hop unjudged(Planned next, Finding finding) {
    return new Hop(
        next.buyer(),
        next.expected().company(),
        next.id(),
        finding.evidence().map(Evidence::declaration),
        Optional.of(
            new Hop.Silence(
                HopOutcome.UNAVAILABLE,
                "a supplier lets nobody but itself show what this rests on, and has not shown it")),
        Optional.empty(),
        List.of());
  }

  private int placeOf(LinkedInput input, int buyer, long level) {
    Evidence source = input.source();
    DeclarationId id = source.declaration().id();
    return places.computeIfAbsent(
        id,
        first -> {
          HopCheck.Expected expected =
              new HopCheck.Expected(
                  Optional.of(id),
                  source.declaration().issuer(),
                  Optional.empty(),
                  Optional.empty(),
                  new Fingerprint(input.given().supplierKey()),
                  input.given().proof(),
                  Optional.of(source.declaration()));
          planned.add(new Planned(OptionalInt.of(buyer), level, expected, id));
          return planned.size() - 1;
        });
  }

  /** What the root's id would be, also of a token that cannot be read. */
  private static DeclarationId idOf(ShownDeclaration shown) {
    String text = shown.declaration().declaration();
    int end = text.indexOf('~');
    int dot = text.lastIndexOf('.', end < 0 ? text.length() : end);
    return DeclarationId.ofSigningInput(text.substring(0, Math.max(0, dot)).getBytes(ISO_8859_1));
  }
}
