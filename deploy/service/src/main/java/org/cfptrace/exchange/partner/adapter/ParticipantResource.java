package org.cfptrace.exchange.partner.adapter;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.cfptrace.participant.EnrolledParticipant;
import org.cfptrace.service.access.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who we are to others. */
@IfBuildProperty(name = "cfptrace.exchange.on", stringValue = "true")
@Path("/api/v1/participant")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "participant", description = "Who we are to others")
public class ParticipantResource {
  private final EnrolledParticipant me;

  ParticipantResource(EnrolledParticipant me) {
    this.me = me;
  }

  /** This company on the wire. */
  @Schema(name = "Participant")
  record ParticipantForm(
      String participantId,
      String did,
      @Schema(description = "read it out to partners") String fingerprint,
      @Schema(description = "name at the broker") String principal,
      @Schema(description = "thumbprint of the signing key") String signingKey,
      @Schema(description = "thumbprint of the encryption key") String encryptionKey) {}

  @GET
  @RolesAllowed({
    Roles.SUPPLIER,
    Roles.APPROVER,
    Roles.ANALYST,
    Roles.AUDITOR,
    Roles.DISCLOSURE_OFFICER,
    Roles.OPERATOR,
    Roles.ADMIN
  })
  @Operation(summary = "Our own identifier, and the fingerprint of our key to read out to partners")
  public ParticipantForm show() {
    return new ParticipantForm(
        me.id().shortId(),
        me.id().did(),
        me.fingerprint().text(),
        me.principal(),
        me.keys().signing().thumbprint().value(),
        me.keys().encryption().thumbprint().value());
  }
}
