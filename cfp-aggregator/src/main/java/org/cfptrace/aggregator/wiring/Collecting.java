package org.cfptrace.aggregator.wiring;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.cfptrace.aggregator.collect.AttestedDeclarations;
import org.cfptrace.aggregator.collect.Declarations;
import org.cfptrace.aggregator.collect.HeedDirectory;
import org.cfptrace.aggregator.collect.IssuerWords;
import org.cfptrace.aggregator.collect.KeepPresented;
import org.cfptrace.aggregator.collect.TakeIssuerWords;
import org.cfptrace.aggregator.collect.TakeWithdrawnAttestations;
import org.cfptrace.aggregator.collect.WithdrawnAttestations;
import org.cfptrace.aggregator.disclose.sign.SignedExports;
import org.cfptrace.aggregator.disclose.sign.TakeSignatures;
import org.cfptrace.aggregator.propose.Proposals;
import org.cfptrace.aggregator.propose.TakeProposalAnswers;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.exchange.receive.MessageHandler;
import org.cfptrace.exchange.receive.ReceiveDeclaration;
import org.cfptrace.exchange.receive.ReceivePresentation;
import org.cfptrace.exchange.wiring.Exchange;
import org.cfptrace.exchange.wiring.LogBook;
import org.cfptrace.exchange.wiring.OwnTrade;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.verify.Seen;
import org.cfptrace.verify.SignedTokens;
import org.cfptrace.verify.StrictReader;
import org.cfptrace.verify.VerifiedDeclaration;

/** The messages the aggregator takes beside those that every participant takes. */
record Collecting(
    Declarations collected,
    IssuerWords words,
    WithdrawnAttestations withdrawn,
    Proposals proposals,
    SignedExports exports,
    BiConsumer<Tenant, DeclarationId> whenProven,
    HeedDirectory directory,
    AttestedDeclarations attested,
    Clock clock)
    implements OwnTrade {
  /** Of its own, or of a supplier whose declaration it has handed on. */
  @Override
  public Optional<String> heard(DeclarationId id, ParticipantId from) {
    return collected.token(new Tenant(from), id);
  }

  /** Whoever has it here may have made something that waits for the proof. */
  @Override
  public void proven(DeclarationId id) {
    collected.holders(id).forEach(tenant -> whenProven.accept(tenant, id));
  }

  @Override
  public Seen declarations() {
    return new Seen() {
      @Override
      public Optional<String> digestOf(ParticipantId issuer, String jti) {
        return collected.idOf(new Tenant(issuer), issuer, jti);
      }

      @Override
      public Optional<String> presentedDigestOf(
          ParticipantId presenter, ParticipantId issuer, String jti) {
        return collected.idOf(new Tenant(presenter), issuer, jti);
      }

      @Override
      public Optional<Earlier> earlier(DeclarationId id) {
        return collected.holders(id).stream()
            .flatMap(tenant -> collected.earlier(tenant, id).stream())
            .findFirst();
      }
    };
  }

  @Override
  public void directorySays(DirectoryEntry entry) {
    directory.says(entry);
  }

  @Override
  public List<MessageHandler> handlers(StrictReader reader, Exchange exchange) {
    List<MessageHandler> handlers =
        new ArrayList<>(new TakeIssuerWords(collected, words, clock).handlers());
    handlers.add(
        new TakeWithdrawnAttestations(collected, withdrawn, attested, exchange.directory(), clock));
    handlers.add(new ReceiveDeclaration(reader, this::keep, clock));
    handlers.add(new ReceivePresentation(reader, new KeepPresented(collected), clock));
    handlers.add(new TakeProposalAnswers(proposals, clock).handler());
    handlers.add(
        new TakeSignatures(
                exports,
                SignedTokens.of(exchange.keyDirectory(), clock),
                exchange.logBook().map(LogBook::judgeExportProof),
                clock)
            .handler());
    return handlers;
  }

  /** What its issuer hands in itself is the issuer's. */
  private void keep(VerifiedDeclaration declaration, String messageId, Instant at) {
    collected.keep(new Tenant(declaration.issuer()), declaration, messageId, at);
  }
}
