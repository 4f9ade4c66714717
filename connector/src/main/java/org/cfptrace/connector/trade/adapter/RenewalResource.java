package org.cfptrace.connector.trade.adapter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.cfptrace.connector.trade.Renewal;
import org.cfptrace.connector.wiring.Trade;
import org.cfptrace.service.access.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Requests that are ready to be sent because what answered the last one ends to be valid. */
@Path("/api/v1/requests/renewals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "requests", description = "Ask, link, reply, reject, remind, cancel (CFP算出依頼)")
public class RenewalResource {
  private static final int MOST = 1000;

  private final Trade trade;
  private final Clock clock;

  RenewalResource(Trade trade, Clock clock) {
    this.trade = trade;
    this.clock = clock;
  }

  /** One of them. */
  @Schema(name = "Renewal")
  record RenewalForm(
      String declarationId,
      String partName,
      LocalDate validUntil,
      @Schema(description = "as it can be sent to POST /requests") QuestionForm draft) {
    static RenewalForm of(Renewal renewal) {
      return new RenewalForm(
          renewal.ending().value(),
          renewal.answered().part().name(),
          renewal.validUntil(),
          QuestionForm.of(renewal.draft()));
    }
  }

  /** All of them. */
  @Schema(name = "Renewals")
  record RenewalsForm(List<RenewalForm> items) {}

  @GET
  @RolesAllowed({Roles.SUPPLIER, Roles.APPROVER, Roles.ANALYST, Roles.ADMIN})
  @Operation(
      summary = "Drafts of requests for figures that end to be valid within sixty days",
      description =
          "The soonest to end first, at most 1000. Each draft asks for a period as long, right"
              + " after; a person changes it or sends it as it is. It is gone from here once it was"
              + " sent.")
  public RenewalsForm list() {
    LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
    return new RenewalsForm(
        trade.requests().toRenew(today.plusDays(Renewal.DAYS_BEFORE), MOST).stream()
            .map(RenewalForm::of)
            .toList());
  }
}
