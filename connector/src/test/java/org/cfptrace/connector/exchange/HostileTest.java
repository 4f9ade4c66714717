package org.cfptrace.connector.exchange;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.cfptrace.connector.declare.DeclareFootprint;
import org.cfptrace.connector.declare.IssuedDeclaration;
import org.cfptrace.connector.declare.Standing;
import org.cfptrace.connector.receive.ReceivedDeclaration;
import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.DraftDeclaration;
import org.cfptrace.declaration.MethodClaim;
import org.cfptrace.declaration.PeriodClaim;
import org.cfptrace.declaration.ProductClaim;
import org.cfptrace.declaration.SignedDeclaration;
import org.cfptrace.declaration.SupersedesClaim;
import org.cfptrace.envelope.DeclarationBody;
import org.cfptrace.envelope.DraftMessage;
import org.cfptrace.envelope.Envelopes;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.SignedMessage;
import org.cfptrace.exchange.deliver.DeliveryState;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.partner.Alarm;
import org.cfptrace.exchange.partner.AlarmKind;
import org.cfptrace.exchange.receive.Envelope;
import org.cfptrace.exchange.receive.Quarantined;
import org.cfptrace.exchange.receive.Quarantined.State;
import org.cfptrace.exchange.receive.ReceiveMessage.Outcome;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.CommittedTotals;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.keys.Jws;
import org.cfptrace.keys.Randomness;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.participant.DirectoryStatus;
import org.cfptrace.participant.Heartbeat;
import org.cfptrace.participant.ParticipantKeys;
import org.cfptrace.policy.Release;
import org.cfptrace.policy.ReleaseSwitch;
import org.cfptrace.rollup.FigureReference;
import org.cfptrace.rollup.OwnEmissions;
import org.cfptrace.rollup.OwnProduct;
import org.cfptrace.rollup.SourceFigure;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.StrictJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What bad input gets: a clear answer, and nothing else is lost or stuck. */
class HostileTest {
  private static final PageRequest FIRST = new PageRequest(50, Optional.empty());

  private final MovingClock clock = new MovingClock();
  private final DataSpace space = new DataSpace(clock);
  private final ListedBroker broker = new ListedBroker();
  private final Company mill =
      Company.found(space, broker, clock, "aaaaaaaaaaaaaaaa", "Seto Steel");
  private final Company parts =
      Company.found(space, broker, clock, "bbbbbbbbbbbbbbbb", "Naka Parts");
  private final Company cars = Company.found(space, broker, clock, "cccccccccccccccc", "Hama Cars");
  private final TraceId steel = TraceId.random();

  @BeforeEach
  void partnersTheyAre() {
    mill.becomePartnerOf(parts);
  }

  @Test
  void poisonIsKeptWithItsReasonAndBlocksNothing() {
    byte[] poison = "not an envelope {\u0000\uffff".getBytes(UTF_8);

    assertThat(parts.exchange().receive().receive(Way.INBOX, new Envelope(poison)))
        .isEqualTo(Outcome.QUARANTINED);
    DeclarationId after = declareSteel();
    mill.carryTo(parts);

    Quarantined kept = onlyLaidAside(parts);
    assertThat(kept.reason()).isEqualTo("MALFORMED_ENVELOPE");
    assertThat(kept.envelope()).isEqualTo(new Envelope(poison));
    assertThat(kept.origin()).isEmpty();
    assertThat(parts.own().received().find(after)).isPresent();
  }

  @Test
  void aMessageThatComesTwiceIsAppliedOnceAndAnsweredOnce() {
    declareSteel();
    mill.exchange().relay().round();
    String envelope = takenFor(parts).get(0);

    assertThat(receive(parts, envelope)).isEqualTo(Outcome.APPLIED);
    assertThat(receive(parts, envelope)).isEqualTo(Outcome.REPEAT);

    assertThat(parts.exchange().outbox().depth()).as("one receipt").isEqualTo(1);
    assertThat(parts.own().received().newestFirst(FIRST, Optional.empty()).items()).hasSize(1);
    assertThat(laidAside(parts)).isEmpty();
  }

