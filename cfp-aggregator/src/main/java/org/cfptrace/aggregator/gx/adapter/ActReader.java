package org.cfptrace.aggregator.gx.adapter;

import java.util.Optional;
import org.cfptrace.aggregator.gx.Act.Allocation;
import org.cfptrace.aggregator.gx.Act.CertificateMove;
import org.cfptrace.aggregator.gx.Act.Debit;
import org.cfptrace.aggregator.gx.Act.PoolEnd;
import org.cfptrace.aggregator.gx.CertificateId;
import org.cfptrace.aggregator.gx.CertificateState;
import org.cfptrace.aggregator.gx.GxMethod;
import org.cfptrace.aggregator.gx.ProductLot;
import org.cfptrace.aggregator.gx.Site;
import org.cfptrace.aggregator.gx.Tonnes;
import org.cfptrace.aggregator.gx.TonnesCo2e;
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.http.Body;
import org.cfptrace.service.http.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is to be entered, read from a body; all its faults are told at once. */
final class ActReader {
  private static final int LONGEST = 120;

  private ActReader() {}

  /** An allocation as it is sent. */
  @Schema(name = "GxAllocation")
  record AllocationBody(
      @Schema(required = true, examples = "GX-2026-0001") String certificateId,
      @Schema(required = true) String productLot,
      @Schema(required = true, description = "where the lot was made") String site,
      @Schema(required = true, description = "t of product", examples = "15000") String mass,
      @Schema(required = true, description = "t CO2e for the whole lot", examples = "30000")
          String reduction,
      @Schema(required = true) GxMethod method) {}

  /** A transfer as it is sent. */
  @Schema(name = "GxTransfer")
  record TransferBody(@Schema(required = true, description = "the new holder") String to) {}

  /** A retirement as it is sent. */
  @Schema(name = "GxRetirement")
  record RetirementBody(
      @Schema(required = true, description = "who claims the reduction") String beneficiary) {}

  /** A cancellation as it is sent. */
  @Schema(name = "GxCancellation")
  record CancellationBody(@Schema(required = true) String reason) {}

  /** A debit as it is sent. */
  @Schema(name = "GxDebit")
  record DebitBody(
      @Schema(
              required = true,
              description = "what took it: a product lot, a declaration, a change of the process")
          String reference,
      @Schema(required = true, description = "t CO2e") String reduction,
      @Schema(required = true) Debit.Cause cause) {}

  /** The end of a pool as it is sent. */
  @Schema(name = "GxPoolEnd")
  record PoolEndBody(@Schema(required = true) String reason) {}

  static PoolEnd end(PoolEnd.Kind kind, Body body) {
    FieldErrors errors = new FieldErrors();
    Fields fields = body.fields(errors);
    Optional<String> reason = fields.requiredText("reason", LONGEST);
    fields.refuseOthers();
    errors.refuseIfAny();
    return new PoolEnd(kind, reason.orElseThrow());
  }

  static Allocation allocation(Body body) {
    FieldErrors errors = new FieldErrors();
    Fields fields = body.fields(errors);
    Optional<CertificateId> certificate = fields.requiredValue("certificateId", CertificateId::new);
    Optional<String> lot = fields.requiredText("productLot", LONGEST);
    Optional<String> site = fields.requiredText("site", LONGEST);
    Optional<Tonnes> mass = fields.requiredPositiveDecimal("mass").map(Tonnes::new);
    Optional<TonnesCo2e> reduction = reduction(fields);
    Optional<GxMethod> method = fields.requiredChoice("method", GxMethod.class);
    fields.refuseOthers();
    errors.refuseIfAny();
    return new Allocation(
        certificate.orElseThrow(),
        new ProductLot(lot.orElseThrow()),
        new Site(site.orElseThrow()),
        mass.orElseThrow(),
        reduction.orElseThrow(),
        method.orElseThrow());
  }

  static CertificateMove transfer(CertificateId certificate, Body body) {
    return move(certificate, CertificateState.TRANSFERRED, body, "to");
  }

  static CertificateMove retirement(CertificateId certificate, Body body) {
    return move(certificate, CertificateState.RETIRED, body, "beneficiary");
  }

  static CertificateMove cancellation(CertificateId certificate, Body body) {
    return move(certificate, CertificateState.CANCELLED, body, "reason");
  }

  static Debit debit(Body body) {
    FieldErrors errors = new FieldErrors();
    Fields fields = body.fields(errors);
    Optional<String> reference = fields.requiredText("reference", LONGEST);
    Optional<TonnesCo2e> reduction = reduction(fields);
    Optional<Debit.Cause> cause = fields.requiredChoice("cause", Debit.Cause.class);
    fields.refuseOthers();
    errors.refuseIfAny();
    return new Debit(reference.orElseThrow(), reduction.orElseThrow(), cause.orElseThrow());
  }

  private static CertificateMove move(
      CertificateId certificate, CertificateState to, Body body, String field) {
    FieldErrors errors = new FieldErrors();
    Fields fields = body.fields(errors);
    Optional<String> note = fields.requiredText(field, LONGEST);
    fields.refuseOthers();
    errors.refuseIfAny();
    return new CertificateMove(certificate, to, note.orElseThrow());
  }

  private static Optional<TonnesCo2e> reduction(Fields fields) {
    return fields.requiredPositiveDecimal("reduction").map(TonnesCo2e::new);
  }
}
