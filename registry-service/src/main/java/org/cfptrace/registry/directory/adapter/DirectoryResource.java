package org.cfptrace.registry.directory.adapter;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cfptrace.footprint.CorporateNumber;
import org.cfptrace.footprint.Lei;
import org.cfptrace.log.LogTrust;
import org.cfptrace.participant.DirectoryStatus;
import org.cfptrace.participant.KeyRecord;
import org.cfptrace.registry.certificate.CertificateAuthority;
import org.cfptrace.registry.directory.Directory;
import org.cfptrace.registry.limit.adapter.PublicDoor;
import org.cfptrace.registry.participant.OtherId;
import org.cfptrace.registry.participant.Participant;
import org.cfptrace.registry.participant.Participants;
import org.cfptrace.registry.participant.Role;
import org.cfptrace.registry.wiring.RegistrySettings;
import org.cfptrace.registry.wiring.http.Paging;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The public directory over HTTP. */
@Path("/api/v1")
@Tag(name = "Directory")
@Produces(MediaType.APPLICATION_JSON)
public class DirectoryResource {
  private final Participants participants;
  private final Directory directory;
  private final CertificateAuthority authority;
  private final RegistrySettings settings;
  private final LogTrust log;

  DirectoryResource(
      Participants participants,
      Directory directory,
      CertificateAuthority authority,
      RegistrySettings settings,
      LogTrust log) {
    this.participants = participants;
    this.directory = directory;
    this.authority = authority;
    this.settings = settings;
    this.log = log;
  }

  /** A participant as anybody may see it. */
  @Schema(name = "Participant")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ParticipantJson(
      String participantId,
      String did,
      String name,
      @Nullable String nameKana,
      String address,
      String country,
      @Nullable String corporateNumber,
      @Nullable String lei,
      List<OtherId> otherIds,
      List<Role> roles,
      DirectoryStatus status,
      Instant admittedAt,
      @Nullable List<KeyJson> keys,
      @Schema(description = "the same, signed by the registry as of now: believe this one")
          @Nullable String entry) {}

  /** One key of a participant. */
  @Schema(name = "Key")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record KeyJson(
      String kid,
      KeyRecord.Use use,
      @JsonRawValue @Schema(type = SchemaType.OBJECT) String jwk,
      Instant from,
      @Nullable Instant to,
      @Nullable Instant revokedAt,
      @Nullable Instant compromisedSince) {
    static KeyJson of(KeyRecord key) {
      return new KeyJson(
          key.kid().value(),
          key.use(),
          key.jwk(),
          key.from(),
          key.to().orElse(null),
          key.revokedAt().orElse(null),
          key.compromisedSince().orElse(null));
    }
  }

  @GET
  @Path("/participants")
  @PermitAll
  @PublicDoor(PublicDoor.Kind.READ)
  @Transactional
  @Operation(
      summary = "Participants by corporate number, LEI or part of the name. 法人番号・LEI・名称で参加者を検索する。")
  public Page<ParticipantJson> search(
      @RestQuery @Nullable String corporateNumber,
      @RestQuery @Nullable String lei,
      @RestQuery @Nullable String name,
      @RestQuery @Nullable String after,
      @RestQuery @Nullable String limit) {
    var criteria =
        new Participants.Criteria(
            parameter(corporateNumber, CorporateNumber::new),
            parameter(lei, Lei::new),
            Optional.ofNullable(name).map(String::strip).filter(text -> !text.isEmpty()));
    return participants
        .search(criteria, Paging.of(limit, after))
        .map(participant -> json(participant, null, null));
  }

  @GET
  @Path("/participants/{id}")
  @PermitAll
  @PublicDoor(PublicDoor.Kind.READ)
  @Transactional
  @Operation(summary = "One participant, with its keys and its signed entry. 参加者の詳細。")
  public ParticipantJson find(@RestPath String id) {
    var participant = existing(id);
    var keys = directory.record(participant).keys().stream().map(KeyJson::of).toList();
    return json(participant, keys, directory.entry(participant));
  }

  @GET
  @Path("/participants/{id}/did.json")
  @PermitAll
  @PublicDoor(PublicDoor.Kind.READ)
  @Transactional
  @Operation(summary = "The participant's DID document (did:web). DIDドキュメント。")
  public DidDocument didDocument(@RestPath String id) {
    return DidDocument.of(directory.record(existing(id)));
  }

  @GET
  @Path("/trust-anchor")
  @PermitAll
  @PublicDoor(PublicDoor.Kind.READ)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Root certificate and directory key; compare them out of band. トラストアンカー。")
  public String trustAnchor() {
    return authority.trustAnchor(settings.dataSpaceDomain()).with(log).toJson();
  }

  private Participant existing(String id) {
    return participants
        .find(id)
        .orElseThrow(() -> new Refused(ProblemCode.NOT_FOUND, "no participant of this id"));
  }

  private static ParticipantJson json(
      Participant participant, @Nullable List<KeyJson> keys, @Nullable String entry) {
    var company = participant.company();
    return new ParticipantJson(
        participant.id().shortId(),
        participant.id().did(),
        company.name(),
        company.nameKana().orElse(null),
        company.address(),
        company.country(),
        company.corporateNumber().map(CorporateNumber::digits).orElse(null),
        company.lei().map(Lei::code).orElse(null),
        company.otherIds(),
        company.roles().stream().sorted().toList(),
        participant.status(),
        participant.admittedAt(),
        keys,
        entry);
  }

  private static <T> Optional<T> parameter(@Nullable String text, Function<String, T> reading) {
    try {
      return Optional.ofNullable(text).map(reading);
    } catch (IllegalArgumentException e) {
      throw new Refused(ProblemCode.INVALID_PARAMETER, String.valueOf(e.getMessage()));
    }
  }
}
