package org.cfptrace.aggregator.disclose.adapter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.cfptrace.aggregator.disclose.job.ExportInputs;
import org.cfptrace.aggregator.disclose.job.Exports;
import org.cfptrace.aggregator.disclose.job.Notices;
import org.cfptrace.aggregator.disclose.job.Notices.Notice;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.http.Paging;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What has become of exports that were ready. */
@Path("/api/v1/export-notifications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "exports", description = "Files for authorities and customers")
public class ExportNotificationResource {
  private final Notices notices;
  private final Exports exports;
  private final ExportInputs inputs;
  private final Tenancy tenancy;
  private final Paging paging;

  ExportNotificationResource(
      Notices notices, Exports exports, ExportInputs inputs, Tenancy tenancy, Paging paging) {
    this.notices = notices;
    this.exports = exports;
    this.inputs = inputs;
    this.tenancy = tenancy;
    this.paging = paging;
  }

  @GET
  @RolesAllowed({Roles.ANALYST, Roles.DISCLOSURE_OFFICER})
  @Operation(
      summary = "Inputs of your company's exports that have fallen, newest first",
      description =
          "Of exports that are ready or signed: which declaration was corrected, recalled, withheld"
              + " or is followed no more, what your company has written anew or taken out, since"
              + " when, and the correction that is offered, where one can be made. What had"
              + " fallen before an export was made is a finding of that export.")
  public Paging.Listed<ExportNotificationForm> list() {
    return tenancy.asCaller(
        tenant ->
            Paging.listed(
                notices.newestFirst(tenant, paging.wanted()), notice -> form(tenant, notice)));
  }

  private ExportNotificationForm form(Tenant tenant, Notice notice) {
    return ExportNotificationForm.of(
        notice,
        exports.find(tenant, notice.export()).orElseThrow(),
        inputs.canBeMadeAnew(tenant, notice.export()),
        exports.correctionOf(tenant, notice.export()));
  }
}