  @Test
  void aDeclarationHandedOnInSomebodyElsesNameIsRefusedAndTheSenderToldSo() {
    parts.becomePartnerOf(cars);
    DeclarationId id = declareSteel();
    mill.carryTo(parts);
    String view = viewOf(mill, id);
    DeclarationBody body = new DeclarationBody(view, Optional.empty());

    UUID sent = post(parts, cars, MessageType.DECLARATION, body.toJson());
    assertThat(parts.carryTo(cars)).containsExactly(Outcome.QUARANTINED);
    cars.carryTo(parts);

    assertThat(onlyLaidAside(cars).reason()).isEqualTo("FORWARDED");
    assertThat(parts.exchange().outbox().delivery(sent).orElseThrow().state())
        .isEqualTo(DeliveryState.REFUSED);
    assertThat(cars.own().received().newestFirst(FIRST, Optional.empty()).items()).isEmpty();
  }

  @Test
  void aCopyMadeForSomeoneElseIsRefused() {
    mill.becomePartnerOf(cars);
    DeclarationId forCars = declareSteel(cars);
    mill.carryTo(cars);
    DeclarationBody body = new DeclarationBody(viewOf(mill, forCars), Optional.empty());

    UUID sent = post(mill, parts, MessageType.DECLARATION, body.toJson());
    mill.carryTo(parts);
    parts.carryTo(mill);

    assertThat(onlyLaidAside(parts).reason()).isEqualTo("NOT_FOR_US");
    assertThat(mill.exchange().outbox().delivery(sent).orElseThrow().reason())
        .contains("NOT_FOR_US");
  }

  @Test
  void aCorrectionOfAnotherCompanysDeclarationIsRefusedAndTheOldOneStands() {
    cars.becomePartnerOf(parts);
    DeclarationId id = declareSteel();
    mill.carryTo(parts);
    // All is as in the mill's own, but who has signed it.
    SignedDeclaration foreign = correction(cars, steel, id);

    UUID sent = post(cars, parts, MessageType.DECLARATION, carrying(foreign));
    assertThat(cars.carryTo(parts)).containsExactly(Outcome.QUARANTINED);
    parts.carryTo(cars);

    assertThat(onlyLaidAside(parts).reason()).isEqualTo("SUPERSEDES_ANOTHERS");
    assertStands(id, foreign);
    assertThat(cars.exchange().outbox().delivery(sent).orElseThrow().state())
        .isEqualTo(DeliveryState.REFUSED);
  }

  @Test
  void aCorrectionOfAnotherProductsDeclarationIsRefusedAndTheOldOneStands() {
    DeclarationId id = declareSteel();
    mill.carryTo(parts);
    SignedDeclaration other = correction(mill, TraceId.random(), id);

    post(mill, parts, MessageType.DECLARATION, carrying(other));
    assertThat(mill.carryTo(parts)).containsExactly(Outcome.QUARANTINED);

    assertThat(onlyLaidAside(parts).reason()).isEqualTo("SUPERSEDES_OTHER");
    assertStands(id, other);
  }

  /** What was accepted counts as before, and what claims to correct it is nowhere. */
  private void assertStands(DeclarationId id, SignedDeclaration correction) {
    Standing standing = parts.own().received().find(id).orElseThrow().standing();
    assertThat(standing.state()).isEqualTo(Standing.State.ACTIVE);
    assertThat(standing.supersededBy()).isEmpty();
    assertThat(parts.own().received().find(correction.id())).isEmpty();
    assertThat(
            parts
                .own()
                .figures()
                .find(mill.id(), steel, Company.YEAR)
                .<String>fold(
                    given ->
                        Optional.ofNullable(given.reference())
                            .map(FigureReference::declarationId)
                            .orElse("no reference"),
                    missing -> missing.state().toString()))
        .isEqualTo(id.value());
  }

