package org.cfptrace.connector.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransactionException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.cfptrace.connector.audit.AuditMode;
import org.cfptrace.connector.audit.IssueMandate;
import org.cfptrace.connector.audit.KeptMandate;
import org.cfptrace.connector.declare.DeclareFootprint;
import org.cfptrace.connector.exchange.TestSurroundings.Death;
import org.cfptrace.connector.share.RedeclareRule;
import org.cfptrace.connector.share.ReleaseTerms;
import org.cfptrace.connector.trade.AskForFootprint;
import org.cfptrace.connector.trade.AskedFor;
import org.cfptrace.connector.wiring.Auditing;
import org.cfptrace.connector.wiring.Door;
import org.cfptrace.connector.wiring.Given;
import org.cfptrace.connector.wiring.RealDatabase;
import org.cfptrace.connector.wiring.Trade;
import org.cfptrace.declaration.Audience;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.log.LogEntry;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.participant.DirectoryStatus;
import org.cfptrace.participant.Heartbeat;
import org.cfptrace.policy.Release;
import org.cfptrace.policy.ReleaseSwitch;
import org.cfptrace.rollup.LineId;
import org.cfptrace.rollup.OwnEmissions;
import org.cfptrace.rollup.OwnProduct;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.ExpectedVersion;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.crash.CrashPoint;
import org.cfptrace.service.database.Sql;
import org.cfptrace.trade.RequestId;
import org.junit.jupiter.api.Test;

