package org.cfptrace.verify.checklist;

import static org.cfptrace.verify.checklist.Spoil.replacing;

import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.verify.Reason;
import org.cfptrace.verify.Seen;

/**
 * Beyond the list: a declaration that the mill made for the parts maker, who hands it on to the car
 * maker. Whatever is refused of a declaration that its issuer gives is refused of this one too; one
 * sample of each step stands here for all.
 */
final class PresentationSamples {
  private static final Setting CAR = Setting.STANDARD.readBy(Cast.CAR);
  private static final String FIRST = Base64Text.encode(Cast.bytes("declaration first", 32));

  private PresentationSamples() {}

  static Stream<Sample> all() {
    return Stream.of(accepted(), whoHandsItOn(), terms(), issuer(), content())
        .flatMap(samples -> samples);
  }

  private static Stream<Sample> accepted() {
    return Stream.of(
        sample("accepted", "nothing", Sample.ACCEPTED, CAR, forge -> forge),
        sample(
            "accepted-without-total",
            "neither total nor stages nor opening",
            Sample.ACCEPTED,
            CAR,
            forge -> forge.without("total").without("stages").withoutOpening()),
        sample(
            "accepted-to-aggregators-alone",
            "may be handed on to an aggregator and not to an auditor",
            Sample.ACCEPTED,
            CAR,
            forge -> forge.claim("terms", "{\"onward\":[\"AGGREGATOR\"]}")),
        sample(
            "accepted-again",
            "handed on before",
            Sample.REPEAT,
            CAR.havingSeen(DeclarationForge.JTI, handedOn().id()),
            forge -> forge));
  }

  private static Stream<Sample> whoHandsItOn() {
    return Stream.of(
        refused(
            "by-its-issuer",
            "handed on by the mill itself",
            Reason.PRESENTED_BY_ITS_ISSUER,
            forge -> forge.sentBy(Cast.MILL)),
        refused(
            "by-its-issuer-for-itself",
            "the mill's self-declaration, handed on by the mill",
            Reason.PRESENTED_BY_ITS_ISSUER,
            forge -> forge.madeFor(Cast.MILL).sentBy(Cast.MILL)),
        refused(
            "by-another",
            "made for the parts maker, handed on by the stranger",
            Reason.NOT_THE_AUDIENCE,
            forge -> forge.sentBy(Cast.STRANGER)),
        refused(
            "made-for-the-reader",
            "made for the car maker, handed over by the parts maker",
            Reason.NOT_THE_AUDIENCE,
            forge -> forge.madeFor(Cast.CAR)),
        refused(
            "audience-name",
            "made for the stranger, but the parts maker is named",
            Reason.NOT_THE_AUDIENCE,
            forge ->
                forge.madeFor(Cast.STRANGER).showingAudience(Cast.PARTS, Cast.salt("recipient"))),
        refused(
            "audience-salt",
            "the parts maker is named, with a salt that does not give the recipient signed",
            Reason.NOT_THE_AUDIENCE,
            forge -> forge.showingAudience(Cast.PARTS, Cast.salt("another"))),
        refused(
            "audience-hidden",
            "it is not shown for whom it was made",
            Reason.AUDIENCE_NOT_DISCLOSED,
            forge -> forge.without("audience")));
  }

  private static Stream<Sample> terms() {
    return Stream.of(
        refused(
            "terms-hidden",
            "the terms are not shown",
            Reason.TERMS_NOT_DISCLOSED,
            forge -> forge.without("terms")),
        refused(
            "onward-to-auditors",
            "may be handed on to an auditor alone",
            Reason.ONWARD_NOT_ALLOWED,
            forge -> forge.claim("terms", "{\"onward\":[\"AUDITOR\"]}")),
        refused(
            "onward-to-nobody",
            "may be handed on to nobody",
            Reason.ONWARD_NOT_ALLOWED,
            forge -> forge.claim("terms", "{\"onward\":[]}")));
  }

  private static Stream<Sample> issuer() {
    return Stream.of(
        sample(
            "issuer-not-in-directory",
            "the mill is not in the directory",
            Reason.UNKNOWN_SIGNER.name(),
            CAR.withoutMill(),
            forge -> forge),
        sample(
            "issuer-key-not-valid-then",
            "the mill's key was not valid any more when it signed",
            Reason.KEY_NOT_VALID_THEN.name(),
            CAR.mill(mill -> mill.key(Cast.MILL_DECLARES, key -> key.validTo(Cast.IAT))),
            forge -> forge),
        sample(
            "issuer-key-compromised",
            "the mill's key is reported as compromised",
            Reason.COMPROMISED_KEY.name(),
            CAR.mill(mill -> mill.key(Cast.MILL_DECLARES, key -> key.compromised(Cast.IAT + 1))),
            forge -> forge),
        refused(
            "signed-by-its-presenter",
            "signed with the parts maker's key in the mill's name",
            Reason.UNKNOWN_KEY,
            forge -> forge.issuedBy(Cast.MILL, Cast.PARTS_SIGNS)));
  }

  private static Stream<Sample> content() {
    Seen.Earlier strangers =
        new Seen.Earlier(
            Cast.STRANGER, TraceId.of(Cast.urn("steel")), Period.ofYear(2025), Optional.empty());
    return Stream.of(
        sample(
            "other-content",
            "its identifier was accepted before, with other content",
            Reason.REPLAYED.name(),
            CAR.havingSeen(DeclarationForge.JTI, FIRST),
            forge -> forge),
        sample(
            "corrects-anothers",
            "corrects a declaration that the stranger issued",
            Reason.SUPERSEDES_ANOTHERS.name(),
            CAR.knowing(FIRST, strangers),
            forge -> forge.claim("supersedes", "{\"declarationId\":\"" + FIRST + "\"}")),
        refused(
            "total-without-opening",
            "the total is handed on without the opening",
            Reason.OPENING_MISSING,
            DeclarationForge::withoutOpening),
        refused(
            "opening-without-total",
            "the opening is handed on without the total",
            Reason.OPENING_WITHOUT_TOTAL,
            forge -> forge.without("total").without("stages")),
        refused(
            "opening-of-other-amounts",
            "the opening is one microgram more",
            Reason.COMMITMENT_DOES_NOT_OPEN,
            forge -> forge.opening(replacing("\"3250000000\"", "\"3250000001\""))),
        sample(
            "other-dimension",
            "declared per piece of known mass, bought in kilowatt-hours",
            Reason.UNIT_MISMATCH.name(),
            CAR.buyingIn(DeclaredUnit.KILOWATT_HOUR),
            forge -> forge));
  }

  private static Sample refused(
      String defect, String spoiled, Reason expected, UnaryOperator<DeclarationForge> spoiler) {
    return sample(defect, spoiled, expected.name(), CAR, spoiler);
  }

  private static Sample sample(
      String defect,
      String spoiled,
      String expected,
      Setting setting,
      UnaryOperator<DeclarationForge> spoiler) {
    DeclarationForge forge = spoiler.apply(handedOn());
    return new Sample(
        0,
        Form.PRESENTATION,
        defect,
        spoiled,
        expected,
        setting,
        forge.text(),
        forge.opening(),
        forge.sender());
  }

  private static DeclarationForge handedOn() {
    return DeclarationForge.nextTier()
        .claim("terms", "{\"onward\":[\"AGGREGATOR\",\"AUDITOR\"]}")
        .sentBy(Cast.PARTS);
  }
}
