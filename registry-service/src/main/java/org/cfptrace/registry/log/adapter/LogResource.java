package org.cfptrace.registry.log.adapter;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.cfptrace.log.TreeHash;
import org.cfptrace.registry.limit.adapter.PublicDoor;
import org.cfptrace.registry.log.LogQueue;
import org.cfptrace.registry.log.LogStore;
import org.cfptrace.registry.log.ReadingLog;
import org.cfptrace.registry.log.Submitting;
import org.cfptrace.registry.wiring.http.SignedCalls;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * The doors of the log. Handing in and marking are signed calls, whose id makes each a call that is
 * made once; reading is for everybody.
 */
@Path("/api/v1")
@Tag(name = "Log")
@Produces(MediaType.APPLICATION_JSON)
public class LogResource {
  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final String FOR_A_SECOND = "public, max-age=1";
  private static final String JWT = "application/jwt";

  private final Submitting submitting;
  private final ReadingLog reading;
  private final SignedCalls calls;

  LogResource(Submitting submitting, ReadingLog reading, SignedCalls calls) {
    this.submitting = submitting;
    this.reading = reading;
    this.calls = calls;
  }

  /** What is handed in. */
  @Schema(name = "LogSubmission")
  public record SubmissionJson(
      @Schema(description = "1 to 1,000: base64url of a declaration's id, or of a whole entry")
          List<String> entries) {}

  /** What was handed in, in the order of the request. */
  @Schema(name = "LogSubmitted")
  public record SubmittedJson(List<SubmittedEntryJson> entries) {}

  /** One entry, as it was written in the request, and its place when it has one. */
  @Schema(name = "LogSubmittedEntry")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record SubmittedEntryJson(String entry, @Nullable String index) {}

  /** What is said of an entry. */
  @Schema(name = "LogMark")
  public record MarkJson(
      String entry,
      @Schema(
              description =
                  "of a declaration: its header.payload as signed, which names its issuer")
          @Nullable String signingInput,
      @Nullable Boolean superseded,
      @Nullable Boolean recalled) {}

  /** What was said of an entry. */
  @Schema(name = "LogMarked")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record MarkedJson(
      String entry, @Nullable String index, boolean superseded, boolean recalled) {}

  /** The way from an entry to the root. */
  @Schema(name = "InclusionProof")
  public record InclusionJson(String index, String size, List<String> path) {}

  /** Shows that one tree begins with another. */
  @Schema(name = "ConsistencyProof")
  public record ConsistencyJson(String from, String to, List<String> path) {}

  /** Stamps, oldest first. */
  @Schema(name = "Timestamps")
  public record StampsJson(List<StampJson> items) {}

  /** One stamp over one checkpoint. */
  @Schema(name = "Timestamp")
  public record StampJson(String size, String checkpoint, String token, Instant stampedAt) {
    static StampJson of(LogStore.Stamped stamped) {
      return new StampJson(
          Long.toString(stamped.size()),
          stamped.stamp().note(),
          Base64.getEncoder().encodeToString(stamped.stamp().token()),
          stamped.at());
    }
  }

  @POST
  @Path("/log/entries")
  @PermitAll
  @PublicDoor(PublicDoor.Kind.READ)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Hand in declarations by their ids (signed call). 宣言をログに登録する。")
  public SubmittedJson submit(
      @RequestBody(content = @Content(schema = @Schema(implementation = SubmissionJson.class)))
          byte[] body) {
    return calls.once(body, submitter -> submitted(submitter, EntryTexts.submission(body)));
  }

  private SubmittedJson submitted(String submitter, List<EntryTexts.Named> entries) {
    List<Submitting.Submitted> submitted =
        submitting.submit(submitter, entries.stream().map(EntryTexts.Named::entry).toList());
    return new SubmittedJson(
        java.util.stream.IntStream.range(0, entries.size())
            .mapToObj(
                i -> new SubmittedEntryJson(entries.get(i).text(), index(submitted.get(i).place())))
            .toList());
  }

  @POST
  @Path("/log/status")
  @PermitAll
  @PublicDoor(PublicDoor.Kind.READ)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Say that an entry of yours is superseded or recalled (signed call). 状態を登録する。")
  public MarkedJson mark(
      @RequestBody(content = @Content(schema = @Schema(implementation = MarkJson.class)))
          byte[] body) {
    return calls.once(body, caller -> marked(caller, EntryTexts.mark(body)));
  }

