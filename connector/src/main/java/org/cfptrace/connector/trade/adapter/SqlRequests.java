package org.cfptrace.connector.trade.adapter;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.connector.product.OpenRequests;
import org.cfptrace.connector.trade.AskedFor;
import org.cfptrace.connector.trade.FootprintRequest;
import org.cfptrace.connector.trade.Renewal;
import org.cfptrace.connector.trade.RequestEvent;
import org.cfptrace.connector.trade.Requests;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.LinkedProduct;
import org.cfptrace.envelope.RequestedPart;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.MassPerUnit;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.LineId;
import org.cfptrace.rollup.LineState;
import org.cfptrace.rollup.PendingSource;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.database.Sql;
import org.cfptrace.trade.RequestId;
import org.cfptrace.trade.RequestSide;
import org.cfptrace.trade.RequestState;

/** Requests and their history in PostgreSQL. */
public final class SqlRequests implements Requests, OpenRequests {
  private static final String ADD =
      """
      insert into footprint_request (request_id, side, partner, thread, state, part_name,
        customer_part_id, unit, mass_per_unit, period_from, period_to, message, due, asked_before,
        trace_id, line_id, share, valid_from, valid_to, is_placed, own_move_seq, asked_at,
        changed_at, version)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
      on conflict do nothing
      """;
  private static final String CHANGE =
      """
      update footprint_request set state = ?, due = ?, is_placed = ?, linked_trace_id = ?,
        linked_name = ?, linked_unit = ?, linked_mass_per_unit = ?, reply = ?, reason = ?,
        own_move_seq = ?, changed_at = ?, version = version + 1
      where request_id = ? and side = ? and version = ?
      """;
  private static final String NOTE =
      """
      insert into request_event (request_id, side, at, by_side, who, move, state, note)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String SELECT = "select * from footprint_request";
  private static final String ONE = SELECT + " where request_id = ? and side = ?";
  private static final String WANTED =
      SELECT
          + """
           where number < ? and (?::text is null or side = ?) and (?::text is null or state = ?)
          and (?::text is null or partner = ?) and (?::uuid is null or trace_id = ?)
          and (?::date is null or (due < ? and state in ('ASKED', 'LINKED')))
          order by number desc limit ?
          """;
  private static final String TO_RENEW =
      """
      select r.*, d.declaration_id as ending, d.period_from as ending_from,
        d.period_to as ending_to, d.valid_until as ending_on
      from footprint_request r
      cross join lateral (
        select * from received_declaration
        where issuer = r.partner and trace_id = r.linked_trace_id and state = 'ACTIVE'
        order by period_to desc, number desc limit 1) d
      where r.side = 'ASKER' and r.state = 'ANSWERED' and d.valid_until <= ? and not exists (
        select 1 from footprint_request later
        where later.side = 'ASKER' and later.trace_id = r.trace_id
          and later.line_id = r.line_id and later.partner = r.partner
          and later.number > r.number and (later.state in ('ASKED', 'ANSWERED')
            or later.state = 'LINKED' and coalesce(later.period_to > d.period_to, true)))
      order by d.valid_until, r.number limit ?
      """;
  private static final String LINKED =
      SELECT
          + """
           where side = ? and partner = ? and linked_trace_id = ? and state in ('LINKED', 'ANSWERED')
          order by number for update
          """;
  private static final String ANSWERED_WITH =
      SELECT
          + """
           where side = 'ANSWERER' and linked_trace_id = ? and state in ('LINKED', 'ANSWERED')
          order by number
          """;
  private static final String OVERDUE =
      SELECT
          + " where due < ? and due >= ? and state in ('ASKED', 'LINKED')"
          + " order by due desc, number limit ?";
  private static final String OF_PRODUCT =
      SELECT + " where side = 'ASKER' and trace_id = ? order by number";

  private final Sql sql;

  public SqlRequests(Sql sql) {
    this.sql = requireNonNull(sql, "sql");
  }

  @Override
  public boolean add(FootprintRequest request) {
    Optional<AskedFor> asked = request.askedFor();
    return sql.update(
            ADD,
            request.id().uuid(),
            request.side(),
            request.partner().toString(),
            request.thread(),
            request.state(),
            request.part().name(),
            request.part().customerPartId(),
            request.part().unit().text(),
            request.part().massPerUnit().map(MassPerUnit::kilograms),
            request.period().map(Period::from),
            request.period().map(Period::to),
            request.message(),
            request.due(),
            request.askedBefore().map(RequestId::uuid),
            asked.map(line -> line.product().uuid()),
            asked.map(line -> line.lineId().value()),
            asked.map(line -> line.share().value()),
            asked.map(AskedFor::from),
            asked.map(AskedFor::to),
            request.isPlaced(),
            request.ownMove(),
            request.askedAt(),
            request.changedAt())
        > 0;
  }

  @Override
  public void change(FootprintRequest request) {
    Optional<LinkedProduct> linked = request.linked();
    int changed =
        sql.update(
            CHANGE,
            request.state(),
            request.due(),
            request.isPlaced(),
            linked.map(product -> product.traceId().uuid()),
            linked.map(LinkedProduct::name),
            linked.map(product -> product.unit().text()),
            linked.flatMap(LinkedProduct::massPerUnit).map(MassPerUnit::kilograms),
            request.reply(),
            request.reason(),
            request.ownMove(),
            request.changedAt(),
            request.id().uuid(),
            request.side(),
            request.version());
    if (changed == 0) {
      throw new Refused(ProblemCode.VERSION_OUTDATED, "the request was changed in the meantime");
    }
  }

  @Override
  public void note(FootprintRequest request, RequestEvent event) {
    sql.update(
        NOTE,
        request.id().uuid(),
        request.side(),
        event.at(),
        event.by(),
        event.who(),
        event.move(),
        event.state(),
        event.note());
  }

  @Override
  public Optional<FootprintRequest> find(RequestId id, RequestSide side) {
    return sql.first(ONE, SqlRequests::request, id.uuid(), side);
  }

  @Override
  public Optional<FootprintRequest> findForChange(RequestId id, RequestSide side) {
    return sql.first(ONE + " for update", SqlRequests::request, id.uuid(), side);
  }

  @Override
  public List<RequestEvent> history(RequestId id, RequestSide side) {
    return sql.list(
        "select * from request_event where request_id = ? and side = ? order by number limit 1000",
        SqlRequests::event,
        id.uuid(),
        side);
  }

  @Override
  public Page<FootprintRequest> newestFirst(PageRequest page, Wanted wanted) {
    Optional<String> partner = wanted.partner().map(ParticipantId::toString);
    Optional<UUID> product = wanted.product().map(TraceId::uuid);
    List<FootprintRequest> rows =
        sql.list(
            WANTED,
            SqlRequests::request,
            page.beforeNumber(),
            wanted.side(),
            wanted.side(),
            wanted.state(),
            wanted.state(),
            partner,
            partner,
            product,
            product,
            wanted.overdueOn(),
            wanted.overdueOn(),
            page.rowsToFetch());
    return Page.of(rows, page, row -> Long.toString(row.number()));
  }

  @Override
  public List<FootprintRequest> askedFor(TraceId product, LineId lineId) {
    return askedFor(product).stream()
        .filter(request -> request.askedFor().orElseThrow().lineId().equals(lineId))
        .toList();
  }

  @Override
  public List<FootprintRequest> askedFor(TraceId product) {
    return sql.list(OF_PRODUCT, SqlRequests::request, product.uuid());
  }

  @Override
  public List<Renewal> toRenew(LocalDate until, int most) {
    return sql.list(TO_RENEW, SqlRequests::renewal, until, most);
  }

  private static Renewal renewal(Sql.Row row) throws SQLException {
    return new Renewal(
        request(row),
        new DeclarationId(row.text("ending")),
        new Period(row.date("ending_from"), row.date("ending_to")),
        row.date("ending_on"));
  }

  @Override
  public List<FootprintRequest> linkedTo(RequestSide side, ParticipantId partner, TraceId product) {
    return sql.list(LINKED, SqlRequests::request, side, partner.toString(), product.uuid());
  }

  @Override
  public List<FootprintRequest> answeredWith(TraceId product) {
    return sql.list(ANSWERED_WITH, SqlRequests::request, product.uuid());
  }

  @Override
  public List<FootprintRequest> overdueOn(LocalDate today, int most) {
    // What has been overdue for longer was told long ago.
    return sql.list(OVERDUE, SqlRequests::request, today, today.minusDays(60), most);
  }

  @Override
  public Optional<String> toldProgress(FootprintRequest request) {
    return sql.first(
            "select told_progress from footprint_request where request_id = ? and side = ?",
            row -> row.optionalText("told_progress"),
            request.id().uuid(),
            request.side())
        .flatMap(told -> told);
  }

  @Override
  public void toldProgress(FootprintRequest request, String progress) {
    sql.update(
        "update footprint_request set told_progress = ? where request_id = ? and side = ?",
        progress,
        request.id().uuid(),
        request.side());
  }

  @Override
  public Map<LineId, List<PendingSource>> of(TraceId product) {
    Map<LineId, List<PendingSource>> pending = new HashMap<>();
    askedFor(product).stream()
        .filter(request -> !request.isPlaced() && request.state() != RequestState.CANCELLED)
        .sorted(Comparator.comparing(request -> request.state().isOver()))
        .forEach(
            request ->
                pending
                    .computeIfAbsent(
                        request.askedFor().orElseThrow().lineId(), line -> new ArrayList<>())
                    .add(pending(request)));
    return pending;
  }

  private static PendingSource pending(FootprintRequest request) {
    AskedFor asked = request.askedFor().orElseThrow();
    return new PendingSource(
        request.partner(),
        asked.share(),
        asked.from(),
        asked.to(),
        request.state() == RequestState.REJECTED ? LineState.REJECTED : LineState.ASKED);
  }

  private static FootprintRequest request(Sql.Row row) throws SQLException {
    RequestSide side = RequestSide.valueOf(row.text("side"));
    return new FootprintRequest(
        new RequestId(row.uuid("request_id")),
        side,
        new ParticipantId(row.text("partner")),
        row.text("thread"),
        RequestState.valueOf(row.text("state")),
        new RequestedPart(
            row.text("part_name"),
            row.optionalText("customer_part_id"),
            DeclaredUnit.of(row.text("unit")),
            row.optionalText("mass_per_unit").map(MassPerUnit::of)),
        period(row),
        row.optionalText("message"),
        row.optionalDate("due"),
        row.optionalUuid("asked_before").map(RequestId::new),
        side == RequestSide.ASKER ? Optional.of(askedFor(row)) : Optional.empty(),
        row.flag("is_placed"),
        linked(row),
        row.optionalText("reply"),
        row.optionalText("reason"),
        row.number("own_move_seq"),
        row.instant("asked_at"),
        row.instant("changed_at"),
        row.number("number"),
        row.number("version"));
  }

  private static Optional<Period> period(Sql.Row row) throws SQLException {
    Optional<LocalDate> from = row.optionalDate("period_from");
    return from.isPresent()
        ? Optional.of(new Period(from.get(), row.date("period_to")))
        : Optional.empty();
  }

  private static AskedFor askedFor(Sql.Row row) throws SQLException {
    return new AskedFor(
        new TraceId(row.uuid("trace_id")),
        new LineId(row.text("line_id")),
        Share.of(row.text("share")),
        row.optionalDate("valid_from").orElse(null),
        row.optionalDate("valid_to").orElse(null));
  }

  private static Optional<LinkedProduct> linked(Sql.Row row) throws SQLException {
    Optional<UUID> product = row.optionalUuid("linked_trace_id");
    return product.isPresent()
        ? Optional.of(
            new LinkedProduct(
                new TraceId(product.get()),
                row.text("linked_name"),
                DeclaredUnit.of(row.text("linked_unit")),
                row.optionalText("linked_mass_per_unit").map(MassPerUnit::of)))
        : Optional.empty();
  }

  private static RequestEvent event(Sql.Row row) throws SQLException {
    return new RequestEvent(
        row.instant("at"),
        RequestSide.valueOf(row.text("by_side")),
        row.optionalText("who"),
        row.text("move"),
        RequestState.valueOf(row.text("state")),
        row.optionalText("note"));
  }
}
