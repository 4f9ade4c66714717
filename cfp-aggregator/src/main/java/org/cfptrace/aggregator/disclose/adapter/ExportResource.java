package org.cfptrace.aggregator.disclose.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.aggregator.disclose.Targets;
import org.cfptrace.aggregator.disclose.job.Export;
import org.cfptrace.aggregator.disclose.job.ExportFiles;
import org.cfptrace.aggregator.disclose.job.ExportInputs;
import org.cfptrace.aggregator.disclose.job.ExportSubjects;
import org.cfptrace.aggregator.disclose.job.Exports;
import org.cfptrace.aggregator.disclose.job.OrderExport;
import org.cfptrace.aggregator.disclose.job.PreviewExport;
import org.cfptrace.aggregator.disclose.job.SettleExport;
import org.cfptrace.aggregator.disclose.sign.AskedSignatures;
import org.cfptrace.aggregator.disclose.sign.RequestSignature;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.service.access.Caller;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.form.Paths;
import org.cfptrace.service.http.Answer;
import org.cfptrace.service.http.Body;
import org.cfptrace.service.http.Fields;
import org.cfptrace.service.http.Paging;
import org.cfptrace.service.http.Writes;
import org.cfptrace.service.journal.Journal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Exports: ordered, followed, settled by a person. */
@Path("/api/v1/exports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "exports", description = "Files for authorities and customers")
public class ExportResource {
  static final String WHERE = "/api/v1/exports/";
  private static final int LONGEST_REASON = 1000;
  private static final int MOST_MARKS = 100;

  private final OrderExport order;
  private final SettleExport settle;
  private final Exports exports;
  private final ExportSubjects subjects;
  private final ExportFiles files;
  private final ExportInputs inputs;
  private final AskedSignatures signed;
  private final RequestSignature signature;
  private final Targets targets;
  private final PreviewExport preview;
  private final Tenancy tenancy;
  private final Writes writes;
  private final Paging paging;
  private final Journal journal;
  private final Caller caller;

  ExportResource(
      OrderExport order,
      SettleExport settle,
      Exports exports,
      ExportSubjects subjects,
      ExportFiles files,
      ExportInputs inputs,
      AskedSignatures signed,
      RequestSignature signature,
      Targets targets,
      PreviewExport preview,
      Tenancy tenancy,
      Writes writes,
      Paging paging,
      Journal journal,
      Caller caller) {
    this.order = order;
    this.settle = settle;
    this.exports = exports;
    this.subjects = subjects;
    this.files = files;
    this.inputs = inputs;
    this.signed = signed;
    this.signature = signature;
    this.targets = targets;
    this.preview = preview;
    this.tenancy = tenancy;
    this.writes = writes;
    this.paging = paging;
    this.journal = journal;
    this.caller = caller;
  }

  /** Why a person does something. */
  @Schema(name = "ExportReason")
  record ReasonForm(@Schema(required = true, maxLength = LONGEST_REASON) String reason) {
    static String read(Body body) {
      FieldErrors errors = new FieldErrors();
      Fields fields = body.fields(errors);
      var reason = fields.requiredText("reason", LONGEST_REASON);
      fields.refuseOthers();
      errors.refuseIfAny();
      return reason.orElseThrow();
    }
  }

  @POST
  @RolesAllowed(Roles.DISCLOSURE_OFFICER)
  @Operation(
      summary = "Order the files of a target for one or many products",
      description =
          "Answered at once; the job goes on by itself and survives every crash. The same order"
              + " with the same asOf is the same job. What stands in the way is told as findings:"
              + " BLOCKS can be overridden with a reason that appears in the files, FORBIDS"
              + " cannot.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ExportForm.class)))
  @APIResponse(
      responseCode = "200",
      description = "such a job is there already",
      content = @Content(schema = @Schema(implementation = ExportForm.class)))
  public Response order(
      @RequestBody(content = @Content(schema = @Schema(implementation = ExportOrderForm.class)))
          Body body) {
    return writes.once(
        body,
        () ->
            tenancy.asCaller(
                tenant -> {
                  OrderExport.Wish wish = ExportOrderForm.read(body, targets);
                  return placed(tenant, order.order(tenant, wish, caller.name()));
                }));
  }

  @POST
  @Path("{id}/correction")
  @RolesAllowed(Roles.DISCLOSURE_OFFICER)
  @Operation(summary = "Order the same anew, as it is known now; it supersedes this one when ready")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ExportForm.class)))
  public Response correct(@PathParam("id") String id) {
    return writes.once(
        () ->
            tenancy.asCaller(
                tenant -> {
                  UUID corrected = id(id);
                  find(tenant, corrected);
                  Body again = Body.parse(exports.request(tenant, corrected).getBytes(UTF_8));
                  OrderExport.Wish wish = ExportOrderForm.read(again, targets).asItIsNow();
                  return placed(tenant, order.correct(tenant, corrected, wish, caller.name()));
                }));
  }

  private Answer placed(Tenant tenant, OrderExport.Placed placed) {
    ExportForm form = form(tenant, placed.export());
    if (!placed.isNew()) {
      return Answer.ok(form);
    }
    journal.note("export.ordered", placed.export().target() + " " + form.id());
    return Answer.created(WHERE + form.id(), form);
  }

  @GET
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(summary = "The exports of your company, newest first")
  public Paging.Listed<ExportForm> list() {
    return tenancy.asCaller(
        tenant ->
            Paging.listed(
                exports.newestFirst(tenant, paging.wanted()), export -> form(tenant, export)));
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(summary = "How far an export is, and what has become of its inputs")
  public ExportForm show(@PathParam("id") String id) {
    return tenancy.asCaller(tenant -> form(tenant, find(tenant, id(id))));
  }

  @GET
  @Path("{id}/subjects")
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(summary = "What the export is about, with what stands in the way of each")
  public Paging.Listed<SubjectForm> subjects(@PathParam("id") String id) {
    return tenancy.asCaller(
        tenant -> {
          UUID export = find(tenant, id(id)).id();
          return Paging.listed(subjects.page(tenant, export, paging.wanted()), SubjectForm::of);
        });
  }

  @GET
  @Path("{id}/subjects/{place}")
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(
      summary = "Preview of one: the files as they will be, and to whom they disclose what",
      description = "Once the files are there, they are shown as they are.")
  public SubjectForm subject(@PathParam("id") String id, @PathParam("place") String place) {
    return tenancy.asCaller(
        tenant -> {
          Export found = find(tenant, id(id));
          UUID export = found.id();
          int number = Paths.read("subject", place, Integer::parseInt);
          SubjectForm form =
              subjects
                  .find(tenant, export, number)
                  .map(
                      known ->
                          SubjectForm.of(
                              known,
                              subjects
                                  .facts(tenant, export, number)
                                  .map(facts -> preview.of(tenant, found, known, facts)),
                              files.list(tenant, export, number)))
                  .orElseThrow(() -> Refused.notFound("subject", place));
          journal.note("export.previewed", export + " " + number);
          return form;
        });
  }

  @POST
  @Path("{id}/override")
  @RolesAllowed(Roles.DISCLOSURE_OFFICER)
  @Operation(
      summary = "Go on in spite of what blocks",
      description = "The reason and your name stand in every file that people read.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ExportForm.class)))
  public Response override(
      @PathParam("id") String id,
      @RequestBody(content = @Content(schema = @Schema(implementation = ReasonForm.class)))
          Body body) {
    return settled(
        body,
        id,
        "export.overridden",
        (tenant, export) ->
            settle.override(
                tenant, export, new Stamp.Overridden(ReasonForm.read(body), caller.name())));
  }

  @POST
  @Path("{id}/revocation")
  @RolesAllowed(Roles.DISCLOSURE_OFFICER)
  @Operation(summary = "Withdraw an export that was ready; its files stay readable")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ExportForm.class)))
  public Response revoke(
      @PathParam("id") String id,
      @RequestBody(content = @Content(schema = @Schema(implementation = ReasonForm.class)))
          Body body) {
    return settled(
        body,
        id,
        "export.revoked",
        (tenant, export) -> settle.revoke(tenant, export, ReasonForm.read(body)));
  }

  @POST
  @Path("{id}/cancellation")
  @RolesAllowed(Roles.DISCLOSURE_OFFICER)
  @Operation(summary = "Stop an export that is not ready yet")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ExportForm.class)))
  public Response cancel(@PathParam("id") String id) {
    return writes.once(() -> settledAnswer(id, "export.cancelled", settle::cancel));
  }

  @POST
  @Path("{id}/signature-request")
  @RolesAllowed(Roles.DISCLOSURE_OFFICER)
  @Operation(
      summary = "Ask your own connector again to sign an export",
      description = "It is asked by itself when an export becomes ready.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ExportForm.class)))
  public Response askForSignature(@PathParam("id") String id) {
    return writes.once(() -> settledAnswer(id, "export.signature.asked", signature::again));
  }

  private Response settled(
      Body body, String id, String noted, BiFunction<Tenant, UUID, Export> what) {
    return writes.once(body, () -> settledAnswer(id, noted, what));
  }

  private Answer settledAnswer(String id, String noted, BiFunction<Tenant, UUID, Export> what) {
    return tenancy.asCaller(
        tenant -> {
          Export export = what.apply(tenant, id(id));
          journal.note(noted, export.id().toString());
          return Answer.ok(form(tenant, export));
        });
  }

  private ExportForm form(Tenant tenant, Export export) {
    List<ExportFiles.Filed> whole =
        export.state().hasFiles() ? files.list(tenant, export.id(), 0) : List.of();
    return ExportForm.of(
        export,
        targets.of(export.target()).shows(),
        inputs.marks(tenant, export.id(), MOST_MARKS),
        inputs.canBeMadeAnew(tenant, export.id()),
        signed.of(tenant, export.id()),
        whole);
  }

  private Export find(Tenant tenant, UUID id) {
    return exports.find(tenant, id).orElseThrow(() -> Refused.notFound("export", id));
  }

  private static UUID id(String text) {
    return Paths.read("export", text, UUID::fromString);
  }
}
