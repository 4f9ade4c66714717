package org.cfptrace.aggregator.gx.adapter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.BiFunction;
import org.cfptrace.aggregator.gx.Act.CertificateMove;
import org.cfptrace.aggregator.gx.CertificateId;
import org.cfptrace.aggregator.gx.KeepLedger;
import org.cfptrace.aggregator.gx.PoolLedger;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.service.access.Caller;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.http.Answer;
import org.cfptrace.service.http.Body;
import org.cfptrace.service.http.Writes;
import org.cfptrace.service.journal.Journal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reduction certificates: handed on, claimed once, or taken back once. */
@Path("/api/v1/gx/certificates/{certificateId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "gx", description = "GX reductions: they never change a footprint")
public class CertificateResource {
  private final KeepLedger keep;
  private final Tenancy tenancy;
  private final Writes writes;
  private final Journal journal;
  private final Caller caller;

  CertificateResource(
      KeepLedger keep, Tenancy tenancy, Writes writes, Journal journal, Caller caller) {
    this.keep = keep;
    this.tenancy = tenancy;
    this.writes = writes;
    this.journal = journal;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(summary = "A certificate and its lot, as they stand")
  public LotForm show(@PathParam("certificateId") String id) {
    CertificateId certificate = certificate(id);
    return form(tenancy.asCaller(tenant -> keep.show(keep.poolOf(certificate))), certificate);
  }

  @POST
  @Path("transfer")
  @RolesAllowed(Roles.DISCLOSURE_OFFICER)
  @Operation(summary = "Hand a certificate on")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = LotForm.class)))
  public Response transfer(
      @PathParam("certificateId") String id,
      @RequestBody(
              content = @Content(schema = @Schema(implementation = ActReader.TransferBody.class)))
          Body body) {
    return move(id, body, ActReader::transfer, "gx.certificate-transferred");
  }

  @POST
  @Path("retirement")
  @RolesAllowed(Roles.DISCLOSURE_OFFICER)
  @Operation(summary = "Retire a certificate: its reduction is claimed, for good")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = LotForm.class)))
  public Response retire(
      @PathParam("certificateId") String id,
      @RequestBody(
              content = @Content(schema = @Schema(implementation = ActReader.RetirementBody.class)))
          Body body) {
    return move(id, body, ActReader::retirement, "gx.certificate-retired");
  }

  @POST
  @Path("cancellation")
  @RolesAllowed(Roles.DISCLOSURE_OFFICER)
  @Operation(summary = "Cancel a certificate: its quantity goes back to the pool, once")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = LotForm.class)))
  public Response cancel(
      @PathParam("certificateId") String id,
      @RequestBody(
              content =
                  @Content(schema = @Schema(implementation = ActReader.CancellationBody.class)))
          Body body) {
    return move(id, body, ActReader::cancellation, "gx.certificate-cancelled");
  }

  private Response move(
      String id, Body body, BiFunction<CertificateId, Body, CertificateMove> reader, String act) {
    CertificateId certificate = certificate(id);
    return writes.once(
        body,
        () -> {
          CertificateMove move = reader.apply(certificate, body);
          PoolLedger ledger =
              tenancy.asCaller(
                  tenant -> {
                    journal.note(act, certificate.value());
                    return keep.move(move, caller.name());
                  });
          return Answer.ok(form(ledger, certificate));
        });
  }

  private static LotForm form(PoolLedger ledger, CertificateId certificate) {
    return LotForm.of(ledger, ledger.find(certificate).orElseThrow());
  }

  private static CertificateId certificate(String text) {
    try {
      return new CertificateId(text);
    } catch (IllegalArgumentException notAnId) {
      throw new Refused(ProblemCode.NOT_FOUND, "no certificate of this id");
    }
  }
}
