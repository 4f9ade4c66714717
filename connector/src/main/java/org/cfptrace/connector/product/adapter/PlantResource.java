package org.cfptrace.connector.product.adapter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.cfptrace.connector.product.Plant;
import org.cfptrace.connector.product.PlantId;
import org.cfptrace.connector.product.Plants;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.answer.Versioned;
import org.cfptrace.service.form.Paths;
import org.cfptrace.service.http.Answer;
import org.cfptrace.service.http.Body;
import org.cfptrace.service.http.Paging;
import org.cfptrace.service.http.Versions;
import org.cfptrace.service.http.Writes;
import org.cfptrace.service.journal.Journal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The company's plants. */
@Path("/api/v1/plants")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "plants", description = "Where products are made")
public class PlantResource {
  private final Plants plants;
  private final Journal journal;
  private final Writes writes;
  private final Versions versions;
  private final Paging paging;

  PlantResource(Plants plants, Journal journal, Writes writes, Versions versions, Paging paging) {
    this.plants = plants;
    this.journal = journal;
    this.writes = writes;
    this.versions = versions;
    this.paging = paging;
  }

  @POST
  @RolesAllowed({Roles.SUPPLIER, Roles.ADMIN})
  @Operation(summary = "Register a plant")
  @APIResponse(
      responseCode = "201",
      description = "registered",
      content = @Content(schema = @Schema(implementation = PlantForm.class)))
  public Response register(
      @RequestBody(content = @Content(schema = @Schema(implementation = PlantForm.class)))
          Body body) {
    return writes.once(
        body,
        () -> {
          var added = plants.add(PlantForm.read(body, PlantId.random()));
          journal.note("plant.created", added.value().id().toString());
          return Answer.created("/api/v1/plants/" + added.value().id(), PlantForm.of(added.value()))
              .atVersion(added.version());
        });
  }

  @GET
  @RolesAllowed({Roles.SUPPLIER, Roles.APPROVER, Roles.ANALYST, Roles.ADMIN})
  @Operation(summary = "The plants")
  public Paging.Listed<PlantForm> list() {
    return Paging.listed(plants.list(paging.wanted()), plant -> PlantForm.of(plant.value()));
  }

  @GET
  @Path("{plantId}")
  @RolesAllowed({Roles.SUPPLIER, Roles.APPROVER, Roles.ANALYST, Roles.ADMIN})
  @Operation(summary = "One plant")
  @APIResponse(
      responseCode = "200",
      description = "its version is the ETag",
      content = @Content(schema = @Schema(implementation = PlantForm.class)))
  public Response show(@PathParam("plantId") String plantId) {
    var plant = there(plantId);
    return Versions.shown(PlantForm.of(plant.value()), plant.version());
  }

  @PUT
  @Path("{plantId}")
  @RolesAllowed({Roles.SUPPLIER, Roles.ADMIN})
  @Operation(summary = "Change a plant")
  @APIResponse(
      responseCode = "200",
      description = "changed",
      content = @Content(schema = @Schema(implementation = PlantForm.class)))
  public Response change(
      @PathParam("plantId") String plantId,
      @RequestBody(content = @Content(schema = @Schema(implementation = PlantForm.class)))
          Body body) {
    return writes.once(
        body,
        () -> {
          var id = there(plantId).value().id();
          var changed = plants.replace(PlantForm.read(body, id), versions.expected());
          journal.note("plant.changed", id.toString());
          return Answer.ok(PlantForm.of(changed.value())).atVersion(changed.version());
        });
  }

  private Versioned<Plant> there(String plantId) {
    PlantId id = Paths.read("plant", plantId, PlantId::of);
    return plants.find(id).orElseThrow(() -> Refused.notFound("plant", id));
  }
}
