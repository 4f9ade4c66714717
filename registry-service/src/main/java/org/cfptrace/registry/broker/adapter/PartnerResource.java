package org.cfptrace.registry.broker.adapter;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.registry.broker.Partnering;
import org.cfptrace.registry.limit.adapter.PublicDoor;
import org.cfptrace.registry.wiring.BrokerNudge;
import org.cfptrace.registry.wiring.RegistrySettings;
import org.cfptrace.registry.wiring.http.SignedCalls;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * The doors of an inbox's owner. Nobody holds a token for them: each call carries the owner's
 * signature ({@code Authorization: CFP-Signed …}), whose id makes it a call that is made once.
 */
@Path("/api/v1")
@Tag(name = "Partners")
@Produces(MediaType.APPLICATION_JSON)
public class PartnerResource {
  private final Partnering partnering;
  private final SignedCalls calls;
  private final BrokerNudge nudge;
  private final RegistrySettings settings;

  PartnerResource(
      Partnering partnering, SignedCalls calls, BrokerNudge nudge, RegistrySettings settings) {
    this.partnering = partnering;
    this.calls = calls;
    this.nudge = nudge;
    this.settings = settings;
  }

  /** Whether the broker has it already, or will have it when it is back. */
  public enum AtBroker {
    APPLIED,
    PENDING
  }

  /** What was done. */
  @Schema(name = "PartnerChange")
  public record ChangeJson(String partnerId, boolean accepted, AtBroker broker) {}

  /** An accepted partner. */
  @Schema(name = "AcceptedPartner")
  public record PartnerJson(String participantId, String did) {}

  /** All accepted partners. */
  @Schema(name = "AcceptedPartners")
  public record PartnersJson(List<PartnerJson> items) {}

  @PUT
  @Path("/participants/{id}/accepted-partners/{partner}")
  @PermitAll
  @PublicDoor(PublicDoor.Kind.READ)
  @Operation(summary = "The owner lets a partner write to its inbox (signed call). 取引先の書き込みを許可する。")
  public ChangeJson accept(@RestPath String id, @RestPath String partner, byte @Nullable [] body) {
    calls.doOnce(id, orEmpty(body), () -> partnering.accept(id, partner));
    return new ChangeJson(partner, true, atBroker(partner));
  }

  @DELETE
  @Path("/participants/{id}/accepted-partners/{partner}")
  @PermitAll
  @PublicDoor(PublicDoor.Kind.READ)
  @Operation(summary = "The owner takes that leave back (signed call). 書き込みの許可を取り消す。")
  public ChangeJson withdraw(
      @RestPath String id, @RestPath String partner, byte @Nullable [] body) {
    calls.doOnce(id, orEmpty(body), () -> partnering.withdraw(id, partner));
    return new ChangeJson(partner, false, atBroker(partner));
  }

  @GET
  @Path("/participants/{id}/accepted-partners")
  @PermitAll
  @PublicDoor(PublicDoor.Kind.READ)
  @Operation(summary = "Whom the owner accepts (signed call). 許可した取引先の一覧。")
  public PartnersJson list(@RestPath String id) {
    return new PartnersJson(
        calls.once(id, new byte[0], () -> partnering.of(id)).stream()
            .map(
                partner ->
                    new PartnerJson(
                        partner, ParticipantId.of(settings.dataSpaceDomain(), partner).did()))
            .toList());
  }

  private AtBroker atBroker(String partner) {
    return nudge.bring(partner) ? AtBroker.APPLIED : AtBroker.PENDING;
  }

  private static byte[] orEmpty(byte @Nullable [] body) {
    return body == null ? new byte[0] : body;
  }
}