  private MarkedJson marked(String caller, EntryTexts.Mark mark) {
    LogQueue.Standing marked =
        submitting.mark(
            caller, mark.named().entry(), mark.proof(), mark.superseded(), mark.recalled());
    return new MarkedJson(
        mark.named().text(), index(marked.place()), marked.superseded(), marked.recalled());
  }

  @GET
  @Path("/log/checkpoint")
  @PermitAll
  @PublicDoor(PublicDoor.Kind.READ)
  @Transactional
  @Produces(MediaType.TEXT_PLAIN)
  @Operation(summary = "The newest checkpoint with its witnesses. 最新のチェックポイント。")
  public Response checkpoint() {
    return Response.ok(reading.checkpoint().note(), "text/plain; charset=utf-8")
        .header(HttpHeaders.CACHE_CONTROL, FOR_A_SECOND)
        .build();
  }

  @GET
  @Path("/log/tile/{name: .+}")
  @PermitAll
  @PublicDoor(PublicDoor.Kind.READ)
  @Transactional
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @Operation(summary = "A tile of hashes or a bundle of entries (C2SP tlog-tiles). タイル。")
  public Response tile(@RestPath String name) {
    return Response.ok(reading.tile(name), MediaType.APPLICATION_OCTET_STREAM)
        .header(HttpHeaders.CACHE_CONTROL, FOR_EVER)
        .build();
  }

  @GET
  @Path("/log/proof/inclusion")
  @PermitAll
  @PublicDoor(PublicDoor.Kind.READ)
  @Transactional
  @Operation(summary = "That an entry is in the log. 包含証明。")
  public InclusionJson inclusion(
      @RestQuery @Nullable String index, @RestQuery @Nullable String size) {
    var proof = reading.inclusion(required("index", index), number("size", size));
    return new InclusionJson(
        Long.toString(proof.index()), Long.toString(proof.size()), texts(proof.path()));
  }

  @GET
  @Path("/log/proof/consistency")
  @PermitAll
  @PublicDoor(PublicDoor.Kind.READ)
  @Transactional
  @Operation(summary = "That the log only grew. 整合性証明。")
  public ConsistencyJson consistency(
      @RestQuery @Nullable String from, @RestQuery @Nullable String to) {
    var proof = reading.consistency(required("from", from), number("to", to));
    return new ConsistencyJson(
        Long.toString(proof.from()), Long.toString(proof.to()), texts(proof.path()));
  }

  @GET
  @Path("/log/timestamps")
  @PermitAll
  @PublicDoor(PublicDoor.Kind.READ)
  @Transactional
  @Operation(summary = "RFC 3161 stamps over checkpoints of at least this size. タイムスタンプ。")
  public StampsJson timestamps(@RestQuery @Nullable String size) {
    return new StampsJson(
        reading.stamps(number("size", size).orElse(0L)).stream().map(StampJson::of).toList());
  }

  @GET
  @Path("/status-list")
  @PermitAll
  @PublicDoor(PublicDoor.Kind.READ)
  @Transactional
  @Produces(JWT)
  @Operation(summary = "The newest signed status list. 状態リスト。")
  public Response statusList() {
    return Response.ok(reading.statusList(), JWT)
        .header(HttpHeaders.CACHE_CONTROL, FOR_A_SECOND)
        .build();
  }

  private static @Nullable String index(Optional<Long> place) {
    return place.map(number -> Long.toString(number)).orElse(null);
  }

  private static List<String> texts(List<TreeHash> path) {
    return path.stream().map(TreeHash::base64).toList();
  }

  private static long required(String name, @Nullable String text) {
    return number(name, text)
        .orElseThrow(() -> new Refused(ProblemCode.INVALID_PARAMETER, name + " is a whole number"));
  }

  private static Optional<Long> number(String name, @Nullable String text) {
    try {
      Optional<Long> number = Optional.ofNullable(text).map(Long::parseUnsignedLong);
      if (number.filter(value -> value < 0).isPresent()) {
        throw new NumberFormatException("too large");
      }
      return number;
    } catch (NumberFormatException e) {
      throw new Refused(ProblemCode.INVALID_PARAMETER, name + " is a whole number");
    }
  }
}
