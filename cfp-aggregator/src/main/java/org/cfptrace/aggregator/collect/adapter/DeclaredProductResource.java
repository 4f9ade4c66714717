package org.cfptrace.aggregator.collect.adapter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.cfptrace.aggregator.collect.CollectedProduct;
import org.cfptrace.aggregator.collect.Declarations;
import org.cfptrace.aggregator.collect.ProductFootprints;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.form.Paths;
import org.cfptrace.service.http.Paging;
import org.cfptrace.service.http.Parameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The products of which we were given a declaration. */
@Path("/api/v1/declared-products")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "products", description = "Products, with the figures their makers declared")
public class DeclaredProductResource {
  private final Declarations declarations;
  private final ProductFootprints footprints;
  private final Tenancy tenancy;
  private final Paging paging;
  private final Clock clock;

  DeclaredProductResource(
      Declarations declarations,
      ProductFootprints footprints,
      Tenancy tenancy,
      Paging paging,
      Clock clock) {
    this.declarations = declarations;
    this.footprints = footprints;
    this.tenancy = tenancy;
    this.paging = paging;
    this.clock = clock;
  }

  /** A product on the wire. */
  @Schema(description = "A product of which we were given at least one declaration.")
  public record ProductForm(
      String traceId,
      String issuer,
      String name,
      String unit,
      long declarations,
      LocalDate latestPeriodTo) {
    static ProductForm of(CollectedProduct product) {
      return new ProductForm(
          product.traceId().toString(),
          product.issuer().did(),
          product.name(),
          product.unit(),
          product.declarations(),
          product.latestPeriodTo());
    }
  }

  @GET
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(summary = "The products of which we were given a declaration")
  public Paging.Listed<ProductForm> list() {
    return Paging.listed(
        tenancy.asCaller(tenant -> declarations.products(tenant, paging.wanted())),
        ProductForm::of);
  }

  @GET
  @Path("{traceId}/footprint")
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(
      summary = "The footprint of a product as its maker declared it",
      description =
          "The newest declaration that holds on the day. Where none does, the state says why and"
              + " there is no total.")
  public FootprintForm footprint(
      @PathParam("traceId") String traceId,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("issuer") @Nullable String issuer) {
    LocalDate day = Parameters.dayOrToday("asOf", asOf, clock);
    return FootprintForm.of(
        tenancy.asCaller(
            tenant -> footprints.on(tenant, day, Paths.traceId(traceId), issuer(issuer))),
        day);
  }

  private static Optional<ParticipantId> issuer(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new ParticipantId(text));
    } catch (IllegalArgumentException notAnId) {
      throw new Refused(ProblemCode.INVALID_PARAMETER, "\"issuer\" is a participant id, did:web:…");
    }
  }
}
