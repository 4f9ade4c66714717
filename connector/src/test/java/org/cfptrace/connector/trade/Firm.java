package org.cfptrace.connector.trade;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.cfptrace.audit.Attestation;
import org.cfptrace.audit.AuditResult;
import org.cfptrace.audit.Endorsement;
import org.cfptrace.chain.Coverage;
import org.cfptrace.connector.audit.AccessEntry;
import org.cfptrace.connector.audit.Audit;
import org.cfptrace.connector.audit.AuditHop;
import org.cfptrace.connector.audit.AuditMode;
import org.cfptrace.connector.audit.IssueMandate;
import org.cfptrace.connector.audit.Leave;
import org.cfptrace.connector.correct.Correction;
import org.cfptrace.connector.declare.DeclareFootprint;
import org.cfptrace.connector.exchange.DataSpace;
import org.cfptrace.connector.exchange.ListedBroker;
import org.cfptrace.connector.notify.Notification;
import org.cfptrace.connector.notify.NotificationType;
import org.cfptrace.connector.notify.Notifications;
import org.cfptrace.connector.product.Footprints;
import org.cfptrace.connector.product.MaintainBillOfMaterials;
import org.cfptrace.connector.share.RedeclareRule;
import org.cfptrace.connector.share.ReleaseTerms;
import org.cfptrace.connector.wiring.CompanyExchange;
import org.cfptrace.connector.wiring.PlainDatabase;
import org.cfptrace.connector.wiring.Trade;
import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.AttestationBody;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.receive.Envelope;
import org.cfptrace.exchange.receive.ReceiveMessage;
import org.cfptrace.exchange.wiring.Exchange;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.keys.VerificationKey;
import org.cfptrace.participant.Fingerprint;
import org.cfptrace.participant.ParticipantKeys;
import org.cfptrace.policy.Release;
import org.cfptrace.policy.ReleaseSwitch;
import org.cfptrace.rollup.Footprint;
import org.cfptrace.rollup.LineId;
import org.cfptrace.rollup.LineResult;
import org.cfptrace.service.answer.ExpectedVersion;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.crash.CrashPoints;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.trade.RequestId;
import org.cfptrace.trade.RequestSide;
import org.cfptrace.trade.RequestState;

/** One company with its products, database and people, as the stories of the trade need it. */
final class Firm {
  /** The year everybody speaks of. */
  static final Period YEAR = Period.ofYear(2025);

  private static final PageRequest MANY = new PageRequest(100, Optional.empty());
  private static final String CLERK = "clerk";
  private static final String APPROVER = "approver";

  private final String name;
  private final ParticipantId id;
  private final ParticipantKeys keys;
  private final Clock clock;
  private final PlainDatabase database;
  private final ListedBroker broker;
  private final Premises premises;
  private final Warehouse warehouse;
  private final Footprints footprints;
  private final Supplier<CompanyExchange> starting;
  private CompanyExchange company;
  private Exchange exchange;
  private Trade trade;
  private boolean offline;
  private boolean logLoopOff;

  private Firm(
      String name,
      ParticipantId id,
      ParticipantKeys keys,
      Clock clock,
      PlainDatabase database,
      ListedBroker broker,
      Premises premises,
      Supplier<CompanyExchange> starting) {
    this.name = name;
    this.id = id;
    this.keys = keys;
    this.clock = clock;
    this.database = database;
    this.broker = broker;
    this.premises = premises;
    this.warehouse = premises.warehouse();
    this.footprints = premises.footprints();
    this.starting = starting;
    this.company = starting.get();
    this.exchange = company.exchange();
    this.trade = company.trade();
  }

  /** The connector stops and starts: nothing is left but what is in its tables. */
  void restarts() {
    company = starting.get();
    exchange = company.exchange();
    trade = company.trade();
  }

  /** It starts anew, and tells its people of own products that change by this or more percent. */
  void startsWithNotifyPercent(String percent) {
    premises.notifyFrom(new BigDecimal(percent));
    restarts();
  }

