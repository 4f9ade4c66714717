package org.cfptrace.connector.correct.adapter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.cfptrace.connector.correct.Correction;
import org.cfptrace.connector.wiring.Trade;
import org.cfptrace.service.access.Caller;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.form.Paths;
import org.cfptrace.service.http.Answer;
import org.cfptrace.service.http.Paging;
import org.cfptrace.service.http.Writes;
import org.cfptrace.service.journal.Journal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Changed figures that wait for a person before partners are told. */
@Path("/api/v1/corrections")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "corrections", description = "Changed figures that wait for a person")
public class CorrectionResource {
  private final Trade trade;
  private final Journal journal;
  private final Writes writes;
  private final Paging paging;
  private final Caller caller;

  CorrectionResource(Trade trade, Journal journal, Writes writes, Paging paging, Caller caller) {
    this.trade = trade;
    this.journal = journal;
    this.writes = writes;
    this.paging = paging;
    this.caller = caller;
  }

  /** One of them. */
  @Schema(name = "Correction")
  record CorrectionForm(
      String correctionId,
      String traceId,
      String partnerId,
      LocalDate periodFrom,
      LocalDate periodTo,
      @Schema(description = "why a person is asked") Correction.Why why,
      @Schema(description = "what the partner was told last; missing where nothing was")
          @Nullable CorrectedTotal before,
      CorrectedTotal after,
      Correction.State state,
      Instant since,
      @Nullable Instant settledAt,
      @Nullable String settledBy) {

    static CorrectionForm of(Correction correction) {
      return new CorrectionForm(
          correction.id().toString(),
          correction.product().toString(),
          correction.partner().did(),
          correction.period().from(),
          correction.period().to(),
          correction.why(),
          correction.before().map(CorrectedTotal::of).orElse(null),
          CorrectedTotal.of(correction.after()),
          correction.state(),
          correction.since(),
          correction.settledAt().orElse(null),
          correction.settledBy().orElse(null));
    }
  }

  /** A total, kg CO2e per one unit. */
  @Schema(name = "CorrectedTotal")
  record CorrectedTotal(String exclBiogenicUptake, boolean complete) {
    static CorrectedTotal of(Correction.Total total) {
      return new CorrectedTotal(total.exclBiogenicUptake().text(), total.isComplete());
    }
  }

  @GET
  @RolesAllowed({Roles.SUPPLIER, Roles.APPROVER, Roles.ANALYST, Roles.AUDITOR, Roles.ADMIN})
  @Operation(summary = "Figures that wait, and what became of earlier ones, newest first")
  public Paging.Listed<CorrectionForm> list(@QueryParam("waiting") @Nullable String waiting) {
    return Paging.listed(
        trade.corrections().newestFirst(paging.wanted(), Paging.flag("waiting", waiting)),
        CorrectionForm::of);
  }

  @POST
  @Path("{correctionId}/approval")
  @RolesAllowed(Roles.APPROVER)
  @Operation(summary = "Tell the partner; what goes out is the figure of this moment")
  @APIResponse(
      responseCode = "200",
      description = "told",
      content = @Content(schema = @Schema(implementation = CorrectionForm.class)))
  public Response approve(@PathParam("correctionId") String correctionId) {
    return writes.once(
        () -> {
          UUID id = id(correctionId);
          trade.keepInformed().approve(id, caller.name());
          journal.note("correction.approved", id.toString());
          return Answer.ok(shown(id));
        });
  }

  @POST
  @Path("{correctionId}/dismissal")
  @RolesAllowed(Roles.APPROVER)
  @Operation(summary = "Do not tell this figure; another one will be asked for anew")
  @APIResponse(
      responseCode = "200",
      description = "dismissed",
      content = @Content(schema = @Schema(implementation = CorrectionForm.class)))
  public Response dismiss(@PathParam("correctionId") String correctionId) {
    return writes.once(
        () -> {
          UUID id = id(correctionId);
          trade.keepInformed().dismiss(id, caller.name());
          journal.note("correction.dismissed", id.toString());
          return Answer.ok(shown(id));
        });
  }

  private CorrectionForm shown(UUID id) {
    return trade
        .corrections()
        .find(id)
        .map(CorrectionForm::of)
        .orElseThrow(() -> Refused.notFound("correction", id));
  }

  private static UUID id(String text) {
    return Paths.read("correction", text, UUID::fromString);
  }
}