  /** A figure of 1 kg for the parts maker that claims to correct the given declaration. */
  private SignedDeclaration correction(Company issuer, TraceId product, DeclarationId corrected) {
    return DraftDeclaration.of(
            issuer.id(), parts.id(), new CommittedTotals(1_000_000_000L, 0, 0), true, Share.NONE)
        .with(
            new ProductClaim(
                product,
                Optional.empty(),
                "product of " + issuer.id().shortId(),
                "steel",
                DeclaredUnit.KILOGRAM,
                Optional.empty()))
        .with(new PeriodClaim(Company.YEAR, Company.YEAR.to().plusMonths(36)))
        .with(MethodClaim.of(List.of("ISO 14067:2018"), CalculationBasis.AR6_CRADLE_TO_GATE))
        .with(new SupersedesClaim(corrected))
        .sign(issuer.keys().signing(), now(), Randomness.secure());
  }

  private static ObjectNode carrying(SignedDeclaration declaration) {
    return new DeclarationBody(
            declaration.view(declaration.claims()), Optional.of(declaration.opening()))
        .toJson();
  }

  @Test
  void anIdentifierUsedAgainWithOtherContentIsRefused() {
    DraftMessage one = draft(mill, parts, 1, note("one"));
    SignedMessage first = one.sign(mill.keys().signing(), now(), soon(), Randomness.secure());
    receiveSigned(parts, first.token());
    // The same jti under a new signature over another body.
    String forged = resigned(first, token -> token.replace("\"seq\":1", "\"seq\":2"), mill.keys());

    assertThat(receiveSigned(parts, forged)).isEqualTo(Outcome.QUARANTINED);
    assertThat(laidAside(parts)).extracting(Quarantined::reason).contains("REPLAYED");
  }

  @Test
  void aStrangerAtTheInboxIsRefused() {
    DraftMessage draft = draft(cars, parts, 1, StrictJson.object());
    SignedMessage signed = draft.sign(cars.keys().signing(), now(), soon(), Randomness.secure());

    assertThat(receiveSigned(parts, signed.token())).isEqualTo(Outcome.QUARANTINED);
    assertThat(onlyLaidAside(parts).origin().orElseThrow().issuer()).isEqualTo(cars.id());
  }

  @Test
  void whatASuspendedSenderSaysIsHeldAndAppliedWhenItMaySpeakAgain() {
    DeclarationId id = declareSteel();
    mill.exchange().relay().round();
    publish(parts, space.publish(mill.id(), DirectoryStatus.SUSPENDED));

    assertThat(parts.takeWhatHasCome()).containsExactly(Outcome.HELD);
    assertThat(onlyLaidAside(parts).reason()).isEqualTo("SUSPENDED_SIGNER");
    assertThat(parts.own().received().find(id)).isEmpty();

    publish(parts, space.publish(mill.id(), DirectoryStatus.ACTIVE));
    clock.advance(Duration.ofMinutes(2));
    parts.exchange().retry().round();

    assertThat(parts.own().received().find(id)).isPresent();
    assertThat(laidAside(parts)).isEmpty();
    parts.carryTo(mill);
    assertThat(deliveryOf(id)).isEqualTo(DeliveryState.DELIVERED);
  }

  @Test
  void aFigureOfAPartnerSuspendedSinceIsShownButNotCounted() {
    declareSteel();
    mill.carryTo(parts);
    publish(parts, space.publish(mill.id(), DirectoryStatus.SUSPENDED));

    SourceFigure figure = parts.own().figures().find(mill.id(), steel, Company.YEAR);

    assertThat(figure.<String>fold(given -> "counted", missing -> missing.state().toString()))
        .isEqualTo("SENDER_SUSPENDED");
  }

  @Test
  void whatComesAheadOfItsTurnWaitsAndTheMissingIsAskedForAgain() {
    DeclarationId first = declareSteel();
    DeclarationId second = declareSteel("4", parts);
    mill.exchange().relay().round();
    List<String> envelopes = takenFor(parts);

    assertThat(receive(parts, envelopes.get(1))).isEqualTo(Outcome.AHEAD);
    assertThat(parts.own().received().find(second)).isEmpty();
    // The first one is lost; the mill is asked for it, and sends it again.
    parts.carryTo(mill);
    clock.advance(Duration.ofSeconds(1));
    mill.carryTo(parts);

    assertThat(parts.own().received().find(first)).isPresent();
    assertThat(parts.own().received().find(second)).isPresent();
    assertThat(laidAside(parts)).isEmpty();
  }