  /** Founds a company; its crash points are reached through these. */
  static Firm found(
      DataSpace space,
      ListedBroker broker,
      Clock clock,
      CrashPoints crashPoints,
      String shortId,
      String name) {
    ParticipantKeys keys = ParticipantKeys.make();
    ParticipantId id = space.admit(shortId, name, keys, "SUPPLIER");
    PlainDatabase database = PlainDatabase.create();
    Premises premises = Premises.on(database, space.anchor(), clock);
    Supplier<CompanyExchange> starting =
        () ->
            new CompanyExchange(
                id,
                keys,
                space.anchor(),
                new Exchange.Surroundings(
                    database.sql(),
                    database,
                    space.registryFor(id),
                    broker,
                    crashPoints,
                    clock,
                    space.logFor(id)),
                premises.house());
    return new Firm(name, id, keys, clock, database, broker, premises, starting);
  }

  ParticipantId id() {
    return id;
  }

  String name() {
    return name;
  }

  /** The log is asked, and told. */
  int anchor() {
    return offline || logLoopOff ? 0 : surviving(() -> exchange.logBook().orElseThrow().round());
  }

  /** The log is not asked, though all else goes on; or it is again. */
  void isLogLoopOff(boolean isOff) {
    logLoopOff = isOff;
  }

  /** The log's topic says something. */
  void hears(String checkpoint) {
    exchange.logBook().orElseThrow().watch().hear(checkpoint);
  }

  /** Audits go on. */
  int audit() {
    return offline
        ? 0
        : surviving(() -> exchange.openInboxes().round())
            + surviving(() -> company.auditing().answer().round())
            + surviving(() -> company.auditing().follow().round());
  }

  Trade trade() {
    return trade;
  }

  CompanyExchange company() {
    return company;
  }

  PlainDatabase database() {
    return database;
  }

  Warehouse warehouse() {
    return warehouse;
  }

  /** What a person does to its bills of materials. */
  MaintainBillOfMaterials billsOfMaterials() {
    return premises.house().maintainBillOfMaterials();
  }

  /** The connector is switched off, or on again. */
  void isOffline(boolean isOffline) {
    offline = isOffline;
  }

  boolean isOffline() {
    return offline;
  }

  /** Both become partners; on each side a person has compared the fingerprint. */
  void becomePartnerOf(Firm other) {
    invites(other);
    exchange.openInboxes().round();
    relay();
    other.take();
    other.accepts(id, fingerprint());
    other.relay();
    take();
    relay();
    other.take();
  }

  /** Invites a company; a person has compared its fingerprint. */
  void invites(Firm other) {
    database.inNew(
        () ->
            exchange
                .partnerships()
                .invite(other.id, Optional.empty(), Optional.of(other.fingerprint()), CLERK));
  }

  /** Accepts an invitation; a person has compared the fingerprint. */
  void accepts(ParticipantId inviter, Fingerprint fingerprint) {
    database.inNew(() -> exchange.partnerships().accept(inviter, fingerprint, CLERK));
    exchange.openInboxes().round();
  }

  /** Ends a partnership. */
  void breaksWith(ParticipantId partner) {
    database.inNew(() -> exchange.partnerships().refuse(partner, "over"));
  }

  VerificationKey key() {
    return keys.signing().verificationKey();
  }

  /** What it signs with, for words that its connector would not say. */
  SigningKey signing() {
    return keys.signing();
  }

  Fingerprint fingerprint() {
    return Fingerprint.of(id, keys.signing().thumbprint());
  }

  // ---- what its people do

  TraceId makes(String product, DeclaredUnit unit) {
    return database.inNew(() -> warehouse.makes(product, unit));
  }

  void weighs(TraceId product, String kilograms) {
    database.doInNew(() -> warehouse.weighs(product, new BigDecimal(kilograms)));
  }

  void emits(TraceId product, String kilograms) {
    emits(product, YEAR, kilograms, null);
  }

  void emits(
      TraceId product,
      Period period,
      String kilograms,
      @org.jspecify.annotations.Nullable DataQuality quality) {
    database.doInNew(() -> warehouse.emits(product, period, new BigDecimal(kilograms), quality));
  }

  void buys(TraceId product, String line, String amount, DeclaredUnit unit) {
    database.doInNew(() -> warehouse.buys(product, line, amount, unit));
  }

  void uses(TraceId product, String line, String amount, TraceId ownPart) {
    database.doInNew(() -> warehouse.uses(product, line, amount, ownPart));
  }

