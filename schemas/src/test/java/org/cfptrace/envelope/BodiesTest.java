package org.cfptrace.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.MassPerUnit;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.MalformedException.Fault;
import org.cfptrace.strict.StrictJson;
import org.cfptrace.trade.RequestId;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a body says is what is read from it, and nothing is written that no reader takes. */
class BodiesTest {
  private static final RequestId REQUEST =
      RequestId.of("urn:uuid:22222222-2222-4222-8222-222222222222");
  private static final RequestId BEFORE =
      RequestId.of("urn:uuid:33333333-3333-4333-8333-333333333333");
  private static final TraceId STEEL = TraceId.of("urn:uuid:11111111-1111-4111-8111-111111111111");
  private static final DeclarationId DECLARATION = new DeclarationId("A".repeat(43));
  private static final LocalDate DAY = LocalDate.parse("2027-03-31");

  /** One character, two places in a Java string. */
  private static final String BEYOND_THE_FIRST_PLANE = "𠮷";

  @TestFactory
  Stream<DynamicTest> aRequestIsReadAsItWasWritten() {
    RequestedPart least =
        new RequestedPart("coil", Optional.empty(), DeclaredUnit.KILOGRAM, Optional.empty());
    RequestedPart full =
        new RequestedPart(
            BEYOND_THE_FIRST_PLANE.repeat(50),
            Optional.of("P".repeat(100)),
            DeclaredUnit.PIECE,
            Optional.of(MassPerUnit.of("2.5")));
    return Stream.of(
            new FootprintRequestBody(
                REQUEST,
                least,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            new FootprintRequestBody(
                REQUEST,
                full,
                Optional.of(Period.ofYear(2026)),
                Optional.of(BEYOND_THE_FIRST_PLANE.repeat(1000)),
                Optional.of(DAY),
                Optional.of(BEFORE)))
        .map(body -> roundTrip(body, body.toJson(), FootprintRequestBody::fromJson));
  }

  @TestFactory
  Stream<DynamicTest> whatIsSaidAboutARequestIsReadAsItWasWritten() {
    LinkedProduct product =
        new LinkedProduct(
            STEEL, "熱延鋼板", DeclaredUnit.PIECE, Optional.of(MassPerUnit.of("0.000000001")));
    RequestReminderBody shortReminder =
        new RequestReminderBody(REQUEST, Optional.empty(), Optional.empty(), 0);
    RequestReminderBody reminder =
        new RequestReminderBody(REQUEST, Optional.of("?"), Optional.of(DAY), Long.MAX_VALUE);
    RequestLinkedBody linked = new RequestLinkedBody(REQUEST, product, 3);
    RequestRejectedBody rejected = new RequestRejectedBody(REQUEST, "r".repeat(1000), 3);
    RequestCancelledBody silent = new RequestCancelledBody(REQUEST, Optional.empty(), 3);
    RequestCancelledBody cancelled = new RequestCancelledBody(REQUEST, Optional.of("r"), 3);
    RequestReplyBody reply = new RequestReplyBody(REQUEST, "m".repeat(1000), 3);
    return Stream.of(
        roundTrip(shortReminder, shortReminder.toJson(), RequestReminderBody::fromJson),
        roundTrip(reminder, reminder.toJson(), RequestReminderBody::fromJson),
        roundTrip(linked, linked.toJson(), RequestLinkedBody::fromJson),
        roundTrip(rejected, rejected.toJson(), RequestRejectedBody::fromJson),
        roundTrip(silent, silent.toJson(), RequestCancelledBody::fromJson),
        roundTrip(cancelled, cancelled.toJson(), RequestCancelledBody::fromJson),
        roundTrip(reply, reply.toJson(), RequestReplyBody::fromJson));
  }

  @TestFactory
  Stream<DynamicTest> whatIsSaidAboutAProductIsReadAsItWasWritten() {
    RecallBody recall = new RecallBody(DECLARATION, "誤り");
    ReleaseBody release = new ReleaseBody(STEEL, EnumSet.allOf(SharedItem.class));
    WithholdBody withhold = new WithholdBody(STEEL, Set.of(SharedItem.TOTAL));
    ProgressBody silent = new ProgressBody(STEEL, true, Optional.empty(), DAY);
    ProgressBody progress =
        new ProgressBody(STEEL, false, Optional.of(RequestCounts.whole(999_999, 0)), DAY);
    ProgressBody partial =
        new ProgressBody(STEEL, false, Optional.of(RequestCounts.partial(5, 3)), DAY);
    return Stream.of(
        roundTrip(recall, recall.toJson(), RecallBody::fromJson),
        roundTrip(release, release.toJson(), ReleaseBody::fromJson),
        roundTrip(withhold, withhold.toJson(), WithholdBody::fromJson),
        roundTrip(silent, silent.toJson(), ProgressBody::fromJson),
        roundTrip(progress, progress.toJson(), ProgressBody::fromJson),
        roundTrip(partial, partial.toJson(), ProgressBody::fromJson));
  }

  @TestFactory
  Stream<DynamicTest> whatIsHandedOnIsReadAsItWasWritten() {
    PresentationBody.Presented bare =
        new PresentationBody.Presented(new DeclarationBody("e30.e30.AA~", Optional.empty()));
    PresentationBody.Fallen recalled =
        new PresentationBody.Fallen(
            DECLARATION, PresentationBody.Fallen.Kind.RECALLED, Optional.of("誤り"), DAY);
    PresentationBody.Fallen ended =
        new PresentationBody.Fallen(
            DECLARATION, PresentationBody.Fallen.Kind.ENDED, Optional.empty(), DAY);
    PresentationBody.Progressed incomplete =
        new PresentationBody.Progressed(DECLARATION, false, DAY);
    return Stream.<PresentationBody>of(bare, recalled, ended, incomplete)
        .map(body -> roundTrip(body, body.toJson(), PresentationBody::fromJson));
  }

  @Test
  void onlyWhatIsRecalledOrCorrectedNeverStandsAgain() {
    assertThat(PresentationBody.Fallen.Kind.values())
        .filteredOn(PresentationBody.Fallen.Kind::isFinal)
        .containsExactly(
            PresentationBody.Fallen.Kind.RECALLED, PresentationBody.Fallen.Kind.SUPERSEDED);
  }

  @Test
  void whatIsNotSaidHasNoMember() {
    FootprintRequestBody least =
        new FootprintRequestBody(
            REQUEST,
            new RequestedPart("coil", Optional.empty(), DeclaredUnit.KILOGRAM, Optional.empty()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    assertThat(least.toJson())
        .hasToString(
            "{\"requestId\":\"urn:uuid:22222222-2222-4222-8222-222222222222\","
                + "\"part\":{\"name\":\"coil\",\"unit\":\"kilogram\"}}");
  }

  @Test
  void whatIsSharedIsWrittenInTheOrderOfTheAlphabet() {
    Set<SharedItem> items =
        EnumSet.of(
            SharedItem.TOTAL,
            SharedItem.STAGES,
            SharedItem.QUALITY,
            SharedItem.EVIDENCE,
            SharedItem.COVERAGE);

    assertThat(new ReleaseBody(STEEL, items).toJson().get("switches"))
        .hasToString("[\"COVERAGE\",\"EVIDENCE\",\"QUALITY\",\"STAGES\",\"TOTAL\"]");
    assertThat(List.copyOf(new ReleaseBody(STEEL, items).switches())).isSorted();
  }

  @Test
  void onlyTheOneSpellingOfASetIsRead() {
    for (List<String> names :
        List.of(
            List.of("TOTAL", "QUALITY"),
            List.of("QUALITY", "QUALITY"),
            List.of("QUALITY", "RECIPE"),
            List.<String>of())) {
      ObjectNode json = StrictJson.object().put("traceId", STEEL.toString());
      names.forEach(json.putArray("switches")::add);

      assertMalformed(() -> ReleaseBody.fromJson(json), Fault.MEMBER);
      assertMalformed(() -> WithholdBody.fromJson(json), Fault.MEMBER);
    }
  }

  @Test
  void aPeriodDoesNotEndBeforeItBegins() {
    ObjectNode json = StrictJson.object().put("requestId", REQUEST.toString());
    json.putObject("part").put("name", "coil").put("unit", "kilogram");
    json.putObject("period").put("from", "2026-01-02").put("to", "2026-01-01");

    assertMalformed(() -> FootprintRequestBody.fromJson(json), Fault.MEMBER);
  }

  @Test
  void aUnitOrMassOfNoUseIsNamedAsSuch() {
    ObjectNode json = StrictJson.object().put("requestId", REQUEST.toString()).put("seen", 0);
    ObjectNode product = json.putObject("product").put("traceId", STEEL.toString());
    product.put("name", "coil").put("unit", "t");

    assertMalformed(() -> RequestLinkedBody.fromJson(json), Fault.UNIT);
    product.put("unit", "piece").put("massPerUnit", "0");
    assertMalformed(() -> RequestLinkedBody.fromJson(json), Fault.NUMBER);
  }

  @Test
  void noMoreAreAnsweredThanWereAsked() {
    assertRefused(() -> RequestCounts.whole(3, 4));
    assertRefused(() -> RequestCounts.whole(3, -1));
    assertRefused(() -> RequestCounts.whole(1_000_000, 3));
    ObjectNode json =
        StrictJson.object()
            .put("traceId", STEEL.toString())
            .put("complete", false)
            .put("changedOn", DAY.toString());
    json.putObject("requests").put("asked", 3).put("answered", 4);
    assertMalformed(() -> ProgressBody.fromJson(json), Fault.MEMBER);
  }

  @Test
  void nothingIsWrittenThatNoReaderTakes() {
    Optional<String> none = Optional.empty();
    Optional<String> tooLong = Optional.of("m".repeat(1001));
    assertRefused(() -> part("", none));
    assertRefused(() -> part("n".repeat(51), none));
    assertRefused(() -> part("coil", Optional.of("")));
    assertRefused(() -> part("coil", Optional.of("P".repeat(101))));
    assertRefused(() -> product(""));
    assertRefused(() -> product("n".repeat(257)));
    assertRefused(() -> request(tooLong));
    assertRefused(() -> new RequestReminderBody(REQUEST, tooLong, Optional.empty(), 0));
    assertRefused(() -> new RequestReminderBody(REQUEST, none, Optional.empty(), -1));
    assertRefused(() -> new RequestLinkedBody(REQUEST, product("coil"), -1));
    assertRefused(() -> new RequestRejectedBody(REQUEST, "", 0));
    assertRefused(() -> new RequestRejectedBody(REQUEST, "why", -1));
    assertRefused(() -> new RequestCancelledBody(REQUEST, Optional.of(""), 0));
    assertRefused(() -> new RequestCancelledBody(REQUEST, none, -1));
    assertRefused(() -> new RequestReplyBody(REQUEST, "", 0));
    assertRefused(() -> new RequestReplyBody(REQUEST, "word", -1));
    assertRefused(() -> new RecallBody(DECLARATION, ""));
    assertRefused(() -> new ReleaseBody(STEEL, Set.of()));
    assertRefused(() -> new WithholdBody(STEEL, Set.of()));
    assertRefused(
        () ->
            new PresentationBody.Fallen(
                DECLARATION, PresentationBody.Fallen.Kind.RECALLED, tooLong, DAY));
  }

  private static RequestedPart part(String name, Optional<String> customerPartId) {
    return new RequestedPart(name, customerPartId, DeclaredUnit.KILOGRAM, Optional.empty());
  }

  private static LinkedProduct product(String name) {
    return new LinkedProduct(STEEL, name, DeclaredUnit.KILOGRAM, Optional.empty());
  }

  private static FootprintRequestBody request(Optional<String> message) {
    return new FootprintRequestBody(
        REQUEST,
        part("coil", Optional.empty()),
        Optional.empty(),
        message,
        Optional.empty(),
        Optional.empty());
  }

  private static <T> DynamicTest roundTrip(T body, ObjectNode json, Function<JsonNode, T> reader) {
    return DynamicTest.dynamicTest(
        body.getClass().getSimpleName(),
        () -> assertThat(reader.apply(StrictJson.parse(StrictJson.write(json)))).isEqualTo(body));
  }

  private static void assertRefused(ThrowingCallable making) {
    assertThatIllegalArgumentException().isThrownBy(making);
  }

  private static void assertMalformed(ThrowingCallable reading, Fault fault) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            MalformedException.class, malformed -> assertThat(malformed.fault()).isEqualTo(fault));
  }
}
