package org.cfptrace.connector.present.adapter;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.connector.present.Presentation;
import org.cfptrace.connector.present.Presentation.Fall;
import org.cfptrace.connector.present.Presentations;
import org.cfptrace.connector.present.StandingOrder;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.PresentationBody.Fallen;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.SupplierProduct;
import org.cfptrace.service.database.Sql;

/** Presentations and standing orders in PostgreSQL. */
public final class SqlPresentations implements Presentations {
  private static final String ORDER =
      """
      insert into presentation_order (supplier, trace_id, recipient, since_number, given_by, given_at)
      values (?, ?, ?, ?, ?, ?) on conflict do nothing
      """;
  private static final String KEEP =
      """
      insert into presentation (declaration_id, recipient, shown, message_id, presented_at,
        proof_message_id, fallen, fallen_reason, fallen_at, fallen_message_id, said_incomplete)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (declaration_id, recipient) do update set shown = excluded.shown,
        message_id = excluded.message_id, presented_at = excluded.presented_at,
        proof_message_id = excluded.proof_message_id,
        fallen = excluded.fallen, fallen_reason = excluded.fallen_reason,
        fallen_at = excluded.fallen_at, fallen_message_id = excluded.fallen_message_id,
        said_incomplete = excluded.said_incomplete
      """;
  // The proofs lie with the exchange, in the same database. Locks are taken in this order.
  private static final String UNPROVEN =
      """
      select distinct d.issuer, d.trace_id, declaration_id
      from presentation p join received_declaration d using (declaration_id)
        join received_proof using (declaration_id)
      where p.proof_message_id is null and p.fallen is null
      order by d.issuer, d.trace_id, declaration_id limit ?
      """;

  private final Sql sql;

  public SqlPresentations(Sql sql) {
    this.sql = requireNonNull(sql, "sql");
  }

  @Override
  public void lock(SupplierProduct product) {
    sql.number(
        "select 1 from pg_advisory_xact_lock(hashtextextended(?, 0))",
        "present " + product.partner() + " " + product.product());
  }

  @Override
  public void order(StandingOrder order) {
    sql.update(
        ORDER,
        order.product().partner().toString(),
        order.product().product().uuid(),
        order.recipient().toString(),
        order.since(),
        order.givenBy(),
        order.givenAt());
  }

  @Override
  public boolean endOrder(SupplierProduct product, ParticipantId recipient) {
    return sql.update(
            "delete from presentation_order where supplier = ? and trace_id = ? and recipient = ?",
            product.partner().toString(),
            product.product().uuid(),
            recipient.toString())
        > 0;
  }

  @Override
  public List<StandingOrder> ordersOf(SupplierProduct product) {
    return sql.list(
        "select * from presentation_order where supplier = ? and trace_id = ? order by recipient",
        SqlPresentations::order,
        product.partner().toString(),
        product.product().uuid());
  }

  @Override
  public List<StandingOrder> ordersWith(ParticipantId company) {
    return sql.list(
        "select * from presentation_order where supplier = ? or recipient = ?"
            + " order by supplier, trace_id, recipient",
        SqlPresentations::order,
        company.toString(),
        company.toString());
  }

  @Override
  public void keep(Presentation presentation) {
    Optional<Fall> fall = presentation.fall();
    sql.update(
        KEEP,
        presentation.declarationId().value(),
        presentation.recipient().toString(),
        presentation.shown().stream().map(ClaimName::name).toArray(String[]::new),
        presentation.messageId(),
        presentation.presentedAt(),
        presentation.proofMessageId(),
        fall.map(Fall::kind),
        fall.flatMap(Fall::reason),
        fall.map(Fall::at),
        fall.flatMap(Fall::messageId),
        presentation.saidIncomplete());
  }

  @Override
  public Optional<Presentation> find(DeclarationId id, ParticipantId recipient) {
    return sql.first(
        "select * from presentation where declaration_id = ? and recipient = ?",
        SqlPresentations::presentation,
        id.value(),
        recipient.toString());
  }

  @Override
  public List<Presentation> of(DeclarationId id) {
    return sql.list(
        "select * from presentation where declaration_id = ? order by recipient",
        SqlPresentations::presentation,
        id.value());
  }

  @Override
  public List<DeclarationId> unproven(int most) {
    return sql.list(UNPROVEN, row -> new DeclarationId(row.text("declaration_id")), most);
  }

  @Override
  public List<Presentation> of(SupplierProduct product, ParticipantId recipient) {
    return sql.list(
        """
        select p.* from presentation p join received_declaration d using (declaration_id)
        where d.issuer = ? and d.trace_id = ? and p.recipient = ? order by d.number
        """,
        SqlPresentations::presentation,
        product.partner().toString(),
        product.product().uuid(),
        recipient.toString());
  }

  private static StandingOrder order(Sql.Row row) throws SQLException {
    return new StandingOrder(
        new SupplierProduct(
            new ParticipantId(row.text("supplier")), new TraceId(row.uuid("trace_id"))),
        new ParticipantId(row.text("recipient")),
        row.number("since_number"),
        row.text("given_by"),
        row.instant("given_at"));
  }

  private static Presentation presentation(Sql.Row row) throws SQLException {
    Set<ClaimName> shown = EnumSet.noneOf(ClaimName.class);
    for (String name : row.texts("shown")) {
      shown.add(ClaimName.valueOf(name));
    }
    return new Presentation(
        new DeclarationId(row.text("declaration_id")),
        new ParticipantId(row.text("recipient")),
        shown,
        row.uuid("message_id"),
        row.instant("presented_at"),
        row.optionalUuid("proof_message_id"),
        fall(row),
        row.flag("said_incomplete"));
  }

  private static Optional<Fall> fall(Sql.Row row) throws SQLException {
    Optional<String> kind = row.optionalText("fallen");
    return kind.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Fall(
                Fallen.Kind.valueOf(kind.get()),
                row.optionalText("fallen_reason"),
                row.instant("fallen_at"),
                row.optionalUuid("fallen_message_id")));
  }
}