  @Test
  void aStrangerAheadOfItsTurnGetsNoPlaceToWaitIn() {
    String ahead =
        draft(cars, parts, 5, note("ahead"))
            .sign(cars.keys().signing(), now(), soon(), Randomness.secure())
            .token();

    assertThat(receiveSigned(parts, ahead)).isEqualTo(Outcome.QUARANTINED);
    assertThat(onlyLaidAside(parts).reason()).isEqualTo("NOT_A_PARTNER");
  }

  @Test
  void aPartnerAheadOfItsTurnFillsOurTableOnlySoFar() {
    for (int i = 0; i < 1000; i++) {
      parts
          .database()
          .sql()
          .update(
              "insert into quarantine (id, state, way, bytes, digest, sender, message_id, thread,"
                  + " seq, reason, detail, received_at, due_at, attempts) values"
                  + " (gen_random_uuid(), 'AHEAD', 'INBOX', '', decode(md5(?), 'hex'), ?, ?, 'other',"
                  + " ?, 'AHEAD_OF_TURN', '', now(), now(), 1)",
              "row " + i,
              mill.id().toString(),
              "urn:uuid:" + UUID.randomUUID(),
              (long) i + 2);
    }
    String oneMore =
        draft(mill, parts, 9, note("one more"))
            .sign(mill.keys().signing(), now(), soon(), Randomness.secure())
            .token();

    assertThat(receiveSigned(parts, oneMore)).isEqualTo(Outcome.QUARANTINED);
    assertThat(
            parts
                .database()
                .sql()
                .list(
                    "select reason from quarantine where state = 'QUARANTINED'",
                    row -> row.text("reason")))
        .containsExactly("TOO_MANY_AHEAD");
  }

  @Test
  void whatIsRefusedAheadOfItsTurnDoesNotHoldUpItsThread() {
    String tooOld =
        draft(mill, parts, 2, note("second"))
            .sign(
                mill.keys().signing(),
                now().minus(Duration.ofDays(3)),
                now().minus(Duration.ofDays(2)),
                Randomness.secure())
            .token();
    assertThat(receiveSigned(parts, tooOld)).isEqualTo(Outcome.QUARANTINED);

    assertThat(receiveSigned(parts, fresh(1))).isEqualTo(Outcome.QUARANTINED);
    assertThat(receiveSigned(parts, fresh(3)))
        .as("its turn, though its body is no declaration")
        .isEqualTo(Outcome.QUARANTINED);
  }

  @Test
  @Timeout(60)
  void aRequestForThePlacesAtTheEndOfTheNumbersComesToAnEnd() {
    post(
        mill,
        parts,
        MessageType.RESEND_REQUEST,
        StrictJson.object().put("from", Long.MAX_VALUE - 999).put("to", Long.MAX_VALUE));
    mill.carryTo(parts);

    DeclarationId after = declareSteel();
    mill.carryTo(parts);
    assertThat(parts.own().received().find(after)).isPresent();
  }

  @Test
  void whatWasQueuedBeforeAPartnershipEndedDoesNotLeave() {
    declareSteel();
    mill.database().inNew(() -> mill.exchange().partnerships().refuse(parts.id(), "it is over"));
    mill.exchange().relay().round();

    assertThat(takenFor(parts)).isEmpty();
  }

  @Test
  void anOperatorsReplayAppliesWhatCanBeAppliedNowAndTheSenderHears() {
    parts.database().inNew(() -> parts.exchange().partnerships().refuse(mill.id(), "a mistake"));
    DeclarationId id = declareSteel();
    mill.exchange().relay().round();
    for (String envelope : takenFor(parts)) {
      receive(parts, envelope);
    }
    assertThat(onlyLaidAside(parts).reason()).isEqualTo("NOT_A_PARTNER");
    parts.carryTo(mill);
    assertThat(deliveryOf(id)).isEqualTo(DeliveryState.REFUSED);

    parts.becomePartnerOf(mill);
    assertThat(parts.exchange().receive().again(onlyLaidAside(parts))).isEqualTo(Outcome.APPLIED);

    assertThat(parts.own().received().find(id)).isPresent();
    assertThat(laidAside(parts)).isEmpty();
    parts.carryTo(mill);
    assertThat(deliveryOf(id)).isEqualTo(DeliveryState.DELIVERED);
  }

