package org.cfptrace.exchange.wiring;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.exchange.anchor.PublicLog;
import org.cfptrace.exchange.deliver.Broker;
import org.cfptrace.exchange.deliver.Outbox;
import org.cfptrace.exchange.deliver.PostMessage;
import org.cfptrace.exchange.deliver.RelayOutbox;
import org.cfptrace.exchange.deliver.SendAnew;
import org.cfptrace.exchange.deliver.adapter.SqlOutbox;
import org.cfptrace.exchange.partner.Acquaintances;
import org.cfptrace.exchange.partner.AlarmKind;
import org.cfptrace.exchange.partner.Alarms;
import org.cfptrace.exchange.partner.Directory;
import org.cfptrace.exchange.partner.Introductions;
import org.cfptrace.exchange.partner.KnownEntries;
import org.cfptrace.exchange.partner.OpenInboxes;
import org.cfptrace.exchange.partner.Partners;
import org.cfptrace.exchange.partner.Partnerships;
import org.cfptrace.exchange.partner.PinnedKeys;
import org.cfptrace.exchange.partner.Registry;
import org.cfptrace.exchange.partner.SealToPartner;
import org.cfptrace.exchange.partner.Threads;
import org.cfptrace.exchange.partner.ToldEntries;
import org.cfptrace.exchange.partner.WatchDirectory;
import org.cfptrace.exchange.partner.adapter.SqlAlarms;
import org.cfptrace.exchange.partner.adapter.SqlIntroductions;
import org.cfptrace.exchange.partner.adapter.SqlKnownEntries;
import org.cfptrace.exchange.partner.adapter.SqlPartners;
import org.cfptrace.exchange.partner.adapter.SqlThreads;
import org.cfptrace.exchange.receive.Handlers;
import org.cfptrace.exchange.receive.IncomingMessages;
import org.cfptrace.exchange.receive.LayAside;
import org.cfptrace.exchange.receive.MessageHandler;
import org.cfptrace.exchange.receive.Quarantine;
import org.cfptrace.exchange.receive.ReceiveAnswer;
import org.cfptrace.exchange.receive.ReceiveInvitation;
import org.cfptrace.exchange.receive.ReceiveMessage;
import org.cfptrace.exchange.receive.ReceiveReceipt;
import org.cfptrace.exchange.receive.ReceiveResendRequest;
import org.cfptrace.exchange.receive.RefusedMessage;
import org.cfptrace.exchange.receive.RetryLaidAside;
import org.cfptrace.exchange.receive.SeenBefore;
import org.cfptrace.exchange.receive.adapter.SqlIncomingMessages;
import org.cfptrace.exchange.receive.adapter.SqlQuarantine;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.Randomness;
import org.cfptrace.participant.ParticipantKeys;
import org.cfptrace.participant.TrustAnchor;
import org.cfptrace.service.crash.CrashPoints;
import org.cfptrace.service.database.Sql;
import org.cfptrace.service.database.Transactions;
import org.cfptrace.verify.KeyDirectory;
import org.cfptrace.verify.Reason;
import org.cfptrace.verify.StrictReader;

/**
 * Everything by which one participant talks to others, put together from plain classes: the same in
 * the service and in a test with several companies in one JVM.
 */
public final class Exchange {
  /** What the machine a company runs on has to give. */
  public record Surroundings(
      Sql sql,
      Transactions transactions,
      Registry registry,
      Broker broker,
      CrashPoints crashPoints,
      Clock clock,
      PublicLog log) {
    public Surroundings {
      requireNonNull(sql, "sql");
      requireNonNull(transactions, "transactions");
      requireNonNull(registry, "registry");
      requireNonNull(broker, "broker");
      requireNonNull(crashPoints, "crashPoints");
      requireNonNull(clock, "clock");
      requireNonNull(log, "log");
    }
  }

  private final Partners partners;
  private final Introductions introductions;
  private final KnownEntries knownEntries;
  private final Acquaintances acquaintances;
  private final Alarms alarms;
  private final Directory directory;
  private final KeyDirectory keyDirectory;
  private final Threads threads;
  private final Outbox outbox;
  private final PostMessage post;
  private final RelayOutbox relay;
  private final Partnerships partnerships;
  private final OpenInboxes openInboxes;
  private final WatchDirectory watchDirectory;
  private final Quarantine quarantine;
  private final IncomingMessages incoming;
  private final ReceiveMessage receive;
  private final SendAnew sendAnew;
  private final RetryLaidAside retry;
  private final Optional<LogBook> logBook;