/**
 * Dies at every crash point, at the first two times it comes there and at two later ones, starts
 * again, and expects the same rows as if nothing had happened: in the service's own database and in
 * those of its partners. A run dies at several points, none of them next to another in a story, so
 * that all runs together take a minute.
 */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class CrashesTest {
  private static final int GROUPS = 3;
  private static final int OCCURRENCES = 4;

  private static final PageRequest TEN = new PageRequest(10, Optional.empty());

  private static final Map<String, String> OWN_ROWS =
      new TreeMap<>(
          Map.of(
              "product", "name, unit",
              "own_emissions", "profile",
              "line_source", "share",
              "journal", "who, action",
              "idempotency_key", "who, status"));

  private final ListedBroker broker = new ListedBroker();
  private final Clock clock = Clock.systemUTC();
  private final Company mill =
      Company.found(TestSurroundings.SPACE, broker, clock, "aaaaaaaaaaaaaaaa", "Seto Steel");
  private final Company cars =
      Company.found(TestSurroundings.SPACE, broker, clock, "cccccccccccccccc", "Hama Cars");

  @Inject Service service;
  @Inject Trade trade;
  @Inject Auditing auditing;
  @Inject DataSource dataSource;

  @Test
  void everyDeathIsMadeGood() {
    TestSurroundings.points().forget();
    Map<String, List<String>> undisturbed = runFromNothing();
    Map<CrashPoint, Integer> reached = new EnumMap<>(TestSurroundings.points().counts());
    assertThat(reached.keySet()).as("every crash point is reached").containsAll(all());
    assertThat(undisturbed.get("service issued_declaration")).hasSize(4);
    assertThat(undisturbed.get("cars received_declaration")).hasSize(2);
    assertThat(undisturbed.get("service correction"))
        .hasSize(1)
        .first()
        .asString()
        .contains("APPROVED");
    assertThat(undisturbed.get("service footprint_request"))
        .hasSize(2)
        .allMatch(request -> request.contains("ANSWERED"));
    assertThat(undisturbed.get("service stale_product")).isEmpty();
    assertThat(undisturbed.get("service audit"))
        .hasSize(1)
        .first()
        .asString()
        .contains("DONE,VERIFIED");
    assertThat(undisturbed.get("service audit_request"))
        .hasSize(1)
        .first()
        .asString()
        .contains("ANSWERED");
    assertThat(undisturbed.get("service log_export")).containsExactly("(t)");
    assertThat(undisturbed.get("service log_fallen")).anyMatch(fallen -> fallen.endsWith(",t)"));

    for (int group = 0; group < GROUPS; group++) {
      for (int occurrence = 1; occurrence <= OCCURRENCES; occurrence++) {
        Map<CrashPoint, Integer> deadly = group(group, occurrence, reached);
        TestSurroundings.points().dieAt(deadly);
        Map<String, List<String>> disturbed = runFromNothing();
        assertThat(TestSurroundings.points().disarm())
            .as("occurrence %s was never reached at", occurrence)
            .isEmpty();
        assertThat(disturbed).as("%s, occurrence %s", deadly, occurrence).isEqualTo(undisturbed);
      }
    }
  }

  /** Every third point, of those that are reached so often, with the time at which to die. */
  private static Map<CrashPoint, Integer> group(
      int group, int occurrence, Map<CrashPoint, Integer> reached) {
    List<CrashPoint> inOrder = List.copyOf(all());
    Map<CrashPoint, Integer> points = new EnumMap<>(CrashPoint.class);
    for (int at = group; at < inOrder.size(); at += GROUPS) {
      int times = reached.get(inOrder.get(at));
      int nth = nth(occurrence, times);
      if (times >= nth) {
        points.put(inOrder.get(at), nth);
      }
    }
    return points;
  }

  /** What is reached with every round is reached for nothing at first, so later times count too. */
  private static int nth(int occurrence, int times) {
    return switch (occurrence) {
      case 3 -> Math.max(3, times / 3);
      case 4 -> Math.max(4, times / 2);
      default -> occurrence;
    };
  }

  private Map<String, List<String>> runFromNothing() {
    emptyEverything();
    story();
    return rows();
  }

  /** Everything the connector does, in the order in which a company would. */
  private void story() {
    cars.database()
        .inNew(
            () ->
                cars.exchange()
                    .partnerships()
                    .invite(
                        service.id(),
                        Optional.empty(),
                        Optional.of(service.fingerprint()),
                        "suzuki"));
    cars.exchange().openInboxes().round();
    carry();
    write(
        Roles.ADMIN,
        "/api/v1/partners/" + cars.id().shortId() + "/acceptance",
        "{\"fingerprint\": \"%s\"}".formatted(cars.fingerprint()));
    write(
        Roles.ADMIN,
        "/api/v1/partners",
        "{\"participantId\": \"%s\", \"fingerprint\": \"%s\"}"
            .formatted(mill.id().shortId(), mill.fingerprint()));
    carry();
    mill.database()
        .inNew(
            () ->
                mill.exchange().partnerships().accept(service.id(), service.fingerprint(), "sato"));
    mill.exchange().openInboxes().round();
    carry();

    TraceId steel = TraceId.random();
    declareSteel(steel);
    carry();

    Response product =
        write(
            Roles.SUPPLIER,
            "/api/v1/products",
            "{\"partsName\": \"Bracket\", \"unit\": \"kilogram\"}");
    String bracket = product.path("traceId");
    write(Roles.SUPPLIER, "/api/v1/products/" + bracket + "/emissions", Given.emissionsJson("5"));
    write(
        Roles.SUPPLIER,
        Method.PUT,
        "/api/v1/products/" + bracket + "/bill-of-materials",
        """
        {"lines": [{"lineId": "coil", "partName": "Coil", "amount": "1", "unit": "kilogram", "kind": "PROCURED"}]}\
        """);
    write(
        Roles.APPROVER,
        "/api/v1/declarations",
        """
        {"traceId": "%s", "partnerId": "%s", "audience": "NEXT_TIER", "switches": {"total": true}}\
        """
            .formatted(bracket, cars.id().shortId()));
    carry();
    carsAsksForTheBracket(bracket);
    weAskForTheSteel(bracket, steel);
    theBracketIsCorrected();
    weAreAuditedAndAudit(bracket, steel);

    broker.send("cfp.inbox." + service.id().shortId(), "x", UUID.randomUUID(), "poison");
    carry();
    DirectoryEntry published = TestSurroundings.SPACE.publish(cars.id(), DirectoryStatus.ACTIVE);
    surviving(
        () -> {
          service.exchange().watchDirectory().published(published);
          return true;
        });
    Heartbeat heartbeat = new Heartbeat(clock.instant());
    surviving(
        () -> {
          service.exchange().watchDirectory().alive(heartbeat);
          return true;
        });
    // A statement of an export that somebody here has signed goes into the log as well.
    service
        .exchange()
        .logBook()
        .orElseThrow()
        .exports()
        .add(LogEntry.ofExport("an export of the story"), clock.instant());
    carry();
    surviving(() -> trade.calendarRound());
    carry();
  }

  /** A customer asks for what was declared to it already, so that linking answers it. */
  private void carsAsksForTheBracket(String bracket) {
    TraceId car = TraceId.random();
    RequestId asked =
        cars.database()
            .inNew(
                () -> {
                  cars.premises().warehouse().makes(car, "Car", DeclaredUnit.PIECE);
                  cars.premises().warehouse().buys(car, "bracket", "2", DeclaredUnit.KILOGRAM);
                  return cars.own()
                      .trade()
                      .ask()
                      .ask(question(car, "bracket", service.id()), "suzuki")
                      .id();
                });
    carry();
    write(
        Roles.SUPPLIER,
        "/api/v1/requests/" + asked + "/link",
        "{\"traceId\": \"%s\"}".formatted(bracket));
    carry();
  }

  private static AskForFootprint.Question question(
      TraceId product, String line, ParticipantId partner) {
    return new AskForFootprint.Question(
        new AskedFor(product, new LineId(line), Share.ALL, null, null),
        partner,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** We ask the mill, which has declared its steel already and links it. */
  private void weAskForTheSteel(String bracket, TraceId steel) {
    Response sent =
        write(
            Roles.SUPPLIER,
            "/api/v1/requests",
            "{\"requests\": [{\"traceId\": \"%s\", \"lineId\": \"coil\", \"partnerId\": \"%s\"}]}"
                .formatted(bracket, mill.id().shortId()));
    RequestId asked = RequestId.of(sent.path("outcomes[0].request.requestId"));
    carry();
    mill.database()
        .inNew(
            () -> {
              mill.premises().warehouse().makes(steel, "Steel", DeclaredUnit.KILOGRAM);
              return mill.own().trade().answer().link(asked, steel, "sato");
            });
    mill.database()
        .inNew(
            () ->
                mill.own()
                    .trade()
                    .releaseProducts()
                    .release(
                        service.id(),
                        steel,
                        Audience.NEXT_TIER,
                        new ReleaseTerms(Set.of(ReleaseSwitch.TOTAL), RedeclareRule.ASK),
                        "mori"));
    carry();
  }

  /** 5 has become 5 + 3: an approver agrees that the customer hears of it. */
  private void theBracketIsCorrected() {
    String waiting =
        Door.as(Roles.APPROVER)
            .get("/api/v1/corrections?waiting=true")
            .path("items[0].correctionId");
    write(Roles.APPROVER, "/api/v1/corrections/" + waiting + "/approval", "");
    carry();
  }

  /** The maker of cars is accredited and audits us; we are as well, and audit the mill. */
  private void weAreAuditedAndAudit(String bracket, TraceId steel) {
    Instant now = clock.instant();
    for (ParticipantId auditor : List.of(cars.id(), service.id())) {
      DirectoryEntry entry =
          TestSurroundings.SPACE.accredit(
              auditor, now.minusSeconds(60), now.plus(Duration.ofDays(300)));
      mill.exchange().watchDirectory().published(entry);
      cars.exchange().watchDirectory().published(entry);
      surviving(
          () -> {
            service.exchange().watchDirectory().published(entry);
            return true;
          });
    }
    write(
        Roles.APPROVER,
        "/api/v1/audits/mandates",
        """
        {"auditorId": "%s", "traceId": "%s", "period": {"from": "2025-04-01", "to": "2026-03-31"}, "depth": "1", "until": "%s"}\
        """
            .formatted(cars.id().shortId(), bracket, LocalDate.now(ZoneOffset.UTC).plusDays(200)));
    carry();
    cars.own()
        .auditing()
        .mandates()
        .newestFirst(TEN, KeptMandate.Side.RECEIVED)
        .items()
        .forEach(
            mandate ->
                cars.database()
                    .inNew(() -> cars.own().auditing().start().start(mandate.id(), "suzuki")));
    carry();
    String asked =
        Door.as(Roles.APPROVER)
            .get("/api/v1/audits/requests?state=WAITING")
            .path("items[0].auditRequestId");
    write(Roles.APPROVER, "/api/v1/audits/requests/" + asked + "/approval", "");
    carry();

    mill.database()
        .inNew(
            () ->
                mill.own()
                    .auditing()
                    .settings()
                    .change(AuditMode.AUTOMATIC, new ExpectedVersion(0), "mori", now));
    mill.database()
        .inNew(
            () ->
                mill.own()
                    .auditing()
                    .issueMandate()
                    .issue(
                        new IssueMandate.Order(
                            service.id(),
                            steel,
                            Company.YEAR,
                            1,
                            now.plus(Duration.ofDays(100)).truncatedTo(ChronoUnit.SECONDS)),
                        "mori"));
    carry();
    String mandate =
        Door.as(Roles.AUDITOR)
            .get("/api/v1/audits/mandates?side=RECEIVED")
            .path("items[0].mandateId");
    write(Roles.AUDITOR, "/api/v1/audits", "{\"mandateId\": \"%s\"}".formatted(mandate));
    carry();
    // Somebody we would ask as an auditor without being its partner.
    new Sql(dataSource)
        .update(
            "insert into introduction values (?, 'ANSWERS_US', ?, ?, now() + interval '1 day',"
                + " 'OPENING', now(), now(), 0)",
            "did:web:registry.cfptrace.example:participants:bbbbbbbbbbbbbbbb",
            mill.fingerprint().text(),
            mill.id().toString());
    carry();
  }

  private void declareSteel(TraceId steel) {
    OwnProduct own =
        OwnProduct.of(steel, DeclaredUnit.KILOGRAM)
            .withOwn(
                OwnEmissions.primary(
                    Emissions.of(Stage.MAIN, EmissionAccount.FOSSIL, KgCo2e.of("3"))));
    mill.database()
        .inNew(
            () ->
                mill.declaring(own)
                    .declare(
                        new DeclareFootprint.Wish(
                            steel,
                            Audience.NEXT_TIER,
                            Optional.of(service.id()),
                            Optional.empty(),
                            Release.of(Set.of(ReleaseSwitch.TOTAL)))));
  }

  /** Lets everything that is on its way arrive, back and forth. */
  private void carry() {
    boolean moved = true;
    while (moved) {
      surviving(() -> trade.recompute().round());
      survivingWithClaims(() -> service.exchange().logBook().orElseThrow().round());
      surviving(() -> auditing.answer().round());
      surviving(() -> auditing.follow().round());
      surviving(() -> service.exchange().openInboxes().round());
      surviving(
          () -> {
            service.send(broker);
            return true;
          });
      service.pass(broker);
      mill.own().trade().recompute().round();
      cars.own().trade().recompute().round();
      for (Company company : List.of(mill, cars)) {
        company.exchange().logBook().orElseThrow().round();
        company.own().auditing().answer().round();
        company.own().auditing().follow().round();
      }
      moved = mill.exchange().relay().round().sent() + cars.exchange().relay().round().sent() > 0;
      moved |= !mill.takeWhatHasCome().isEmpty();
      moved |= !cars.takeWhatHasCome().isEmpty();
      for (ListedBroker.Taken taken : service.waiting(broker)) {
        surviving(() -> service.take(taken));
        moved = true;
      }
    }
  }

  /** Runs a step; as often as the process dies in it, the next process does it again. */
  private static <T> T surviving(Supplier<T> step) {
    try {
      return step.get();
    } catch (Death dead) {
      return surviving(step);
    } catch (QuarkusTransactionException wrapped) {
      assertThat(wrapped).hasRootCauseInstanceOf(Death.class);
      return surviving(step);
    }
  }

  /** The same, where the next process has to wait until the claims of the dead one are over. */
  private <T> void survivingWithClaims(Supplier<T> step) {
    surviving(
        () -> {
          aMinutePasses();
          return step.get();
        });
  }

  private void aMinutePasses() {
    Sql sql = new Sql(dataSource);
    sql.update("update log_entry set due_at = now() where proof is null");
    sql.update("update log_fallen set due_at = now() where told_at is null");
    sql.update("update log_export set due_at = now() where proof is null");
    sql.update("update log_checkpoint set due_at = now() where state = 'PENDING'");
  }

  /** A write over HTTP; a caller that hears nothing repeats it with the same key. */
  private static Response write(String role, String path, String json) {
    return write(role, Method.POST, path, json);
  }

  private static Response write(String role, Method method, String path, String json) {
    String key = UUID.randomUUID().toString();
    Response heard = attempt(role, method, path, json, key);
    for (int death = 0; heard.statusCode() == 500 && death < GROUPS; death++) {
      heard = attempt(role, method, path, json, key);
    }
    assertThat(heard.statusCode()).as(path + ": " + heard.asString()).isIn(200, 201, 204);
    return heard;
  }

  private static Response attempt(
      String role, Method method, String path, String json, String key) {
    return Door.as(role)
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", key)
        .body(json)
        .request(method, path);
  }

  private void emptyEverything() {
    broker.forget();
    Set<String> all = new TreeSet<>(ComparedRows.tables());
    all.addAll(OWN_ROWS.keySet());
    empty(new Sql(dataSource), all);
    empty(mill.database().sql(), all);
    empty(cars.database().sql(), all);
  }

  private static void empty(Sql sql, Set<String> tables) {
    // Nobody else may: they are only added to.
    sql.update("alter table access_journal disable trigger access_journal_is_append_only");
    sql.update("alter table journal disable trigger journal_is_append_only");
    sql.update(
        "truncate "
            + String.join(", ", tables)
            + ", partner_thread, audit_setting, log_checkpoint cascade");
    sql.update("alter table access_journal enable trigger access_journal_is_append_only");
    sql.update("alter table journal enable trigger journal_is_append_only");
  }

  private Map<String, List<String>> rows() {
    Map<String, List<String>> rows = new TreeMap<>();
    Sql own = new Sql(dataSource);
    ComparedRows.of(own).forEach((table, seen) -> rows.put("service " + table, seen));
    OWN_ROWS.forEach(
        (table, columns) -> rows.put("service " + table, ComparedRows.of(own, table, columns)));
    ComparedRows.of(mill.database().sql())
        .forEach((table, seen) -> rows.put("mill " + table, seen));
    ComparedRows.of(cars.database().sql())
        .forEach((table, seen) -> rows.put("cars " + table, seen));
    return rows;
  }

  /** Of this story; another one is about work that goes wrong. */
  private static Set<CrashPoint> all() {
    Set<CrashPoint> others = EnumSet.copyOf(CrashPoint.OF_REGISTRY);
    others.addAll(CrashPoint.OF_PUT_OFFS);
    return EnumSet.complementOf(EnumSet.copyOf(others));
  }
}
