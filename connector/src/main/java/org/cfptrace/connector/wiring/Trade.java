package org.cfptrace.connector.wiring;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.cfptrace.connector.correct.Corrections;
import org.cfptrace.connector.correct.FindImpact;
import org.cfptrace.connector.correct.FootprintHistory;
import org.cfptrace.connector.correct.HearDeclarations;
import org.cfptrace.connector.correct.KeepInformed;
import org.cfptrace.connector.correct.RecallDeclaration;
import org.cfptrace.connector.correct.RecomputeProducts;
import org.cfptrace.connector.correct.RippleLimit;
import org.cfptrace.connector.correct.WatchExpiry;
import org.cfptrace.connector.correct.adapter.SqlCorrections;
import org.cfptrace.connector.correct.adapter.SqlExpiries;
import org.cfptrace.connector.correct.adapter.SqlFootprintHistory;
import org.cfptrace.connector.declare.DeclareFootprint;
import org.cfptrace.connector.declare.WhenDeclared;
import org.cfptrace.connector.notify.TellUndelivered;
import org.cfptrace.connector.present.FollowSuppliers;
import org.cfptrace.connector.present.HandOn;
import org.cfptrace.connector.present.PresentDeclaration;
import org.cfptrace.connector.product.StaleProducts;
import org.cfptrace.connector.propose.Proposals;
import org.cfptrace.connector.propose.SettleProposal;
import org.cfptrace.connector.propose.TakeProposals;
import org.cfptrace.connector.share.ProductReleases;
import org.cfptrace.connector.share.Recipients;
import org.cfptrace.connector.share.ReleaseProducts;
import org.cfptrace.connector.share.ShareView;
import org.cfptrace.connector.share.adapter.SqlProductReleases;
import org.cfptrace.connector.trade.AnswerRequest;
import org.cfptrace.connector.trade.Answers;
import org.cfptrace.connector.trade.AskForFootprint;
import org.cfptrace.connector.trade.CountRequests;
import org.cfptrace.connector.trade.FollowRequest;
import org.cfptrace.connector.trade.OverdueRequests;
import org.cfptrace.connector.trade.Requests;
import org.cfptrace.connector.trade.TellProgress;
import org.cfptrace.connector.trade.TradeRooms;
import org.cfptrace.connector.trade.adapter.SqlProgressTold;
import org.cfptrace.exchange.anchor.ReceivedProofs;
import org.cfptrace.exchange.receive.MessageHandler;
import org.cfptrace.exchange.receive.ReceiveDeclaration;
import org.cfptrace.exchange.wiring.Exchange;
import org.cfptrace.service.crash.CrashPoint;
import org.cfptrace.service.crash.MarkedTransactions;
import org.cfptrace.service.database.Transactions;
import org.cfptrace.trade.RequestSide;
import org.cfptrace.verify.StrictReader;

/**
 * The daily work between companies, put together from plain classes on top of the exchange: the
 * same in the service and in a test with many companies in one JVM.
 */
public final class Trade {
  private final Records records;
  private final Clock clock;
  private final Answers answers;
  private final Requests requests;
  private final ProductReleases releases;
  private final ReleaseProducts releaseProducts;
  private final DeclareFootprint declare;
  private final TradeRooms rooms;
  private final StaleProducts staleProducts;
  private final FootprintHistory history;
  private final Corrections corrections;
  private final KeepInformed keepInformed;
  private final Transactions calendar;
  private final RecomputeProducts recompute;
  private final RecallDeclaration recall;
  private final FindImpact findImpact;
  private final WatchExpiry watchExpiry;
  private final OverdueRequests overdueRequests;
  private final TellUndelivered tellUndelivered;
  private final CountRequests countRequests;
  private final FollowSuppliers followSuppliers;
  private final PresentDeclaration present;
  private final TakeProposals takeProposals;
  private final SettleProposal settleProposal;

