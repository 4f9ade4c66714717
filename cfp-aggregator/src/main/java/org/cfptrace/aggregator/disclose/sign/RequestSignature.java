package org.cfptrace.aggregator.disclose.sign;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.aggregator.disclose.job.Export;
import org.cfptrace.aggregator.disclose.job.ExportFiles;
import org.cfptrace.aggregator.disclose.job.ExportState;
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

/**
 * Has an export that is ready signed by the company's own connector, and takes that back when the
 * export does not stand any more.
 */
public final class RequestSignature {
  private final Exports exports;
  private final ExportFiles files;
  private final AskedSignatures signed;
  private final AskForSignature ask;
  private final Clock clock;

  public RequestSignature(
      Exports exports,
      ExportFiles files,
      AskedSignatures signed,
      AskForSignature ask,
      Clock clock) {
    this.exports = requireNonNull(exports, "exports");
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
   * Asks, or asks again. While there is no answer, it is the same request; after a refusal, or
   * after it was taken back, it is a new one, on which a person at the company decides anew, and
   * the refusal is shown no more.
   *
   * @throws Refused NOT_FOUND; NOT_ALLOWED_NOW where it is not ready, is signed already, or nobody
   *     can be asked
   */
  public Export again(Tenant tenant, UUID id) {
    Export export = exports.locked(tenant, id).orElseThrow(() -> Refused.notFound("export", id));
    if (export.state() != ExportState.READY) {
      throw new Refused(
          ProblemCode.NOT_ALLOWED_NOW,
          "an export is signed while it is READY; this one is " + export.state());
    }
    Optional<Asked> before = signed.of(tenant, id);
    if (before.filter(Asked::isSigned).isPresent()) {
      throw new Refused(ProblemCode.NOT_ALLOWED_NOW, "the company has signed this export already");
    }
    return before.filter(Asked::isClosed).isPresent()
        ? anew(tenant, export)
        : asked(tenant, export);
  }

  private Export asked(Tenant tenant, Export export) {
    ask(tenant, export);
    return export;
  }

  private Export anew(Tenant tenant, Export export) {
    SignatureRequestId id = SignatureRequestId.random();
    signed.askedAnew(tenant, export.id(), id.uuid(), clock.instant());
    ask.ask(tenant, request(tenant, export, id));
    return export.at(export.progress().troubled(Optional.empty()));
  }

  /**
   * Takes back what was asked of an export that does not stand any more, being revoked or
   * superseded, in the transaction under way: a request that waits at the company's connector
   * cannot be signed any more, a signed one is marked there. Nothing is told where nothing was
   * asked, it was refused or is taken back already, or nobody can be told.
   */
  public void withdraw(Tenant tenant, UUID id) {
    asked(tenant, id)
        .filter(asked -> !asked.isClosed() && asked.withdrawnAt().isEmpty())
        .ifPresent(
            asked -> {
              Export export = exports.find(tenant, id).orElseThrow();
              signed.withdrawn(tenant, id, Optional.of(clock.instant()));
              ask.ask(tenant, request(tenant, export, asked).takenBack());
            });
  }

  /**
   * Asks again of an export that stands again, its correction being revoked: where it was signed,
   * the mark goes; otherwise a person decides on a new request.
   */
  public void standsAgain(Tenant tenant, UUID id) {
    asked(tenant, id)
        .filter(asked -> asked.withdrawnAt().isPresent())
        .ifPresent(
            asked -> {
              Export export = exports.find(tenant, id).orElseThrow();
              if (asked.isSigned()) {
                signed.withdrawn(tenant, id, Optional.empty());
                ask.ask(tenant, request(tenant, export, asked));
              } else {
                anew(tenant, export);
              }
            });
  }

  /** What was asked of an export, where there is somebody to tell. */
  private Optional<Asked> asked(Tenant tenant, UUID id) {
    return ask.canAsk(tenant) ? signed.of(tenant, id) : Optional.empty();
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
              request.warnings(),
              request.overridden(),
              Optional.empty(),
              Optional.empty()),
          clock.instant());
    }
    ask.ask(tenant, request);
  }

  private SignatureRequestBody request(Tenant tenant, Export export, Asked asked) {
    return request(tenant, export, new SignatureRequestId(asked.requestId()));
  }

  /** All that is said beside the digest stands in the manifest, too: whoever signs can look. */
  private SignatureRequestBody request(Tenant tenant, Export export, SignatureRequestId id) {
    ExportFile manifest = files.find(tenant, export.id(), Manifest.NAME).orElseThrow();
    // What the company was told once is what its statement must repeat.
    int warnings =
        signed
            .of(tenant, export.id())
            .map(asked -> asked.awaited().warnings())
            .orElseGet(() -> Manifest.warnings(manifest));
    return new SignatureRequestBody(
        id,
        export.progress().exportId().orElseThrow(),
        export.target().name(),
        Manifest.title(export),
        Base64Url.encode(Sha256.of(manifest.bytes())),
        export.subjects(),
        exports.corrected(tenant, export),
        warnings,
        export.progress().overridden().map(Stamp.Overridden::reason),
        false);
  }
}
