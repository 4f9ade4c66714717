package org.cfptrace.connector.wiring;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cfptrace.connector.audit.AttestedProducts;
import org.cfptrace.connector.declare.DeclareFootprint;
import org.cfptrace.connector.declare.IssuedDeclarations;
import org.cfptrace.connector.declare.WhatToDeclare;
import org.cfptrace.connector.declare.WhenDeclared;
import org.cfptrace.connector.notify.NotificationType;
import org.cfptrace.connector.notify.Notifications;
import org.cfptrace.connector.notify.Told;
import org.cfptrace.connector.propose.AcceptedFigures;
import org.cfptrace.connector.receive.ReceivedDeclarations;
import org.cfptrace.connector.receive.SupplierWords;
import org.cfptrace.connector.receive.VerifiedFigures;
import org.cfptrace.connector.receive.adapter.SqlBoughtUnits;
import org.cfptrace.connector.share.Recipients;
import org.cfptrace.connector.share.ShareView;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.exchange.partner.adapter.SqlKnownEntries;
import org.cfptrace.exchange.receive.MessageHandler;
import org.cfptrace.exchange.receive.RefusedMessage;
import org.cfptrace.exchange.wiring.Exchange;
import org.cfptrace.exchange.wiring.OwnTrade;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.Randomness;
import org.cfptrace.log.EntryProof;
import org.cfptrace.log.LogEntry;
import org.cfptrace.participant.ParticipantKeys;
import org.cfptrace.participant.TrustAnchor;
import org.cfptrace.service.database.Sql;
import org.cfptrace.verify.BoughtUnits;
import org.cfptrace.verify.Seen;
import org.cfptrace.verify.StrictReader;
import org.jspecify.annotations.Nullable;

/**
 * The exchange of a company that makes something: it asks and answers, declares footprints, and
 * keeps those others have told it. The same in the service and in a test with several companies in
 * one JVM.
 */
public final class CompanyExchange {
  private final ParticipantId me;
  private final ParticipantKeys keys;
  private final Clock clock;
  private final Records records;
  private final Exchange exchange;
  private final Trade trade;
  private final Auditing auditing;
  private final Signing signing;

  public CompanyExchange(
      ParticipantId me,
      ParticipantKeys keys,
      TrustAnchor anchor,
      Exchange.Surroundings around,
      House house) {
    this.me = requireNonNull(me, "me");
    this.keys = requireNonNull(keys, "keys");
    clock = around.clock();
    records = Records.in(around.sql());
    Trading trading =
        new Trading(
            anchor,
            around,
            house.declaring(new AcceptedFigures(house.whatToDeclare(), records.proposals())));
    exchange = new Exchange(me, keys, anchor, around, trading);
    trade = requireNonNull(trading.trade, "the exchange asks for handlers while it is made");
    auditing = requireNonNull(trading.auditing, "as above");
    signing = requireNonNull(trading.signing, "as above");
  }

  /** What partners have told, as the sum asks for it; needs nothing of the exchange itself. */
  public static VerifiedFigures figures(Sql sql, TrustAnchor anchor) {
    Records records = Records.in(sql);
    return new VerifiedFigures(
        records.received(), records.words(), new SqlKnownEntries(sql, anchor));
  }

  /** The messages a company takes beside those that every participant takes. */
  private final class Trading implements OwnTrade {
    private final TrustAnchor anchor;
    private final Exchange.Surroundings around;
    private final House house;
    private @Nullable Trade trade;
    private @Nullable Auditing auditing;
    private @Nullable Signing signing;

    Trading(TrustAnchor anchor, Exchange.Surroundings around, House house) {
      this.anchor = anchor;
      this.around = around;
      this.house = house;
    }

    @Override
    public Seen declarations() {
      return new Seen() {
        @Override
        public Optional<String> digestOf(ParticipantId issuer, String jti) {
          return records.received().idOf(issuer, jti);
        }

        @Override
        public Optional<Earlier> earlier(DeclarationId id) {
          return records.received().earlier(id);
        }
      };
    }

