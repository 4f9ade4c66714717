package org.cfptrace.exchange.partner.adapter;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cfptrace.exchange.partner.Partner;
import org.cfptrace.exchange.partner.PartnerState;
import org.cfptrace.exchange.partner.Registry;
import org.cfptrace.exchange.wiring.Exchange;
import org.cfptrace.footprint.CorporateNumber;
import org.cfptrace.footprint.Lei;
import org.cfptrace.participant.DirectoryClient;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.participant.DirectoryRecord;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Finding a company in the data space, whether or not it is a partner yet. */
@IfBuildProperty(name = "cfptrace.exchange.on", stringValue = "true")
@Path("/api/v1/participants")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "partners", description = "Whom we deal with, and by which keys we know them")
public class SearchResource {
  private static final int MOST = 20;

  private final Registry registry;
  private final Exchange exchange;

  SearchResource(Registry registry, Exchange exchange) {
    this.registry = registry;
    this.exchange = exchange;
  }

  /** A company in the data space. */
  @Schema(name = "FoundParticipant")
  record FoundForm(
      String participantId,
      String did,
      String name,
      String country,
      @Schema(description = "法人番号") @Nullable String corporateNumber,
      @Nullable String lei,
      @Schema(description = "how we stand with it; missing where we do not")
          @Nullable PartnerState partner) {}

  /** Those that fit. */
  @Schema(name = "FoundParticipants")
  record FoundList(
      List<FoundForm> items,
      @Schema(description = "there may be more: say more exactly whom you mean") boolean more) {}

  @GET
  @RolesAllowed({Roles.SUPPLIER, Roles.APPROVER, Roles.ANALYST, Roles.OPERATOR, Roles.ADMIN})
  @Operation(
      summary = "Find a company by corporate number, LEI or part of its name",
      description = "Asked at the registry; each answer carries the registry's signature.")
  public FoundList search(
      @Parameter(description = "法人番号, 13 digits") @QueryParam("corporateNumber")
          @Nullable String corporateNumber,
      @QueryParam("lei") @Nullable String lei,
      @QueryParam("name") @Nullable String name) {
    DirectoryClient.Wanted wanted =
        new DirectoryClient.Wanted(
            parameter("corporateNumber", corporateNumber, CorporateNumber::new),
            parameter("lei", lei, Lei::new),
            Optional.ofNullable(name).map(String::strip).filter(text -> !text.isEmpty()));
    if (wanted.corporateNumber().isEmpty() && wanted.lei().isEmpty() && wanted.name().isEmpty()) {
      throw new Refused(
          ProblemCode.INVALID_PARAMETER, "say \"corporateNumber\", \"lei\" or \"name\"");
    }
    try {
      List<DirectoryEntry> found = registry.search(wanted, MOST);
      return new FoundList(found.stream().map(this::shown).toList(), found.size() == MOST);
    } catch (Registry.RegistryAway away) {
      throw new Refused(ProblemCode.UNAVAILABLE, "the registry does not answer; try again later");
    }
  }

  private FoundForm shown(DirectoryEntry entry) {
    DirectoryRecord record = entry.record();
    return new FoundForm(
        record.participant().shortId(),
        record.participant().did(),
        record.name(),
        record.country(),
        record.corporateNumber().orElse(null),
        record.lei().orElse(null),
        exchange.partners().find(record.participant()).map(Partner::state).orElse(null));
  }

  private static <T> Optional<T> parameter(
      String name, @Nullable String text, Function<String, T> reader) {
    try {
      return Optional.ofNullable(text).map(reader);
    } catch (IllegalArgumentException unreadable) {
      throw new Refused(
          ProblemCode.INVALID_PARAMETER, "\"" + name + "\": " + unreadable.getMessage());
    }
  }
}