  RequestId asks(Firm partner, TraceId product, String line) {
    return asks(partner, product, line, Share.ALL, Optional.empty());
  }

  RequestId asks(Firm partner, TraceId product, String line, Share share, Optional<LocalDate> due) {
    return asks(partner.id, product, line, share, due);
  }

  RequestId asks(
      ParticipantId partner, TraceId product, String line, Share share, Optional<LocalDate> due) {
    return asks(partner, new AskedFor(product, new LineId(line), share, null, null), null, due);
  }

  /** Asks for the figure of just that period. */
  RequestId asksFor(Period period, Firm partner, TraceId product, String line) {
    AskedFor asked = new AskedFor(product, new LineId(line), Share.ALL, null, null);
    return asks(partner.id, asked, period, Optional.empty());
  }

  RequestId asks(
      ParticipantId partner,
      AskedFor asked,
      @org.jspecify.annotations.Nullable Period period,
      Optional<LocalDate> due) {
    return database.inNew(
        () ->
            trade
                .ask()
                .ask(
                    new AskForFootprint.Question(
                        asked,
                        partner,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.ofNullable(period),
                        Optional.of("please"),
                        due),
                    CLERK)
                .id());
  }

  void links(RequestId request, TraceId product) {
    database.inNew(() -> trade.answer().link(request, product, CLERK));
  }

  void rejects(RequestId request, String reason) {
    database.inNew(() -> trade.answer().reject(request, reason, CLERK));
  }

  void replies(RequestId request, String words) {
    database.inNew(() -> trade.answer().reply(request, words, CLERK));
  }

  void reminds(RequestId request, String words, Optional<LocalDate> due) {
    database.inNew(() -> trade.follow().remind(request, Optional.of(words), due, CLERK));
  }

  void cancels(RequestId request) {
    database.inNew(() -> trade.follow().cancel(request, Optional.of("not needed"), CLERK));
  }

  void releases(Firm partner, TraceId product, RedeclareRule rule, ReleaseSwitch... switches) {
    releases(partner.id, product, rule, switches);
  }

  void releases(
      ParticipantId partner, TraceId product, RedeclareRule rule, ReleaseSwitch... switches) {
    database.inNew(
        () ->
            trade
                .releaseProducts()
                .release(
                    partner,
                    product,
                    Audience.NEXT_TIER,
                    new ReleaseTerms(Set.of(switches), rule),
                    APPROVER));
  }

  void recalls(org.cfptrace.declaration.DeclarationId declaration, String reason) {
    database.inNew(() -> trade.recall().recall(declaration, reason));
  }

  void approves(Correction correction) {
    database.doInNew(() -> trade.keepInformed().approve(correction.id(), APPROVER));
  }

  /** States the footprint of a product for itself. */
  DeclarationId states(TraceId product) {
    return states(product, Optional.empty());
  }

  /** States the footprint that a product has in a period. */
  DeclarationId states(TraceId product, Period period) {
    return states(product, Optional.of(period));
  }

  /** Declares a product to an aggregator, with all that these switches open. */
  DeclarationId declaresTo(ParticipantId aggregator, TraceId product, ReleaseSwitch... switches) {
    return database.inNew(
        () ->
            trade
                .declare()
                .declare(
                    new DeclareFootprint.Wish(
                        product,
                        Audience.AGGREGATOR,
                        Optional.of(aggregator),
                        Optional.empty(),
                        Release.of(Set.of(switches)))));
  }

  private DeclarationId states(TraceId product, Optional<Period> period) {
    return database.inNew(
        () ->
            trade
                .declare()
                .declare(
                    new DeclareFootprint.Wish(
                        product, Audience.SELF, Optional.empty(), period, Release.of(Set.of()))));
  }

  /** Whom its customers may show, from now on, what it declares to them. */
  void letsHandOnTo(Audience... audiences) {
    premises.onward(Set.of(audiences));
  }

  /** Says how auditors are answered from now on. */
  void answersAuditors(AuditMode mode) {
    database.inNew(
        () ->
            company
                .auditing()
                .settings()
                .change(
                    mode,
                    new ExpectedVersion(company.auditing().settings().mode().version()),
                    APPROVER,
                    clock.instant()));
  }

