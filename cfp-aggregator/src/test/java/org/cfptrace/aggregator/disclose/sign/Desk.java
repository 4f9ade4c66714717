package org.cfptrace.aggregator.disclose.sign;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.aggregator.disclose.TargetName;
import org.cfptrace.aggregator.disclose.job.Export;
import org.cfptrace.aggregator.disclose.job.ExportFiles;
import org.cfptrace.aggregator.disclose.job.ExportState;
import org.cfptrace.aggregator.disclose.job.Exports;
import org.cfptrace.aggregator.disclose.job.Manifests;
import org.cfptrace.aggregator.disclose.job.Software;
import org.cfptrace.aggregator.disclose.sign.SignedExports.Awaited;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.envelope.SignatureRequestBody;
import org.cfptrace.exchange.deliver.Outbox;
import org.cfptrace.exchange.deliver.OutboxMessage;
import org.cfptrace.exchange.deliver.PostMessage;
import org.cfptrace.exchange.partner.Partner;
import org.cfptrace.exchange.partner.PartnerState;
import org.cfptrace.exchange.partner.Partners;
import org.cfptrace.exchange.partner.Threads;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.keys.Randomness;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.StrictJson;

/** One export, what was asked of it, and what has gone to its company's connector. */
final class Desk implements AskedSignatures {
  static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");
  static final Tenant US =
      new Tenant(ParticipantId.of("registry.cfptrace.example", "exportingcompany"));

  private final List<SignatureRequestBody> sent = new ArrayList<>();
  private final UUID id = UUID.randomUUID();
  private Export export;
  private Optional<Asked> asked = Optional.empty();
  private boolean isPartner = true;

  Desk() {
    Export.Order order =
        new Export.Order(
            TargetName.PACT_3,
            Optional.empty(),
            new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 11, 27)),
            NOW,
            "hash",
            Optional.empty(),
            "officer",
            NOW);
    export =
        new Export(
            id,
            order,
            1,
            1,
            1,
            Export.Progress.QUEUED
                .as("exp-1", Software.ofVersion("1.0"))
                .overridden(new Stamp.Overridden("no data yet", "officer"))
                .endedAs(ExportState.READY, Optional.empty(), NOW));
  }

  RequestSignature requests() {
    PostMessage post =
        new PostMessage(
            ParticipantId.of("registry.cfptrace.example", "aggregatoraaaaaa"),
            SigningKey.generate(),
            outbox(),
            Clock.fixed(NOW, ZoneOffset.UTC),
            Randomness.secure());
    return new RequestSignature(
        answering(
            Exports.class, Map.of("find", this::row, "locked", this::row, "corrected", Desk::none)),
        answering(ExportFiles.class, Map.of("find", arguments -> Optional.of(manifest()))),
        this,
        new AskForSignature(
            answering(Partners.class, Map.of("find", arguments -> partner())),
            answering(Threads.class, Map.of("about", arguments -> "thread-1")),
            post),
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  UUID id() {
    return id;
  }

  Export export() {
    return export;
  }

  List<SignatureRequestBody> sent() {
    return List.copyOf(sent);
  }

  void nobodyIsThere() {
    isPartner = false;
  }

  void is(ExportState state) {
    export = export.at(export.progress().endedAs(state, export.progress().trouble(), NOW));
  }

  void refuses(String reason) {
    answered(Optional.empty(), Optional.of(reason));
    export = export.at(export.progress().troubled(Optional.of(reason)));
  }

  void signs() {
    answered(Optional.of("a.b.c"), Optional.empty());
  }

  private void answered(Optional<String> signature, Optional<String> refusal) {
    Asked before = asked.orElseThrow();
    keep(before.requestId(), with(before.awaited(), signature, refusal), before.withdrawnAt());
  }

  private static Awaited with(
      Awaited awaited, Optional<String> signature, Optional<String> refusal) {
    return new Awaited(
        awaited.exportId(),
        awaited.target(),
        awaited.manifestSha256(),
        awaited.supersedes(),
        awaited.warnings(),
        awaited.overridden(),
        signature,
        refusal);
  }

  private void keep(UUID requestId, Awaited awaited, Optional<Instant> withdrawnAt) {
    asked =
        Optional.of(
            new Asked(
                requestId,
                awaited,
                NOW,
                Optional.empty(),
                withdrawnAt,
                Optional.empty(),
                Optional.empty()));
  }

  // ---- what was asked

  @Override
  public void asked(Tenant tenant, UUID of, UUID requestId, Awaited awaited, Instant at) {
    keep(requestId, awaited, Optional.empty());
  }

  @Override
  public void askedAnew(Tenant tenant, UUID of, UUID requestId, Instant at) {
    keep(
        requestId,
        with(asked.orElseThrow().awaited(), Optional.empty(), Optional.empty()),
        Optional.empty());
  }

  @Override
  public void withdrawn(Tenant tenant, UUID of, Optional<Instant> at) {
    Asked before = asked.orElseThrow();
    keep(before.requestId(), before.awaited(), at);
  }

  @Override
  public Optional<Asked> of(Tenant tenant, UUID of) {
    return asked.filter(any -> of.equals(id));
  }

  // ---- what is around

  private Object row(Object[] arguments) {
    return Optional.of(export).filter(it -> it.id().equals(arguments[1]));
  }

  private static Object none(Object[] arguments) {
    return Optional.empty();
  }

  /** One subject, of which three things are to be warned. */
  ExportFile manifest() {
    return Manifests.withWarnings(export, 3);
  }

  private Optional<Partner> partner() {
    return isPartner
        ? Optional.of(
            Partner.begin(US.participant(), "Cars", PartnerState.ACCEPTED, Optional.empty(), NOW)
                .trusting(SigningKey.generate().thumbprint(), NOW))
        : Optional.empty();
  }

  private Outbox outbox() {
    return answering(
        Outbox.class,
        Map.of(
            "nextSeq",
            arguments -> sent.size() + 1L,
            "add",
            arguments -> sent.add(body((OutboxMessage) arguments[0]))));
  }

  private static SignatureRequestBody body(OutboxMessage message) {
    String token = message.message();
    byte[] payload =
        Base64Url.decode(token.substring(token.indexOf('.') + 1, token.lastIndexOf('.')));
    return SignatureRequestBody.fromJson(StrictJson.parse(payload).get("body"));
  }

  private static <T> T answering(Class<T> type, Map<String, Function<Object[], Object>> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            Desk.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              Function<Object[], Object> answer = answers.get(method.getName());
              if (answer == null) {
                throw new IllegalStateException(method.getName() + " is not asked for here");
              }
              return answer.apply(arguments);
            }));
  }
}