  /**
   * Puts the exchange together.
   *
   * @param trade the messages this service takes beside those that every participant takes
   */
  public Exchange(
      ParticipantId me,
      ParticipantKeys keys,
      TrustAnchor anchor,
      Surroundings around,
      OwnTrade trade) {
    requireNonNull(me, "me");
    requireNonNull(keys, "keys");
    Clock clock = around.clock();
    Sql sql = around.sql();
    partners = new SqlPartners(sql);
    introductions = new SqlIntroductions(sql);
    knownEntries = new ToldEntries(new SqlKnownEntries(sql, anchor), trade::directorySays);
    alarms = new SqlAlarms(sql);
    threads = new SqlThreads(sql);
    outbox = new SqlOutbox(sql, around.transactions());
    quarantine = new SqlQuarantine(sql);
    directory = new Directory(knownEntries, around.registry(), clock);
    acquaintances = new Acquaintances(directory, knownEntries, around.transactions());
    post = new PostMessage(me, keys.signing(), outbox, clock, Randomness.secure());
    relay =
        new RelayOutbox(
            outbox,
            new SealToPartner(partners, introductions, directory, clock),
            around.broker(),
            around.transactions(),
            around.crashPoints(),
            clock);
    partnerships =
        new Partnerships(
            me, partners, directory, knownEntries, alarms, threads, post, trade::ended, clock);
    openInboxes =
        new OpenInboxes(
            partners,
            introductions,
            around.registry(),
            around.transactions(),
            around.crashPoints(),
            clock);
    watchDirectory =
        new WatchDirectory(
            me,
            Set.of(keys.signing().thumbprint(), keys.encryption().thumbprint()),
            partners,
            knownEntries,
            alarms,
            around.transactions(),
            around.crashPoints(),
            clock);
    incoming = new SqlIncomingMessages(sql);
    keyDirectory = new PinnedKeys(partners, introductions, directory, clock);
    StrictReader reader =
        new StrictReader(
            me,
            keyDirectory,
            new SeenBefore(incoming, trade.declarations()),
            trade.boughtUnits(),
            clock);
    List<MessageHandler> handlers =
        new ArrayList<>(
            List.of(
                new ReceiveReceipt(outbox, refused -> refused(refused, trade, clock), clock),
                new ReceiveResendRequest(outbox, clock),
                new ReceiveInvitation(partnerships),
                new ReceiveAnswer(partnerships)));
    logBook =
        anchor
            .log()
            .map(
                trust ->
                    new LogBook(
                        me,
                        trust,
                        anchor,
                        around,
                        this,
                        trade::declared,
                        trade::heard,
                        trade::proven,
                        trade::exportLogged,
                        clock));
    handlers.add(logBook.map(LogBook::handler).orElseGet(LogBook::withoutLog));
    handlers.addAll(trade.handlers(reader, this));
    receive =
        new ReceiveMessage(
            reader,
            List.of(keys.encryption()),
            new Handlers(handlers, partners, introductions, clock),
            incoming,
            new LayAside(quarantine, clock),
            post,
            trade::tooLate,
            around.transactions(),
            around.crashPoints(),
            clock);
    sendAnew = new SendAnew(outbox, post, clock);
    retry = new RetryLaidAside(quarantine, receive, clock);
  }

  /** A partner that sees another log than we do says so by refusing our proof. */
  private void refused(RefusedMessage refused, OwnTrade trade, Clock clock) {
    boolean isOfProof = refused.type().filter(MessageType.INCLUSION_PROOF::equals).isPresent();
    if (isOfProof && refused.reason().filter(Reason.FORK.name()::equals).isPresent()) {
      alarms.raise(
          AlarmKind.FORKED_LOG, refused.reader(), refused.messageId().toString(), clock.instant());
    }
    trade.refused(refused);
  }

  public Partners partners() {
    return partners;
  }

  public Introductions introductions() {
    return introductions;
  }

  public KnownEntries knownEntries() {
    return knownEntries;
  }

  /** Companies that are followed although they are no partners. */
  public Acquaintances acquaintances() {
    return acquaintances;
  }

  public Alarms alarms() {
    return alarms;
  }

  public Directory directory() {
    return directory;
  }

  /** Whose keys are believed. */
  public KeyDirectory keyDirectory() {
    return keyDirectory;
  }

  /** What has to do with the public log; empty in a data space without one. */
  public Optional<LogBook> logBook() {
    return logBook;
  }

  public Threads threads() {
    return threads;
  }

  public Outbox outbox() {
    return outbox;
  }

  public PostMessage post() {
    return post;
  }

  public RelayOutbox relay() {
    return relay;
  }

  public Partnerships partnerships() {
    return partnerships;
  }

  public OpenInboxes openInboxes() {
    return openInboxes;
  }

  public WatchDirectory watchDirectory() {
    return watchDirectory;
  }

  public Quarantine quarantine() {
    return quarantine;
  }

  public IncomingMessages incoming() {
    return incoming;
  }

  public ReceiveMessage receive() {
    return receive;
  }

  public SendAnew sendAnew() {
    return sendAnew;
  }

  public RetryLaidAside retry() {
    return retry;
  }
}
