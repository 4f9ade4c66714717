package org.cfptrace.connector.sign.adapter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Optional;
import org.cfptrace.connector.sign.SignatureRequest;
import org.cfptrace.connector.wiring.Signing;
import org.cfptrace.envelope.SignatureRequestId;
import org.cfptrace.service.access.Caller;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.form.Paths;
import org.cfptrace.service.http.Answer;
import org.cfptrace.service.http.Body;
import org.cfptrace.service.http.Paging;
import org.cfptrace.service.http.Writes;
import org.cfptrace.service.journal.Journal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Exports that aggregators have made in our name, to be signed or refused. */
@Path("/api/v1/signature-requests")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "signature requests", description = "Exports that aggregators ask us to sign")
public class SignatureRequestResource {
  private final Signing signing;
  private final Journal journal;
  private final Writes writes;
  private final Paging paging;
  private final Caller caller;

  SignatureRequestResource(
      Signing signing, Journal journal, Writes writes, Paging paging, Caller caller) {
    this.signing = signing;
    this.journal = journal;
    this.writes = writes;
    this.paging = paging;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({Roles.DISCLOSURE_OFFICER, Roles.ADMIN})
  @Transactional
  @Operation(summary = "What we were asked to sign, newest first")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Paging.Listed.class)))
  public Paging.Listed<SignatureRequestForm> list(
      @Schema(description = "WAITING, SIGNED, REFUSED or WITHDRAWN") @QueryParam("state")
          @Nullable String state) {
    return Paging.listed(signing.requests().newestFirst(paging.wanted(), state(state)), this::form);
  }

  @GET
  @Path("{requestId}")
  @RolesAllowed({Roles.DISCLOSURE_OFFICER, Roles.ADMIN})
  @Transactional
  @Operation(summary = "One request to sign")
  public SignatureRequestForm show(@PathParam("requestId") String requestId) {
    SignatureRequestId id = id(requestId);
    return signing
        .requests()
        .find(id)
        .map(this::form)
        .orElseThrow(() -> Refused.notFound("signature request", id));
  }

  @POST
  @Path("{requestId}/signature")
  @RolesAllowed(Roles.DISCLOSURE_OFFICER)
  @Operation(
      summary = "Sign the export with the company's key",
      description =
          "The manifest that the person has looked at must be the one that was asked for. What the"
              + " request says beside the digest is as the aggregator says; open manifest.json to"
              + " check. Warnings and override are signed with it. The statement goes to the"
              + " aggregator and into the public log.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SignatureRequestForm.class)))
  public Response sign(
      @PathParam("requestId") String requestId,
      @RequestBody(
              content =
                  @Content(
                      schema =
                          @Schema(implementation = SignatureRequestForm.ConfirmationForm.class)))
          Body body) {
    return writes.once(
        body,
        () -> {
          String manifest = SignatureRequestForm.ConfirmationForm.read(body);
          return noted(
              "export.signed", signing.signExport().sign(id(requestId), manifest, caller.name()));
        });
  }

  @POST
  @Path("{requestId}/refusal")
  @RolesAllowed(Roles.DISCLOSURE_OFFICER)
  @Operation(summary = "Do not sign the export; the aggregator is told why")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SignatureRequestForm.class)))
  public Response refuse(
      @PathParam("requestId") String requestId,
      @RequestBody(
              content =
                  @Content(
                      schema = @Schema(implementation = SignatureRequestForm.RefusalForm.class)))
          Body body) {
    return writes.once(
        body,
        () -> {
          String reason = SignatureRequestForm.RefusalForm.read(body);
          return noted(
              "export.refused", signing.signExport().refuse(id(requestId), reason, caller.name()));
        });
  }

  private Answer noted(String action, SignatureRequest decided) {
    journal.note(action, decided.id() + " " + decided.asker().shortId());
    return Answer.ok(form(decided));
  }

  private SignatureRequestForm form(SignatureRequest request) {
    return SignatureRequestForm.of(request, request.logEntry().flatMap(signing::proofOf));
  }

  private static Optional<SignatureRequest.State> state(@Nullable String text) {
    return Optional.ofNullable(text).map(SignatureRequestResource::known);
  }

  private static SignatureRequest.State known(String text) {
    return Arrays.stream(SignatureRequest.State.values())
        .filter(state -> state.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new Refused(
                    ProblemCode.INVALID_PARAMETER,
                    "\"state\" is WAITING, SIGNED, REFUSED or WITHDRAWN"));
  }

  private static SignatureRequestId id(String text) {
    return Paths.read("signature request", text, SignatureRequestId::of);
  }
}
