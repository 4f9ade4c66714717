package org.cfptrace.connector.declare.adapter;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.cfptrace.connector.declare.DeclareReleased;
import org.cfptrace.connector.declare.adapter.DeclarationForm.Direction;
import org.cfptrace.connector.product.Products;
import org.cfptrace.connector.receive.ReceivedDeclaration;
import org.cfptrace.connector.wiring.CompanyExchange;
import org.cfptrace.connector.wiring.Trade;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.exchange.partner.adapter.ParticipantNames;
import org.cfptrace.participant.EnrolledParticipant;
import org.cfptrace.service.access.Caller;
import org.cfptrace.service.access.Roles;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.http.Answer;
import org.cfptrace.service.http.Body;
import org.cfptrace.service.http.Paging;
import org.cfptrace.service.http.Writes;
import org.cfptrace.service.journal.Journal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What we have said, and what we were told. */
@Path("/api/v1/declarations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "declarations", description = "Footprints stated, issued and received")
public class DeclarationResource {
  private final CompanyExchange company;
  private final DeclareReleased declare;
  private final Caller caller;
  private final Clock clock;
  private final Products products;
  private final ParticipantNames names;
  private final Journal journal;
  private final Writes writes;
  private final Paging paging;
  private final String me;

  DeclarationResource(
      CompanyExchange company,
      Trade trade,
      Products products,
      ParticipantNames names,
      Journal journal,
      Writes writes,
      Paging paging,
      Caller caller,
      Clock clock,
      EnrolledParticipant me) {
    this.company = company;
    this.declare = new DeclareReleased(trade.declare(), trade.releaseProducts());
    this.caller = caller;
    this.clock = clock;
    this.products = products;
    this.names = names;
    this.journal = journal;
    this.writes = writes;
    this.paging = paging;
    this.me = me.id().did();
  }

  @POST
  @RolesAllowed({Roles.SUPPLIER, Roles.APPROVER})
  @Operation(summary = "Declare a product's footprint: to a customer, the aggregator, or ourselves")
  @APIResponse(
      responseCode = "201",
      description = "declared; it is delivered in the background",
      content = @Content(schema = @Schema(implementation = DeclarationForm.class)))
  public Response declare(
      @RequestBody(content = @Content(schema = @Schema(implementation = DeclareForm.class)))
          Body body) {
    return writes.once(
        body,
        () -> {
          DeclareReleased.Wish wish = DeclareForm.read(body, names::read);
          if (products.find(wish.product()).isEmpty()) {
            throw Refused.notFound("product", wish.product());
          }
          DeclarationId id = declare.declare(wish, caller.has(Roles.APPROVER), caller.name());
          journal.note("declaration.issued", id.value());
          DeclarationForm issued =
              company
                  .issued()
                  .find(id)
                  .map(found -> DeclarationForm.of(found, me, today()))
                  .orElseThrow(() -> Refused.notFound("declaration", id));
          return Answer.created("/api/v1/declarations/" + id.value(), issued);
        });
  }

  @GET
  @RolesAllowed({
    Roles.SUPPLIER,
    Roles.APPROVER,
    Roles.ANALYST,
    Roles.DISCLOSURE_OFFICER,
    Roles.AUDITOR,
    Roles.ADMIN
  })
  @Operation(summary = "Declarations, newest first; received ones also by whether a line uses them")
  public Paging.Listed<DeclarationForm> list(
      @QueryParam("direction") @Nullable String direction,
      @QueryParam("linked") @Nullable String linked) {
    PageRequest page = paging.wanted();
    if (direction(direction) == Direction.ISSUED) {
      return Paging.listed(
          company.issued().newestFirst(page), issued -> DeclarationForm.of(issued, me, today()));
    }
    Page<ReceivedDeclaration> received =
        company.received().newestFirst(page, Optional.ofNullable(linked).map(this::flag));
    noteReadings(received);
    return Paging.listed(received, each -> DeclarationForm.of(each, me, today()));
  }

  @GET
  @Path("{declarationId}")
  @RolesAllowed({
    Roles.SUPPLIER,
    Roles.APPROVER,
    Roles.ANALYST,
    Roles.DISCLOSURE_OFFICER,
    Roles.AUDITOR,
    Roles.ADMIN
  })
  @Operation(summary = "One declaration, issued or received")
  public DeclarationForm show(@PathParam("declarationId") String declarationId) {
    DeclarationId id = id(declarationId);
    return company
        .issued()
        .find(id)
        .map(issued -> DeclarationForm.of(issued, me, today()))
        .or(() -> company.received().find(id).map(this::read))
        .orElseThrow(() -> Refused.notFound("declaration", id));
  }

  private DeclarationForm read(ReceivedDeclaration received) {
    noteReadings(new Page<>(List.of(received), Optional.empty()));
    return DeclarationForm.of(received, me, today());
  }

  /**
   * Whoever looks at a received figure is noted, in a transaction of its own: the reading is done.
   */
  private void noteReadings(Page<ReceivedDeclaration> received) {
    if (!received.items().isEmpty()) {
      QuarkusTransaction.requiringNew()
          .run(
              () ->
                  received
                      .items()
                      .forEach(each -> journal.note("received-figure.read", each.id().value())));
    }
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneOffset.UTC));
  }

  private static Direction direction(@Nullable String text) {
    if (Direction.ISSUED.name().equals(text)) {
      return Direction.ISSUED;
    }
    if (Direction.RECEIVED.name().equals(text)) {
      return Direction.RECEIVED;
    }
    throw new Refused(ProblemCode.INVALID_PARAMETER, "\"direction\" is ISSUED or RECEIVED");
  }

  private boolean flag(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new Refused(ProblemCode.INVALID_PARAMETER, "\"linked\" is true or false");
    }
    return Boolean.parseBoolean(text);
  }

  private static DeclarationId id(String text) {
    try {
      return new DeclarationId(text);
    } catch (IllegalArgumentException unreadable) {
      throw Refused.notFound(
          "declaration", text.length() <= 60 ? text : text.substring(0, 60) + "…");
    }
  }
}