  Trade(
      Exchange exchange,
      Records records,
      House house,
      Exchange.Surroundings around,
      Function<WhenDeclared, DeclareFootprint> declaring) {
    this.records = requireNonNull(records, "records");
    clock = around.clock();
    requests = house.requests();
    releases = new SqlProductReleases(around.sql());
    staleProducts = new StaleProducts(house.billsOfMaterials(), house.staleQueue());
    history = new SqlFootprintHistory(around.sql());
    corrections = new SqlCorrections(around.sql());
    answers =
        new Answers(
            requests,
            new WhatStands(records, releases, exchange.threads(), exchange.outbox()),
            staleProducts,
            clock);
    releaseProducts =
        new ReleaseProducts(
            releases,
            exchange.partners(),
            exchange.threads(),
            exchange.post(),
            (partner, product) -> {
              answers.refresh(RequestSide.ANSWERER, partner, product);
              staleProducts.mark(product, StaleProducts.Cause.RELEASE, clock.instant());
            },
            clock);
    declare =
        declaring.apply(
            (recipient, product) -> answers.refresh(RequestSide.ANSWERER, recipient, product));
    rooms =
        new TradeRooms(
            requests,
            answers,
            house.products(),
            house.billsOfMaterials(),
            house.maintainBillOfMaterials(),
            exchange.partners(),
            exchange.threads(),
            exchange.incoming(),
            records.words(),
            releases,
            staleProducts,
            records.notifications(),
            exchange.post(),
            clock);
    keepInformed =
        new KeepInformed(
            releases,
            records.issued(),
            declare,
            corrections,
            new RippleLimit(records.issued(), records.received(), house.billsOfMaterials(), clock),
            records.notifications(),
            clock);
    countRequests = new CountRequests(requests, house.billsOfMaterials(), records.words());
    calendar =
        MarkedTransactions.around(
            around.transactions(),
            around.crashPoints(),
            CrashPoint.CALENDAR_BEFORE_COMMIT,
            CrashPoint.CALENDAR_AFTER_COMMIT);
    recompute =
        new RecomputeProducts(
            house.staleQueue(),
            house.whatToDeclare(),
            records.issued(),
            history,
            keepInformed,
            new TellProgress(
                requests,
                countRequests,
                releases,
                records.issued(),
                new SqlProgressTold(around.sql()),
                exchange.partners(),
                exchange.threads(),
                exchange.post(),
                clock),
            records.notifications(),
            new RecomputeProducts.Settings(house.notifyPercent(), house.written()),
            around.transactions(),
            around.crashPoints(),
            clock);
    recall =
        new RecallDeclaration(
            records.issued(),
            records.received(),
            exchange.threads(),
            exchange.post(),
            answers,
            staleProducts,
            records.notifications(),
            clock);
    findImpact =
        new FindImpact(
            records.issued(),
            records.received(),
            house.billsOfMaterials(),
            house.products(),
            staleProducts);
    watchExpiry =
        new WatchExpiry(
            new SqlExpiries(around.sql()), staleProducts, records.notifications(), clock);
    tellUndelivered = new TellUndelivered(exchange.outbox(), records.notifications(), clock);
    overdueRequests = new OverdueRequests(requests, records.notifications(), clock);
    Recipients recipients = new Recipients(exchange.partners(), exchange.directory());
    HandOn handOn =
        new HandOn(
            records.received(),
            records.words(),
            records.presentations(),
            id ->
                exchange
                    .logBook()
                    .flatMap(book -> book.proofs().of(id))
                    .map(ReceivedProofs.Kept::proof),
            recipients,
            exchange.threads(),
            exchange.post(),
            ShareView.standard(),
            clock);
    followSuppliers = new FollowSuppliers(records.presentations(), records.received(), handOn);
    present =
        new PresentDeclaration(
            records.received(),
            records.presentations(),
            recipients,
            handOn,
            followSuppliers,
            clock);
    takeProposals =
        new TakeProposals(
            records.proposals(), house.products(), recipients, records.notifications(), clock);
    settleProposal =
        new SettleProposal(
            records.proposals(), house.products(), declare, staleProducts, exchange.post(), clock);
  }

  /** Who takes the messages of the trade, declarations among them. */
  List<MessageHandler> handlers(StrictReader reader) {
    List<MessageHandler> handlers = new ArrayList<>(rooms.handlers());
    handlers.add(recall.handler());
    handlers.add(takeProposals);
    handlers.add(
        new ReceiveDeclaration(
            reader,
            new HearDeclarations(
                records.received(), answers, staleProducts, records.notifications(), clock),
            clock));
    return followSuppliers.behind(handlers);
  }

  public Requests requests() {
    return requests;
  }

  public AskForFootprint ask() {
    return rooms.ask();
  }

  public AnswerRequest answer() {
    return rooms.answer();
  }

  public FollowRequest follow() {
    return rooms.follow();
  }

  public ProductReleases releases() {
    return releases;
  }

  public ReleaseProducts releaseProducts() {
    return releaseProducts;
  }

  public DeclareFootprint declare() {
    return declare;
  }

  public StaleProducts staleProducts() {
    return staleProducts;
  }

  public FootprintHistory history() {
    return history;
  }

  public Corrections corrections() {
    return corrections;
  }

  public KeepInformed keepInformed() {
    return keepInformed;
  }

  public RecomputeProducts recompute() {
    return recompute;
  }

  public RecallDeclaration recall() {
    return recall;
  }

  public PresentDeclaration present() {
    return present;
  }

  public FollowSuppliers followSuppliers() {
    return followSuppliers;
  }

  public Proposals proposals() {
    return records.proposals();
  }

  public SettleProposal settleProposal() {
    return settleProposal;
  }

  public FindImpact findImpact() {
    return findImpact;
  }

  public CountRequests countRequests() {
    return countRequests;
  }

  /** One round of the calendar, in a transaction of its own. */
  public int calendarRound() {
    return calendar.inNew(this::tellWhatIsDue);
  }

  /** Tells, in the transaction under way, what has become due by the calendar. */
  public int tellWhatIsDue() {
    overdueRequests.tell();
    tellUndelivered.tell();
    followSuppliers.catchUpWithProofs();
    return watchExpiry.tell();
  }
}
