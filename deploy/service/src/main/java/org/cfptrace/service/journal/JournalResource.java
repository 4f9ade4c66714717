package org.cfptrace.service.journal;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.http.Paging;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who did what, and who looked at what. */
@IfBuildProperty(name = "cfptrace.exchange.on", stringValue = "true")
@Path("/api/v1/journal")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "journal", description = "Every write and every reading of a received figure")
public class JournalResource {
  private final Journal journal;
  private final Paging paging;

  JournalResource(Journal journal, Paging paging) {
    this.journal = journal;
    this.paging = paging;
  }

  /** One line on the wire. */
  public record Line(long number, Instant at, String who, String action, String subject) {}

  @GET
  @RolesAllowed({Roles.AUDITOR, Roles.ADMIN})
  @Operation(summary = "The journal, newest first")
  public Paging.Listed<Line> journal() {
    return Paging.listed(
        journal.newestFirst(paging.wanted()),
        entry ->
            new Line(entry.number(), entry.at(), entry.who(), entry.action(), entry.subject()));
  }
}
