package org.cfptrace.connector.wiring;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.cfptrace.connector.declare.DeclareFootprint;
import org.cfptrace.connector.declare.IssuedDeclarations;
import org.cfptrace.connector.declare.WhatToDeclare;
import org.cfptrace.connector.declare.adapter.SqlIssuedDeclarations;
import org.cfptrace.connector.deliver.Broker;
import org.cfptrace.connector.deliver.Outbox;
import org.cfptrace.connector.deliver.PostMessage;
import org.cfptrace.connector.deliver.RelayOutbox;
import org.cfptrace.connector.deliver.adapter.SqlOutbox;
import org.cfptrace.connector.partner.Alarms;
import org.cfptrace.connector.partner.Directory;
import org.cfptrace.connector.partner.KnownEntries;
import org.cfptrace.connector.partner.OpenInboxes;
import org.cfptrace.connector.partner.Partners;
import org.cfptrace.connector.partner.Partnerships;
import org.cfptrace.connector.partner.PinnedKeys;
import org.cfptrace.connector.partner.Registry;
import org.cfptrace.connector.partner.SealToPartner;
import org.cfptrace.connector.partner.Threads;
import org.cfptrace.connector.partner.WatchDirectory;
import org.cfptrace.connector.partner.adapter.SqlAlarms;
import org.cfptrace.connector.partner.adapter.SqlKnownEntries;
import org.cfptrace.connector.partner.adapter.SqlPartners;
import org.cfptrace.connector.partner.adapter.SqlThreads;
import org.cfptrace.connector.receive.Handlers;
import org.cfptrace.connector.receive.IncomingMessages;
import org.cfptrace.connector.receive.LayAside;
import org.cfptrace.connector.receive.Quarantine;
import org.cfptrace.connector.receive.ReceiveAnswer;
import org.cfptrace.connector.receive.ReceiveDeclaration;
import org.cfptrace.connector.receive.ReceiveInvitation;
import org.cfptrace.connector.receive.ReceiveMessage;
import org.cfptrace.connector.receive.ReceiveReceipt;
import org.cfptrace.connector.receive.ReceiveResendRequest;
import org.cfptrace.connector.receive.ReceivedDeclarations;
import org.cfptrace.connector.receive.RetryLaidAside;
import org.cfptrace.connector.receive.SeenBefore;
import org.cfptrace.connector.receive.VerifiedFigures;
import org.cfptrace.connector.receive.adapter.SqlBoughtUnits;
import org.cfptrace.connector.receive.adapter.SqlIncomingMessages;
import org.cfptrace.connector.receive.adapter.SqlQuarantine;
import org.cfptrace.connector.receive.adapter.SqlReceivedDeclarations;
import org.cfptrace.connector.share.ShareView;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.Randomness;
import org.cfptrace.participant.ParticipantKeys;
import org.cfptrace.participant.TrustAnchor;
import org.cfptrace.service.crash.CrashPoints;
import org.cfptrace.service.database.Sql;
import org.cfptrace.service.database.Transactions;
import org.cfptrace.verify.StrictReader;

/**
 * Everything by which one company talks to others, put together from plain classes: the same in the
 * service and in a test with several companies in one JVM.
 */
public final class Exchange {
  /** What the machine a company runs on has to give. */
  public record Surroundings(
      Sql sql,
      Transactions transactions,
      Registry registry,
      Broker broker,
      CrashPoints crashPoints,
      Clock clock) {
    public Surroundings {
      requireNonNull(sql, "sql");
      requireNonNull(transactions, "transactions");
      requireNonNull(registry, "registry");
      requireNonNull(broker, "broker");
      requireNonNull(crashPoints, "crashPoints");
      requireNonNull(clock, "clock");
    }
  }

  private final Partners partners;
  private final KnownEntries knownEntries;
  private final Alarms alarms;
  private final Directory directory;
  private final Threads threads;
  private final Outbox outbox;
  private final PostMessage post;
  private final RelayOutbox relay;
  private final Partnerships partnerships;
  private final OpenInboxes openInboxes;
  private final WatchDirectory watchDirectory;
  private final Quarantine quarantine;
  private final ReceivedDeclarations received;
  private final ReceiveMessage receive;
  private final RetryLaidAside retry;
  private final IssuedDeclarations issued;
  private final ParticipantId me;
  private final ParticipantKeys keys;
  private final Clock clock;

  public Exchange(ParticipantId me, ParticipantKeys keys, TrustAnchor anchor, Surroundings around) {
    this.me = requireNonNull(me, "me");
    this.keys = requireNonNull(keys, "keys");
    this.clock = around.clock();
    Sql sql = around.sql();
    partners = new SqlPartners(sql);
    knownEntries = new SqlKnownEntries(sql, anchor);
    alarms = new SqlAlarms(sql);
    threads = new SqlThreads(sql);
    outbox = new SqlOutbox(sql, around.transactions());
    quarantine = new SqlQuarantine(sql);
    received = new SqlReceivedDeclarations(sql);
    issued = new SqlIssuedDeclarations(sql);
    directory = new Directory(knownEntries, around.registry(), clock);
    post = new PostMessage(me, keys.signing(), outbox, clock, Randomness.secure());
    relay =
        new RelayOutbox(
            outbox,
            new SealToPartner(partners, directory, clock),
            around.broker(),
            around.transactions(),
            around.crashPoints(),
            clock);
    partnerships =
        new Partnerships(me, partners, directory, knownEntries, alarms, threads, post, clock);
    openInboxes =
        new OpenInboxes(
            partners, around.registry(), around.transactions(), around.crashPoints(), clock);
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
    IncomingMessages incoming = new SqlIncomingMessages(sql);
    StrictReader reader =
        new StrictReader(
            me,
            new PinnedKeys(partners, directory),
            new SeenBefore(incoming, received),
            new SqlBoughtUnits(sql),
            clock);
    Handlers handlers =
        new Handlers(
            List.of(
                new ReceiveDeclaration(reader, received, clock),
                new ReceiveReceipt(outbox, clock),
                new ReceiveResendRequest(outbox, clock),
                new ReceiveInvitation(partnerships),
                new ReceiveAnswer(partnerships)),
            partners);
    receive =
        new ReceiveMessage(
            reader,
            List.of(keys.encryption()),
            handlers,
            incoming,
            new LayAside(quarantine, clock),
            post,
            around.transactions(),
            around.crashPoints(),
            clock);
    retry = new RetryLaidAside(quarantine, receive, clock);
  }

  /** Declares what this company knows. */
  public DeclareFootprint declare(WhatToDeclare whatToDeclare) {
    return new DeclareFootprint(
        me,
        keys.signing(),
        whatToDeclare,
        partners,
        directory,
        threads,
        ShareView.standard(),
        issued,
        post,
        clock,
        Randomness.secure());
  }

  public VerifiedFigures figures() {
    return new VerifiedFigures(received, knownEntries);
  }

  public IssuedDeclarations issued() {
    return issued;
  }

  public Partners partners() {
    return partners;
  }

  public KnownEntries knownEntries() {
    return knownEntries;
  }

  public Alarms alarms() {
    return alarms;
  }

  public Directory directory() {
    return directory;
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

  public ReceivedDeclarations received() {
    return received;
  }

  public ReceiveMessage receive() {
    return receive;
  }

  public RetryLaidAside retry() {
    return retry;
  }
}
