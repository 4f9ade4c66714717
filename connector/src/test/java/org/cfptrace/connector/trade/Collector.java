package org.cfptrace.connector.trade;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.connector.exchange.DataSpace;
import org.cfptrace.connector.exchange.ListedBroker;
import org.cfptrace.connector.wiring.PlainDatabase;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.AttestationWithdrawnBody;
import org.cfptrace.envelope.FootprintProposalBody;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.envelope.PresentationBody.Fallen;
import org.cfptrace.envelope.PresentationBody.Progressed;
import org.cfptrace.envelope.ProposalAnswerBody;
import org.cfptrace.envelope.SignatureAnswerBody;
import org.cfptrace.envelope.SignatureRequestBody;
import org.cfptrace.exchange.anchor.ReceivedProofs;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.receive.BodyHandler;
import org.cfptrace.exchange.receive.Envelope;
import org.cfptrace.exchange.receive.Handled;
import org.cfptrace.exchange.receive.KeepPresentation;
import org.cfptrace.exchange.receive.MessageHandler;
import org.cfptrace.exchange.receive.ReceiveDeclaration;
import org.cfptrace.exchange.receive.ReceiveMessage.Outcome;
import org.cfptrace.exchange.receive.ReceivePresentation;
import org.cfptrace.exchange.wiring.Exchange;
import org.cfptrace.exchange.wiring.OwnTrade;
import org.cfptrace.export.ExportStatement;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.log.EntryProof;
import org.cfptrace.participant.Fingerprint;
import org.cfptrace.participant.ParticipantKeys;
import org.cfptrace.service.crash.CrashPoints;
import org.cfptrace.verify.Reading;
import org.cfptrace.verify.Seen;
import org.cfptrace.verify.SignedTokens;
import org.cfptrace.verify.StrictReader;
import org.cfptrace.verify.VerifiedDeclaration;

/** An aggregator that takes what is handed on to it, and remembers it in the order it came. */
final class Collector {
  /** What it was told by one message. */
  record Heard(
      ParticipantId presenter,
      DeclarationId id,
      Optional<VerifiedDeclaration> declaration,
      Optional<Fallen> fallen,
      Optional<Progressed> progressed) {}

  private final ParticipantId id;
  private final Clock clock;
  private final ParticipantKeys keys = ParticipantKeys.make();
  private final PlainDatabase database = PlainDatabase.create();
  private final ListedBroker broker;
  private final Exchange exchange;
  private final List<Heard> heard = new ArrayList<>();
  private final List<ProposalAnswerBody> answers = new ArrayList<>();
  private final List<SignatureAnswerBody> signatureAnswers = new ArrayList<>();
  private final List<AttestationWithdrawnBody> withdrawals = new ArrayList<>();

  Collector(DataSpace space, ListedBroker broker, Clock clock, String shortId) {
    this.broker = broker;
    this.clock = clock;
    id = space.admit(shortId, "Collector", keys, "AGGREGATOR");
    exchange =
        new Exchange(
            id,
            keys,
            space.anchor(),
            new Exchange.Surroundings(
                database.sql(),
                database,
                space.registryFor(id),
                broker,
                CrashPoints.NONE,
                clock,
                space.logFor(id)),
            new Taking(clock));
  }

  private final class Taking implements OwnTrade, KeepPresentation {
    private final Clock clock;
    private final Map<String, String> accepted = new HashMap<>();
    private final Map<String, String> tokens = new HashMap<>();

    Taking(Clock clock) {
      this.clock = clock;
    }

    @Override
    public Seen declarations() {
      return (issuer, jti) -> Optional.ofNullable(accepted.get(issuer + " " + jti));
    }

    @Override
    public Optional<String> heard(DeclarationId given, ParticipantId from) {
      return Optional.ofNullable(tokens.get(from + " " + given));
    }

    @Override
    public List<MessageHandler> handlers(StrictReader reader, Exchange made) {
      return List.of(
          new ReceivePresentation(reader, this, clock),
          new ReceiveDeclaration(
              reader,
              (declaration, messageId, at) ->
                  keep(declaration.issuer(), declaration, messageId, at),
              clock),
          new BodyHandler<>(
              MessageType.ATTESTATION_WITHDRAWN,
              Set.of(Way.values()),
              AttestationWithdrawnBody::fromJson,
              (message, body) -> {
                withdrawals.add(body);
                return Handled.done();
              }),
          new BodyHandler<>(
              MessageType.PROPOSAL_ANSWER,
              ProposalAnswerBody::fromJson,
              (message, body) -> {
                answers.add(body);
                return Handled.done();
              }),
          new BodyHandler<>(
              MessageType.SIGNATURE_ANSWER,
              SignatureAnswerBody::fromJson,
              (message, body) -> {
                signatureAnswers.add(body);
                return Handled.done();
              }));
    }

