package org.cfptrace.aggregator.disclose.sign;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.aggregator.disclose.job.Export;
import org.cfptrace.aggregator.disclose.job.ExportFiles;
import org.cfptrace.aggregator.disclose.job.ExportState;
import org.cfptrace.aggregator.disclose.job.ExportSubjects;
import org.cfptrace.aggregator.disclose.job.Exports;
import org.cfptrace.aggregator.disclose.job.Manifest;
import org.cfptrace.aggregator.disclose.sign.AskedSignatures.Asked;
import org.cfptrace.aggregator.disclose.sign.SignedExports.Awaited;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.envelope.SignatureRequestBody;
import org.cfptrace.envelope.SignatureRequestId;
import org.cfptrace.keys.Sha256;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.strict.Base64Url;

/** Has an export that is ready signed by the company's own connector. */
public final class RequestSignature {
  private final Exports exports;
  private final ExportSubjects subjects;
  private final ExportFiles files;
  private final AskedSignatures signed;
  private final AskForSignature ask;
  private final Clock clock;

  public RequestSignature(
      Exports exports,
      ExportSubjects subjects,
      ExportFiles files,
      AskedSignatures signed,
      AskForSignature ask,
      Clock clock) {
    this.exports = requireNonNull(exports, "exports");
    this.subjects = requireNonNull(subjects, "subjects");
    this.files = requireNonNull(files, "files");
    this.signed = requireNonNull(signed, "signed");
    this.ask = requireNonNull(ask, "ask");
    this.clock = requireNonNull(clock, "clock");
  }

  /** Asks of an export that has just become ready, where there is anybody to ask. */
  public void whenReady(Tenant tenant, Export export) {
    if (ask.canAsk(tenant)) {
      ask(tenant, export);
    }
  }

  /**
   * Asks, or asks again.
   *
   * @throws Refused NOT_FOUND; NOT_ALLOWED_NOW where it is not ready, is answered, or nobody can be
   *     asked
   */
  public Export again(Tenant tenant, UUID id) {
    Export export = exports.locked(tenant, id).orElseThrow(() -> Refused.notFound("export", id));
    if (export.state() != ExportState.READY) {
      throw new Refused(
          ProblemCode.NOT_ALLOWED_NOW,
          "an export is signed while it is READY; this one is " + export.state());
    }
    ask(tenant, export);
    return export;
  }

  private void ask(Tenant tenant, Export export) {
    Optional<Asked> before = signed.of(tenant, export.id());
    SignatureRequestId id =
        before
            .map(asked -> new SignatureRequestId(asked.requestId()))
            .orElseGet(SignatureRequestId::random);
    SignatureRequestBody request = request(tenant, export, id);
    if (before.isEmpty()) {
      signed.asked(
          tenant,
          export.id(),
          id.uuid(),
          new Awaited(
              request.exportId(),
              request.target(),
              request.manifestSha256(),
              request.supersedes(),
              Optional.empty(),
              Optional.empty()),
          clock.instant());
    }
    ask.ask(tenant, request);
  }

  private SignatureRequestBody request(Tenant tenant, Export export, SignatureRequestId id) {
    ExportFile manifest = files.find(tenant, export.id(), Manifest.NAME).orElseThrow();
    Export.Order order = export.order();
    return new SignatureRequestBody(
        id,
        export.progress().exportId().orElseThrow(),
        export.target().name(),
        export.target() + " " + order.period().from() + " to " + order.period().to(),
        Base64Url.encode(Sha256.of(manifest.bytes())),
        export.subjects(),
        corrected(tenant, export),
        (int) subjects.with(tenant, export.id(), Finding.Weight.WARNS),
        export.progress().overridden().map(Stamp.Overridden::reason));
  }

  private Optional<String> corrected(Tenant tenant, Export export) {
    return export
        .order()
        .supersedes()
        .flatMap(id -> exports.find(tenant, id))
        .flatMap(it -> it.progress().exportId());
  }
}