  @Test
  void whatIsReplayedAfterItsOwnCorrectionIsNotTheNewerWord() {
    parts.database().inNew(() -> parts.exchange().partnerships().refuse(mill.id(), "a mistake"));
    DeclarationId first = declareSteel();
    mill.exchange().relay().round();
    for (String envelope : takenFor(parts)) {
      receive(parts, envelope);
    }
    parts.becomePartnerOf(mill);
    DeclarationId second = declareSteel("4", parts);
    mill.carryTo(parts);
    assertThat(parts.own().received().find(second)).isPresent();

    assertThat(parts.exchange().receive().again(onlyLaidAside(parts))).isEqualTo(Outcome.APPLIED);

    ReceivedDeclaration replayed = parts.own().received().find(first).orElseThrow();
    assertThat(replayed.standing().state()).isEqualTo(Standing.State.SUPERSEDED);
    assertThat(replayed.standing().supersededBy()).contains(second);
  }

  @Test
  void aFalseKeyGetsNothingAndRaisesTheAlarmOnBothSides() {
    ParticipantKeys falseKeys = ParticipantKeys.make();
    DirectoryEntry entry = space.publishFalseKeys(parts.id(), falseKeys);
    publish(mill, entry);
    publish(parts, entry);

    DeclarationId id = declareSteel();
    mill.exchange().relay().round();

    assertThat(broker.taken()).isEmpty();
    IssuedDeclaration issued = mill.own().issued().find(id).orElseThrow();
    assertThat(issued.delivery().orElseThrow().reason()).contains("KEY_NOT_CONFIRMED");
    assertThat(alarms(mill)).extracting(Alarm::kind).contains(AlarmKind.UNPROVEN_KEY_OF_PARTNER);
    assertThat(alarms(mill))
        .extracting(Alarm::key)
        .contains(falseKeys.signing().thumbprint().value());
    assertThat(alarms(parts))
        .extracting(Alarm::kind)
        .containsOnly(AlarmKind.FOREIGN_KEY_IN_OUR_NAME);
  }

  @ParameterizedTest
  @ValueSource(longs = {-7200, 0})
  void keysSlippedInBesideTheTrueOnesAreNeitherSealedToNorBelieved(long signingFromSeconds) {
    ParticipantKeys falseKeys = ParticipantKeys.make();
    publish(
        mill,
        space.slipInKeys(parts.id(), falseKeys, clock.instant().plusSeconds(signingFromSeconds)));

    declareSteel();
    mill.exchange().relay().round();
    DraftMessage forged =
        new DraftMessage(
            parts.id(), mill.id(), MessageType.PARTNER_ANSWER, "t", 1, StrictJson.object());
    String token = forged.sign(falseKeys.signing(), now(), soon(), Randomness.secure()).token();

    assertThat(broker.taken()).isEmpty();
    assertThat(receiveSigned(mill, token)).isEqualTo(Outcome.HELD);
    assertThat(alarms(mill))
        .extracting(Alarm::key)
        .contains(falseKeys.signing().thumbprint().value());
  }

  @Test
  void whenTheDirectoryIsTooOldEverythingWaitsAndNothingIsRefused() {
    DeclarationId id = declareSteel();
    mill.exchange().relay().round();
    space.isAway(true);
    clock.advance(Duration.ofHours(25));

    assertThat(parts.takeWhatHasCome()).containsExactly(Outcome.HELD);
    DeclarationId later = declareSteel("4", parts);
    mill.exchange().relay().round();
    assertThat(mill.own().issued().find(later).orElseThrow().delivery().orElseThrow().reason())
        .contains("STALE_DIRECTORY");

    parts.exchange().watchDirectory().alive(new Heartbeat(clock.instant()));
    clock.advance(Duration.ofMinutes(2));
    parts.exchange().retry().round();
    assertThat(parts.own().received().find(id)).isPresent();
  }