    @Override
    public void keep(
        ParticipantId presenter, VerifiedDeclaration declaration, String messageId, Instant at) {
      tokens.put(presenter + " " + declaration.id(), new String(declaration.bytes(), US_ASCII));
      accepted.put(declaration.issuer() + " " + declaration.jti(), declaration.id().value());
      heard.add(
          new Heard(
              presenter,
              declaration.id(),
              Optional.of(declaration),
              Optional.empty(),
              Optional.empty()));
    }

    @Override
    public boolean fell(ParticipantId presenter, Fallen fallen, Instant at) {
      return heardOf(
          new Heard(
              presenter,
              fallen.declarationId(),
              Optional.empty(),
              Optional.of(fallen),
              Optional.empty()));
    }

    @Override
    public boolean progressed(ParticipantId presenter, Progressed progressed, Instant at) {
      return heardOf(
          new Heard(
              presenter,
              progressed.declarationId(),
              Optional.empty(),
              Optional.empty(),
              Optional.of(progressed)));
    }

    private boolean heardOf(Heard word) {
      boolean isKnown =
          heard.stream()
              .anyMatch(
                  each -> each.presenter().equals(word.presenter()) && each.id().equals(word.id()));
      return isKnown && heard.add(word);
    }
  }

  ParticipantId id() {
    return id;
  }

  Fingerprint fingerprint() {
    return Fingerprint.of(id, keys.signing().thumbprint());
  }

  /** What it was told, in order. */
  List<Heard> heard() {
    return List.copyOf(heard);
  }

  /** What it was told after so many messages. */
  List<Heard> heardSince(int place) {
    return List.copyOf(heard.subList(place, heard.size()));
  }

  /** The proof it holds of what was handed on to it. */
  Optional<ReceivedProofs.Kept> proofOf(DeclarationId declaration) {
    return exchange.logBook().orElseThrow().proofs().of(declaration);
  }

  /** What it was answered to its proposals, in order. */
  List<ProposalAnswerBody> answers() {
    return List.copyOf(answers);
  }

  /** Proposes a figure. */
  void proposes(ParticipantId company, FootprintProposalBody body) {
    database.inNew(
        () ->
            exchange
                .post()
                .post(
                    company,
                    Way.INBOX,
                    exchange.threads().about(company, Optional.of(body.product().traceId())),
                    MessageType.FOOTPRINT_PROPOSAL,
                    body.toJson()));
  }

  /** What it was answered to its requests to sign, in order. */
  List<SignatureAnswerBody> signatureAnswers() {
    return List.copyOf(signatureAnswers);
  }

  /** Which words it was told auditors have taken back, in order. */
  List<AttestationWithdrawnBody> withdrawals() {
    return List.copyOf(withdrawals);
  }

  /** Asks a company to sign an export. */
  void asksToSign(ParticipantId company, SignatureRequestBody body) {
    database.inNew(
        () ->
            exchange
                .post()
                .post(
                    company,
                    Way.INBOX,
                    exchange.threads().about(company, Optional.empty()),
                    MessageType.SIGNATURE_REQUEST,
                    body.toJson()));
  }

  /** What it reads of a signature, with the keys it knows of the signer. */
  Reading<ExportStatement> reads(String signature) {
    return ExportStatement.read(signature, SignedTokens.of(exchange.keyDirectory(), clock));
  }

  /** Since when a signature is in the log, as far as it can tell. */
  Reading<Instant> loggedSince(String signature, EntryProof proof, ParticipantId by) {
    return database.inNew(
        () -> exchange.logBook().orElseThrow().judgeExportProof().since(signature, proof, by));
  }

  /** Why its own messages were refused. */
  List<String> refused() {
    return database
        .sql()
        .list(
            "select reason from outbox where state = 'REFUSED' order by 1",
            row -> row.text("reason"));
  }

  /** Why messages were laid aside. */
  List<String> refusals() {
    return database
        .sql()
        .list("select reason from quarantine order by 1", row -> row.text("reason"));
  }

  /** Both become partners; on each side a person has compared the fingerprint. */
  void becomePartnerOf(Firm firm) {
    database.inNew(
        () ->
            exchange
                .partnerships()
                .invite(firm.id(), Optional.empty(), Optional.of(firm.fingerprint()), "admin"));
    exchange.openInboxes().round();
    relay();
    firm.take();
    firm.accepts(id, fingerprint());
    firm.relay();
    take();
    relay();
    firm.take();
  }

  /** Accepts an invitation; a person has compared the fingerprint. */
  void accepts(ParticipantId inviter, Fingerprint fingerprintOfInviter) {
    database.inNew(() -> exchange.partnerships().accept(inviter, fingerprintOfInviter, "admin"));
    exchange.openInboxes().round();
  }

  int relay() {
    return exchange.relay().round().sent();
  }

  List<Outcome> take() {
    List<Outcome> outcomes = new ArrayList<>();
    for (Way way : Way.values()) {
      for (ListedBroker.Taken taken : broker.drain(way.topicOf(id.shortId()))) {
        outcomes.add(
            exchange.receive().receive(way, new Envelope(taken.envelope().getBytes(US_ASCII))));
      }
    }
    return outcomes;
  }
}
