package org.cfptrace.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DraftDeclaration;
import org.cfptrace.declaration.InputElement;
import org.cfptrace.declaration.InputsClaim;
import org.cfptrace.envelope.AuditDisclosureBody;
import org.cfptrace.envelope.AuditedInput;
import org.cfptrace.envelope.DeclarationBody;
import org.cfptrace.footprint.CommittedTotals;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Share;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.trade.RequestId;

/** Small changes to what a company signs or shows. */
public final class Spoils {
  private Spoils() {}

  static List<InputElement> elements(DraftDeclaration draft) {
    return ((InputsClaim) draft.claim(ClaimName.INPUTS).orElseThrow()).elements();
  }

  /** The same eight kilograms, called complete. */
  static DraftDeclaration complete(DraftDeclaration draft, ParticipantId issuer) {
    return estimated(draft, issuer, Share.NONE);
  }

  /** The same eight kilograms, called complete, and so much of them estimated. */
  static DraftDeclaration estimated(DraftDeclaration draft, ParticipantId issuer, Share share) {
    DraftDeclaration other =
        DraftDeclaration.of(issuer, issuer, new CommittedTotals(8_000_000_000L, 0, 0), true, share);
    for (ClaimName name : ClaimName.values()) {
      if (name != ClaimName.TOTAL && draft.claim(name).isPresent()) {
        other = other.with(draft.claim(name).get());
      }
    }
    return other;
  }

  /**
   * Another total, called complete, over other elements; without the stages, which would differ.
   */
  static DraftDeclaration totalling(
      DraftDeclaration draft,
      ParticipantId issuer,
      CommittedTotals totals,
      InputElement... elements) {
    DraftDeclaration other = DraftDeclaration.of(issuer, issuer, totals, true, Share.NONE);
    for (ClaimName name : ClaimName.values()) {
      if (name != ClaimName.TOTAL && name != ClaimName.STAGES && draft.claim(name).isPresent()) {
        other = other.with(draft.claim(name).get());
      }
    }
    return other.with(new InputsClaim(List.of(elements)));
  }

  /** The same element, of this factor and with these contributions. */
  static InputElement adding(
      InputElement element, Fraction factor, String incl, Optional<String> excl) {
    return new InputElement(
        element.source(),
        element.amount(),
        element.yield(),
        factor,
        KgCo2e.of(incl),
        excl.map(KgCo2e::of),
        element.state(),
        element.line());
  }

  /** An element that rests on nothing, in a line of its own. */
  static InputElement ofNobody(InputElement like, String incl, String excl) {
    return new InputElement(
        Optional.empty(),
        like.amount(),
        like.yield(),
        Fraction.ONE,
        KgCo2e.of(incl),
        Optional.of(KgCo2e.of(excl)),
        "OK",
        OptionalInt.of(99));
  }

  /** The text of the disclosure of this claim. */
  static String disclosureOf(DeclarationBody body, String name) {
    for (String text : body.declaration().split("~", -1)) {
      if (!text.contains(".")
          && new String(Base64Url.decode(text), UTF_8).contains("\"," + "\"" + name + "\",")) {
        return text;
      }
    }
    throw new IllegalStateException("not shown: " + name);
  }

  /** The same without this claim; stages and opening are never shown without the total. */
  public static DeclarationBody hiding(DeclarationBody body, ClaimName name) {
    String text = without(body.declaration(), disclosureOf(body, name.jsonName()));
    if (name != ClaimName.TOTAL) {
      return new DeclarationBody(text, body.opening());
    }
    String stages = disclosureOf(body, ClaimName.STAGES.jsonName());
    return new DeclarationBody(without(text, stages), Optional.empty());
  }

  /** An input of which its buyer shows the same without this claim. */
  static AuditedInput hiding(AuditedInput input, ClaimName name) {
    DeclarationBody body = hiding(new DeclarationBody(input.declaration(), input.opening()), name);
    return new AuditedInput(
        body.declaration(),
        body.opening(),
        input.proof(),
        input.endorsement(),
        input.supplierKey());
  }

  private static String without(String text, String disclosure) {
    return text.replace("~" + disclosure + "~", "~");
  }

  /** An answer of several parts, so many inputs in each. */
  static List<AuditDisclosureBody> parts(ShownDeclaration shown, ChainWorld.Copy of, int each) {
    int count = shown.inputs().size();
    int parts = (count + each - 1) / each;
    RequestId request = RequestId.random();
    Set<ClaimName> all = EnumSet.allOf(ClaimName.class);
    List<AuditDisclosureBody> bodies = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      Set<Integer> places =
          IntStream.range(part * each, Math.min(count, (part + 1) * each))
              .boxed()
              .collect(Collectors.toSet());
      bodies.add(
          new AuditDisclosureBody(
              request,
              part + 1,
              parts,
              new DeclarationBody(
                  of.signed().view(all, places), Optional.of(of.signed().opening())),
              Optional.of(
                  new DeclarationBody(
                      of.made().statement().view(all, places),
                      Optional.of(of.made().statement().opening()))),
              shown.proof(),
              shown.statementProof(),
              shown.inputs().subList(part * each, Math.min(count, (part + 1) * each))));
    }
    return bodies;
  }

  /** An answer whose second part did not come. */
  static List<AuditDisclosureBody> missing(ShownDeclaration shown) {
    return List.of(part(shown, 1, 2, RequestId.random()));
  }

  /** Parts of answers about two declarations. */
  static List<AuditDisclosureBody> mixed(ShownDeclaration one, ShownDeclaration other) {
    RequestId request = RequestId.random();
    return List.of(part(one, 1, 2, request), part(other, 2, 2, request));
  }

  private static AuditDisclosureBody part(
      ShownDeclaration shown, int part, int parts, RequestId request) {
    return new AuditDisclosureBody(
        request,
        part,
        parts,
        shown.declaration(),
        shown.statement(),
        shown.proof(),
        shown.statementProof(),
        shown.inputs());
  }
}