    @Override
    public BoughtUnits boughtUnits() {
      return new SqlBoughtUnits(around.sql());
    }

    @Override
    public List<MessageHandler> handlers(StrictReader reader, Exchange made) {
      Trade traded =
          new Trade(
              made,
              records,
              house,
              around,
              whenDeclared -> declare(made, house.whatToDeclare(), whenDeclared));
      trade = traded;
      Auditing audited = new Auditing(me, keys.signing(), anchor, made, records, house, around);
      auditing = audited;
      Signing signs = new Signing(me, keys.signing(), made, records, around);
      signing = signs;
      List<MessageHandler> handlers = new ArrayList<>(traded.handlers(reader));
      handlers.addAll(audited.handlers());
      handlers.add(signs.handler());
      return handlers;
    }

    @Override
    public Optional<String> declared(DeclarationId id) {
      return records.issued().kept(id).map(kept -> new String(kept.bytes(), US_ASCII));
    }

    @Override
    public Optional<String> heard(DeclarationId id, ParticipantId from) {
      return records
          .received()
          .find(id)
          .filter(declaration -> declaration.issuer().equals(from))
          .flatMap(declaration -> records.received().token(id));
    }

    @Override
    public void proven(DeclarationId id) {
      requireNonNull(trade, "made with the exchange").followSuppliers().proven(id);
    }

    @Override
    public void exportLogged(LogEntry export, EntryProof proof) {
      requireNonNull(signing, "made with the exchange").logged(export);
    }

    @Override
    public void refused(RefusedMessage refused) {
      records
          .notifications()
          .tell(
              Told.of(NotificationType.REFUSED_DELIVERY, clock.instant())
                  .withPartner(refused.reader())
                  .withFact("messageId", refused.messageId().toString())
                  .withFact("reason", refused.reason().orElse("")));
    }

    @Override
    public void ended(ParticipantId other) {
      requireNonNull(auditing, "made with the exchange")
          .mandates()
          .withdrawAll(other, "partnership ended", clock.instant());
      requireNonNull(trade, "as above").followSuppliers().ended(other);
    }

    @Override
    public void tooLate(ParticipantId sender) {
      LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
      records
          .notifications()
          .tell(
              Told.of(NotificationType.ARRIVED_TOO_LATE, clock.instant())
                  .withPartner(sender)
                  .once("too late " + sender + " " + today));
    }
  }

  /** What it says to others and hears from them. */
  public Exchange exchange() {
    return exchange;
  }

  /** The daily work between companies. */
  public Trade trade() {
    return trade;
  }

  /** Audits of others, and by us. */
  public Auditing auditing() {
    return auditing;
  }

  /** Exports that others have made in our name. */
  public Signing signing() {
    return signing;
  }

  /** Declares what that source knows. */
  public DeclareFootprint declare(WhatToDeclare whatToDeclare, WhenDeclared whenDeclared) {
    return declare(exchange, whatToDeclare, whenDeclared);
  }

  private DeclareFootprint declare(
      Exchange over, WhatToDeclare whatToDeclare, WhenDeclared whenDeclared) {
    return new DeclareFootprint(
        me,
        keys.signing(),
        whatToDeclare,
        new Recipients(over.partners(), over.directory()),
        over.threads(),
        ShareView.standard(),
        records.issued(),
        over.post(),
        new AttestedProducts(records.attestations()),
        whenDeclared,
        clock,
        Randomness.secure());
  }

  /** What others have told, as the sum asks for it. */
  public VerifiedFigures figures() {
    return new VerifiedFigures(records.received(), records.words(), exchange.knownEntries());
  }

  /** What this company has said. */
  public IssuedDeclarations issued() {
    return records.issued();
  }

  /** What others have said to it. */
  public ReceivedDeclarations received() {
    return records.received();
  }

  /** What others have said of their products beside their declarations. */
  public SupplierWords words() {
    return records.words();
  }

  /** What its people were told. */
  public Notifications notifications() {
    return records.notifications();
  }
}
