package org.cfptrace.aggregator.collect.adapter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.cfptrace.aggregator.collect.CollectedDeclaration;
import org.cfptrace.aggregator.collect.Declarations;
import org.cfptrace.aggregator.collect.WithdrawnAttestations;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.http.Paging;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was collected. */
@Path("/api/v1/declarations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "declarations", description = "Verified declarations, as far as they are shown to us")
public class DeclarationResource {
  private final Declarations declarations;
  private final WithdrawnAttestations withdrawn;
  private final Tenancy tenancy;
  private final Paging paging;
  private final Clock clock;

  DeclarationResource(
      Declarations declarations,
      WithdrawnAttestations withdrawn,
      Tenancy tenancy,
      Paging paging,
      Clock clock) {
    this.declarations = declarations;
    this.withdrawn = withdrawn;
    this.tenancy = tenancy;
    this.paging = paging;
    this.clock = clock;
  }

  @GET
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(summary = "What was collected, newest first")
  public Paging.Listed<DeclarationForm> list() {
    return Paging.listed(
        tenancy.asCaller(tenant -> declarations.newestFirst(tenant, paging.wanted())), this::form);
  }

  @GET
  @Path("{declarationId}")
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(summary = "One declaration")
  public DeclarationForm show(@PathParam("declarationId") String declarationId) {
    return tenancy
        .asCaller(tenant -> declarations.find(tenant, id(declarationId)))
        .map(this::form)
        .orElseThrow(DeclarationResource::none);
  }

  private DeclarationForm form(CollectedDeclaration declaration) {
    return DeclarationForm.of(
        declaration,
        declaration
            .attestation()
            .flatMap(word -> tenancy.asCaller(tenant -> withdrawn.of(tenant, word))),
        today());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static DeclarationId id(String text) {
    try {
      return new DeclarationId(text);
    } catch (IllegalArgumentException notAnId) {
      throw none();
    }
  }

  private static Refused none() {
    return new Refused(ProblemCode.NOT_FOUND, "no declaration of this id");
  }
}
