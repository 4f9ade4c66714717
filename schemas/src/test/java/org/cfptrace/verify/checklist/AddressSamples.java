package org.cfptrace.verify.checklist;

import static org.cfptrace.verify.Reason.AUDIENCE_NOT_DISCLOSED;
import static org.cfptrace.verify.Reason.FORWARDED;
import static org.cfptrace.verify.Reason.MALFORMED_PAYLOAD;
import static org.cfptrace.verify.Reason.NOT_FOR_US;
import static org.cfptrace.verify.checklist.Spoil.replacing;

import java.util.stream.Stream;

/** Items 87 to 90: for whom it was made, and who hands it over. */
final class AddressSamples {
  private AddressSamples() {}

  static Stream<Sample> all() {
    String toCar = "\"aud\":\"" + Cast.CAR.did() + "\"";
    String toParts = "\"aud\":\"" + Cast.PARTS.did() + "\"";
    Setting car = Setting.STANDARD.readBy(Cast.CAR);
    return Stream.of(
        Samples.message(
            87,
            "for-someone-else",
            "addressed to another company",
            NOT_FOR_US,
            forge -> forge.payload(replacing(toParts, toCar))),
        Samples.message(
            87,
            "audience-array",
            "addressed to a list that holds us",
            MALFORMED_PAYLOAD,
            forge -> forge.payload(replacing(toParts, "\"aud\":[\"" + Cast.PARTS.did() + "\"]"))),
        Samples.declaration(
            87,
            "for-someone-else",
            "made for another company",
            NOT_FOR_US,
            forge -> forge.madeFor(Cast.CAR)),
        Samples.declaration(
            88,
            "recipient-salt",
            "we are named, with a salt that does not give the recipient signed",
            NOT_FOR_US,
            forge -> forge.showingAudience(Cast.PARTS, Cast.salt("another"))),
        Samples.declaration(
            88,
            "recipient-name",
            "made for another company, but we are named",
            NOT_FOR_US,
            forge -> forge.madeFor(Cast.CAR).showingAudience(Cast.PARTS, Cast.salt("recipient"))),
        Samples.declaration(
            88,
            "recipient-hidden",
            "it is not shown for whom it was made",
            AUDIENCE_NOT_DISCLOSED,
            forge -> forge.without("audience")),
        Samples.declaration(
            89,
            "forwarded",
            "made by the mill for the parts maker, who hands it to the car maker",
            FORWARDED.name(),
            car,
            forge -> forge.sentBy(Cast.PARTS)),
        Samples.declaration(
            89,
            "forwarded-to-its-recipient",
            "made by the mill for the car maker, but handed over by the parts maker",
            FORWARDED.name(),
            car,
            forge -> forge.madeFor(Cast.CAR).sentBy(Cast.PARTS)),
        Samples.envelope(
            90,
            "sealed-to-us-for-another",
            "sealed to our key, but the message in it is addressed to another company",
            NOT_FOR_US.name(),
            EnvelopeForge.around(Samples.message().payload(replacing(toParts, toCar)).compact())));
  }
}