  private DeclarationId declareSteel() {
    return declareSteel("3", parts);
  }

  private DeclarationId declareSteel(Company to) {
    return declareSteel("3", to);
  }

  private DeclarationId declareSteel(String kilograms, Company to) {
    OwnProduct own =
        OwnProduct.of(steel, DeclaredUnit.KILOGRAM)
            .withOwn(
                OwnEmissions.primary(
                    Emissions.of(Stage.MAIN, EmissionAccount.FOSSIL, KgCo2e.of(kilograms))));
    return mill.database()
        .inNew(
            () ->
                mill.declaring(own)
                    .declare(
                        new DeclareFootprint.Wish(
                            steel,
                            Audience.NEXT_TIER,
                            Optional.of(to.id()),
                            Optional.empty(),
                            Release.of(Set.of(ReleaseSwitch.TOTAL)))));
  }

  private UUID post(Company from, Company to, MessageType type, ObjectNode body) {
    return from.database()
        .inNew(
            () ->
                from.exchange()
                    .post()
                    .post(
                        to.id(),
                        Way.INBOX,
                        from.exchange().threads().about(to.id(), Optional.of(steel)),
                        type,
                        body)
                    .messageId());
  }

  /** What the recipient was given: the bytes that lie in our own database. */
  private static String viewOf(Company issuer, DeclarationId id) {
    return issuer
        .database()
        .sql()
        .first(
            "select view from issued_declaration where declaration_id = ?",
            row -> new String(row.bytes("view"), US_ASCII),
            id.value())
        .orElseThrow();
  }

  private DraftMessage draft(Company from, Company to, long seq, ObjectNode body) {
    return new DraftMessage(
        from.id(), to.id(), MessageType.DECLARATION, "thread-of-the-test", seq, body);
  }

  private String fresh(long seq) {
    return draft(mill, parts, seq, note("place " + seq))
        .sign(mill.keys().signing(), now(), soon(), Randomness.secure())
        .token();
  }

  private static ObjectNode note(String text) {
    return StrictJson.object().put("note", text);
  }

  private static String resigned(
      SignedMessage message, UnaryOperator<String> change, ParticipantKeys keys) {
    String token = message.token();
    String payload =
        new String(
            Base64Url.decode(token.substring(token.indexOf('.') + 1, token.lastIndexOf('.'))),
            UTF_8);
    return Jws.sign(keys.signing(), DraftMessage.TYP, change.apply(payload).getBytes(UTF_8));
  }

  private Outcome receiveSigned(Company to, String token) {
    byte[] sealed = Envelopes.seal(token.getBytes(US_ASCII), to.keys().encryption().sealingKey());
    return to.exchange().receive().receive(Way.INBOX, new Envelope(sealed));
  }

  private static Outcome receive(Company to, String envelope) {
    return to.exchange().receive().receive(Way.INBOX, new Envelope(envelope.getBytes(US_ASCII)));
  }

  private List<String> takenFor(Company company) {
    return broker.drain(Way.INBOX.topicOf(company.id().shortId())).stream()
        .map(ListedBroker.Taken::envelope)
        .toList();
  }

  private static void publish(Company to, DirectoryEntry entry) {
    to.exchange().watchDirectory().published(entry);
  }

  private DeliveryState deliveryOf(DeclarationId id) {
    return mill.own().issued().find(id).orElseThrow().delivery().orElseThrow().state();
  }

  private static List<Quarantined> laidAside(Company company) {
    return company.exchange().quarantine().list(FIRST).items();
  }

  private static Quarantined onlyLaidAside(Company company) {
    List<Quarantined> all = laidAside(company);
    assertThat(all).hasSize(1);
    assertThat(all.get(0).state()).isNotEqualTo(State.RESOLVED);
    return all.get(0);
  }

  private static List<Alarm> alarms(Company company) {
    return company.exchange().alarms().newestFirst(FIRST).items();
  }

  private Instant now() {
    return clock.instant();
  }

  private Instant soon() {
    return clock.instant().plus(Duration.ofDays(1));
  }
}
