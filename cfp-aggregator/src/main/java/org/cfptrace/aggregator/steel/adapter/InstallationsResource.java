package org.cfptrace.aggregator.steel.adapter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.http.Paging;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which years of which installations are there. */
@Path("/api/v1/steel/installations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "steel", description = "Specific embedded emissions of steel goods (CBAM)")
public class InstallationsResource {
  private final Tenancy tenancy;
  private final InstallationYearTable years;
  private final Paging paging;

  InstallationsResource(Tenancy tenancy, InstallationYearTable years, Paging paging) {
    this.tenancy = tenancy;
    this.years = years;
    this.paging = paging;
  }

  /** An installation's year on the wire. */
  @Schema(description = "The latest version of an installation's year.")
  public record HeadingForm(
      String installation, int year, long version, Instant savedAt, String savedBy) {
    static HeadingForm of(InstallationYearTable.Heading heading) {
      return new HeadingForm(
          heading.installation(),
          heading.year(),
          heading.version(),
          heading.savedAt(),
          heading.savedBy());
    }
  }

  @GET
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(summary = "The installations and years that were calculated")
  public Paging.Listed<HeadingForm> list() {
    return Paging.listed(tenancy.asCaller(tenant -> years.list(paging.wanted())), HeadingForm::of);
  }
}