  /** Endorses a supplier towards an auditor, whatever there is to be said for it. */
  String endorses(
      ParticipantId supplier, Firm auditor, DeclarationId declaration, long depth, Duration life) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return new Endorsement(
            id,
            auditor.id,
            supplier,
            "urn:uuid:" + UUID.randomUUID(),
            now,
            now.plus(life),
            declaration,
            depth,
            auditor.fingerprint())
        .sign(keys.signing());
  }

  /** Asks, as an auditor would, without anybody's order; under the leave given. */
  AuditHop asksUnder(UUID audit, Firm owner, Leave.Kind kind, String leave) {
    AuditHop hop =
        new AuditHop(
            RequestId.random(),
            audit,
            Optional.of(RequestId.random()),
            owner.id,
            Optional.of(DeclarationId.ofSigningInput(leave.getBytes(StandardCharsets.US_ASCII))),
            Optional.of(owner.fingerprint()),
            kind,
            leave,
            50,
            clock.instant().plus(Duration.ofDays(10)),
            clock.instant().plus(Duration.ofDays(9)),
            AuditHop.State.NEW,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    database.doInNew(() -> company.auditing().audits().add(hop, clock.instant()));
    return hop;
  }

  /** Orders an audit; the mandate holds for so long. */
  UUID orders(Firm auditor, TraceId product, long depth, Duration life) {
    return orders(auditor.id, product, depth, life);
  }

  UUID orders(ParticipantId auditor, TraceId product, long depth, Duration life) {
    return database
        .inNew(
            () ->
                company
                    .auditing()
                    .issueMandate()
                    .issue(
                        new IssueMandate.Order(
                            auditor,
                            product,
                            YEAR,
                            depth,
                            clock.instant().plus(life).truncatedTo(ChronoUnit.SECONDS)),
                        APPROVER))
        .id();
  }

  /** Begins to carry a mandate out. */
  UUID audits(UUID mandate) {
    return database.inNew(() -> company.auditing().start().start(mandate, "auditor")).id();
  }

  /** An audit that nobody has ordered, for questions nobody has allowed. */
  UUID pretendsToAudit(TraceId product) {
    UUID id = UUID.randomUUID();
    database.inNew(
        () ->
            database
                .sql()
                .update(
                    "insert into audit (audit_id, mandate_id, company, company_key, trace_id,"
                        + " period_from, period_to, state, started_by, started_at, due_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, 'DONE', 'nobody', ?, ?)",
                    id,
                    UUID.randomUUID(),
                    this.id.toString(),
                    fingerprint().text(),
                    product.uuid(),
                    YEAR.from(),
                    YEAR.to(),
                    clock.instant(),
                    clock.instant()));
    return id;
  }

  void withdraws(UUID mandate) {
    database.inNew(() -> company.auditing().issueMandate().withdraw(mandate, APPROVER));
  }

  void approvesAudit(UUID request) {
    database.inNew(() -> company.auditing().settle().approve(request, APPROVER));
  }

  void refusesAudit(UUID request, String message) {
    database.inNew(
        () -> company.auditing().settle().refuse(request, Optional.of(message), APPROVER));
  }

  void attests(UUID audit) {
    database.inNew(() -> company.auditing().attest().attest(audit, "auditor"));
  }

  void withdrawsAttestation(UUID audit, String reason) {
    database.inNew(() -> company.auditing().withdrawAttestation().withdraw(audit, reason));
  }

  /** Sends a word about another company's product that nobody has asked for. */
  void attestsUnasked(
      Firm company, DeclarationId declaration, TraceId product, AuditResult result) {
    String token =
        new Attestation(
                id,
                company.id,
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                declaration,
                product,
                YEAR,
                result,
                Coverage.of("100"),
                Base64Url.encode(new byte[32]))
            .sign(keys.signing());
    says(company, Way.INBOX, MessageType.ATTESTATION, new AttestationBody(token).toJson());
  }

  /** Sends any message whatever, in a thread that is about no product. */
  void says(Firm other, Way way, MessageType type, ObjectNode body) {
    database.inNew(
        () ->
            exchange
                .post()
                .post(
                    other.id,
                    way,
                    exchange.threads().about(other.id, Optional.empty()),
                    type,
                    body));
  }

  Audit audit(UUID id) {
    return database.inNew(() -> company.auditing().audits().find(id)).orElseThrow();
  }

  List<AuditHop> hops(UUID audit) {
    return database.inNew(() -> company.auditing().audits().hops(audit));
  }

  /** What its access journal says of what it has shown or refused, oldest first. */
  List<AccessEntry> accessJournal() {
    return ownLines(Optional.empty());
  }

  /** The same of one declaration. */
  List<AccessEntry> accessJournal(DeclarationId declaration) {
    return ownLines(Optional.of(declaration));
  }

  /** What its access journal says of what its customers have shown, oldest first. */
  List<AccessEntry> shownByCustomers() {
    return journal(Optional.empty()).stream()
        .filter(entry -> entry.side() == AccessEntry.Side.SUPPLIER)
        .toList();
  }

  private List<AccessEntry> ownLines(Optional<DeclarationId> declaration) {
    return journal(declaration).stream()
        .filter(entry -> entry.side() != AccessEntry.Side.SUPPLIER)
        .toList();
  }

  private List<AccessEntry> journal(Optional<DeclarationId> declaration) {
    List<AccessEntry> entries = new ArrayList<>();
    for (AccessEntry each :
        database.inNew(() -> company.auditing().journal().newestFirst(MANY, declaration)).items()) {
      entries.add(0, each);
    }
    return entries;
  }

  // ---- what it knows

  Footprint footprint(TraceId product) {
    return database.inNew(() -> footprints.of(product, footprints.usualPeriod(product)));
  }

  Footprint footprint(TraceId product, Period period) {
    return database.inNew(() -> footprints.of(product, period));
  }

  KgCo2e total(TraceId product) {
    return footprint(product).total().exclBiogenicUptake();
  }

  boolean isComplete(TraceId product) {
    return footprint(product).isComplete();
  }

  String lineState(TraceId product, String line) {
    return footprint(product).lines().stream()
        .filter(each -> each.line().lineId().value().equals(line))
        .map(LineResult::state)
        .findFirst()
        .orElseThrow()
        .toString();
  }

  RequestState stateOf(RequestId request) {
    return trade
        .requests()
        .find(request, RequestSide.ASKER)
        .or(() -> trade.requests().find(request, RequestSide.ANSWERER))
        .orElseThrow()
        .state();
  }

  List<NotificationType> told() {
    List<NotificationType> told = new ArrayList<>();
    for (Notification each :
        company.notifications().newestFirst(MANY, Notifications.Filter.all()).items()) {
      told.add(0, each.type());
    }
    return told;
  }

  /** The number of what its people were told last; 0 before the first. */
  long lastTold() {
    return company.notifications().newestFirst(MANY, Notifications.Filter.all()).items().stream()
        .mapToLong(Notification::number)
        .findFirst()
        .orElse(0);
  }

  /** What of this type its people were told after that number, oldest first. */
  List<Notification> toldSince(long number, NotificationType type) {
    return company.notifications().after(number, 1000).stream()
        .filter(each -> each.type() == type)
        .toList();
  }

  List<Correction> waiting() {
    return trade.corrections().newestFirst(MANY, true).items();
  }

  // ---- what its connector does; if the process dies in it, the next process does it again

  int relay() {
    return offline ? 0 : surviving(() -> exchange.relay().round().sent());
  }

  int recompute() {
    return offline ? 0 : surviving(() -> trade.recompute().round());
  }

  List<ReceiveMessage.Outcome> take() {
    List<ReceiveMessage.Outcome> outcomes = new ArrayList<>();
    if (!offline) {
      for (Way way : Way.values()) {
        for (ListedBroker.Taken taken : broker.drain(way.topicOf(id.shortId()))) {
          Envelope envelope = new Envelope(taken.envelope().getBytes(StandardCharsets.US_ASCII));
          outcomes.add(surviving(() -> exchange.receive().receive(way, envelope)));
        }
      }
    }
    return outcomes;
  }

  private static <T> T surviving(Supplier<T> step) {
    Optional<T> done = Optional.empty();
    while (done.isEmpty()) {
      try {
        done = Optional.of(step.get());
      } catch (Death dead) {
        // Whatever was not committed is gone; the step is done again, as after a restart.
        done = Optional.empty();
      }
    }
    return done.get();
  }

  /** The process is killed at this very point. */
  static final class Death extends RuntimeException {}
}
