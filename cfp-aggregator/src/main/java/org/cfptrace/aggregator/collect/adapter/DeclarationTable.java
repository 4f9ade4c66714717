package org.cfptrace.aggregator.collect.adapter;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.aggregator.collect.AttachedAttestation;
import org.cfptrace.aggregator.collect.CollectedDeclaration;
import org.cfptrace.aggregator.collect.CollectedProduct;
import org.cfptrace.aggregator.collect.Declarations;
import org.cfptrace.aggregator.collect.Fall;
import org.cfptrace.aggregator.collect.FallenInputs;
import org.cfptrace.aggregator.collect.FigureChanges;
import org.cfptrace.aggregator.collect.Recall;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.PresentationBody.Fallen;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.verify.Seen;
import org.cfptrace.verify.VerifiedDeclaration;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** What was collected, in PostgreSQL. */
@ApplicationScoped
@Transactional
class DeclarationTable implements Declarations, PanacheRepositoryBase<DeclarationRow, Long> {
  private static final int MOST_OF_ONE_PRODUCT = 1000;
  // With the latest correction of each, in one statement: between two a correction may come in, and
  // what it corrects would be gone before it is there. A correction may also come before what it
  // corrects, which the reader could not hold it against then: only the issuer itself corrects, and
  // only the same product and period.
  private static final String WITH_CORRECTION =
      """
      select d, (
        select c.declarationId from DeclarationRow c
        where c.supersedes = d.declarationId and c.issuer = d.issuer and c.traceId = d.traceId
          and c.periodFrom = d.periodFrom and c.periodTo = d.periodTo
        order by c.number desc limit 1)
      from DeclarationRow d where
      """;
  private static final String TOKEN =
      "select d.token from DeliveryRow d, DeclarationRow r"
          + " where d.declaration = r.number and r.declarationId = :id"
          + " order by d.receivedAt desc";
  private static final String HOLDS =
      "insert into declaration_holder values (:id, :tenant) on conflict do nothing";
  private static final String ISSUED =
      "insert into collected_issuer values (:issuer) on conflict do nothing";
  private static final String TO_JUDGE =
      "insert into attested_declaration as a (tenant, declaration_id) values (:tenant, :id)"
          + " on conflict (tenant, declaration_id) do update set wanted = a.wanted + 1";
  private static final String HOLDERS =
      "select tenant from declaration_holder where declaration_id = :id order by tenant";
  private static final String HOW_MANY = "select count(*) from declaration_holder";
  private static final String PRODUCTS =
      """
      SELECT p.issuer, p.trace_id, l.product_name, l.unit, p.declarations, p.latest
      FROM (
        SELECT issuer, trace_id, count(*) AS declarations, max(period_to) AS latest
        FROM declaration
        WHERE (trace_id, issuer) > (:trace, :issuer)
        GROUP BY trace_id, issuer ORDER BY trace_id, issuer LIMIT :most) p
      JOIN LATERAL (
        SELECT product_name, unit FROM declaration d
        WHERE d.trace_id = p.trace_id AND d.issuer = p.issuer
        ORDER BY number DESC LIMIT 1) l ON true
      ORDER BY p.trace_id, p.issuer
      """;

  private final Tenancy tenancy;
  private final FigureChanges changes;
  private final FallenInputs inputs;

  DeclarationTable(Tenancy tenancy, FigureChanges changes, FallenInputs inputs) {
    this.tenancy = tenancy;
    this.changes = changes;
    this.inputs = inputs;
  }

  @Override
  public void keep(Tenant tenant, VerifiedDeclaration declaration, String messageId, Instant at) {
    tenancy.doAs(
        tenant,
        () -> {
          DeclarationRow row =
              locked(declaration.id()).orElseGet(() -> DeclarationRow.of(declaration, at));
          row.tenant = tenant.did();
          row.unite(declaration);
          persistAndFlush(row);
          getEntityManager()
              .persist(DeliveryRow.of(tenant, declaration, row.number, messageId, at));
          session()
              .createNativeMutationQuery(HOLDS)
              .setParameter("id", declaration.id().value())
              .setParameter("tenant", tenant.did())
              .executeUpdate();
          session()
              .createNativeMutationQuery(ISSUED)
              .setParameter("issuer", row.issuer)
              .executeUpdate();
          if (row.isToBeJudged()) {
            session()
                .createNativeMutationQuery(TO_JUDGE)
                .setParameter("tenant", tenant.did())
                .setParameter("id", declaration.id().value())
                .executeUpdate();
          }
          changes.note(tenant, row.product());
          if (row.supersedes != null) {
            inputs.fell(tenant, new DeclarationId(row.supersedes), Fallen.Kind.SUPERSEDED, at);
          }
        });
  }

  @Override
  public Optional<String> idOf(Tenant tenant, ParticipantId issuer, String jti) {
    return tenancy.as(
        tenant,
        () ->
            find("issuer = ?1 and jti = ?2", issuer.did(), jti)
                .firstResultOptional()
                .map(row -> row.declarationId));
  }

  @Override
  public List<Tenant> holders(DeclarationId id) {
    return session()
        .createNativeQuery(HOLDERS, String.class)
        .setParameter("id", id.value())
        .getResultList()
        .stream()
        .map(did -> new Tenant(new ParticipantId(did)))
        .toList();
  }

  @Override
  public Optional<Seen.Earlier> earlier(Tenant tenant, DeclarationId id) {
    return tenancy.as(
        tenant,
        () -> find("declarationId", id.value()).firstResultOptional().map(DeclarationRow::earlier));
  }

  @Override
  public boolean recall(Tenant tenant, ParticipantId issuer, DeclarationId id, Recall recall) {
    return tenancy.as(
        tenant,
        () -> {
          Optional<DeclarationRow> own = locked(id).filter(row -> row.issuer.equals(issuer.did()));
          own.ifPresent(
              row -> {
                row.take(recall);
                changes.note(tenant, row.product());
                inputs.fell(tenant, id, Fallen.Kind.RECALLED, recall.at());
              });
          return own.isPresent();
        });
  }

  @Override
  public boolean fell(Tenant tenant, DeclarationId id, Fall fall) {
    return tenancy.as(
        tenant,
        () -> {
          Optional<DeclarationRow> anothers =
              locked(id).filter(row -> !row.issuer.equals(tenant.did()));
          anothers.ifPresent(
              row -> {
                row.take(fall);
                changes.note(tenant, row.product());
                inputs.fell(tenant, id, fall.kind(), fall.since());
              });
          return anothers.isPresent();
        });
  }

  @Override
  public boolean progressed(Tenant tenant, DeclarationId id, Optional<LocalDate> incompleteSince) {
    return tenancy.as(
        tenant,
        () -> {
          Optional<DeclarationRow> anothers =
              locked(id).filter(row -> !row.issuer.equals(tenant.did()));
          anothers.ifPresent(
              row -> {
                row.treeIncompleteSince = incompleteSince.orElse(null);
                changes.note(tenant, row.product());
              });
          return anothers.isPresent();
        });
  }

  @Override
  public Optional<AttachedAttestation> attached(Tenant issuer, String sha256) {
    return tenancy.as(
        issuer,
        () ->
            find("issuer = ?1 and locate(?2, claims) > 0", issuer.did(), sha256).list().stream()
                .flatMap(row -> row.attestation().stream())
                .filter(attached -> attached.sha256().equals(sha256))
                .findFirst());
  }

  @Override
  public Optional<CollectedDeclaration> find(Tenant tenant, DeclarationId id) {
    return tenancy.as(
        tenant, () -> read("d.declarationId = ?1", id.value(), 1).stream().findFirst());
  }

  @Override
  public Optional<String> token(Tenant tenant, DeclarationId id) {
    return tenancy.as(
        tenant,
        () ->
            getEntityManager()
                .createQuery(TOKEN, byte[].class)
                .setParameter("id", id.value())
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .map(bytes -> new String(bytes, StandardCharsets.US_ASCII)));
  }

  @Override
  public Page<CollectedDeclaration> newestFirst(Tenant tenant, PageRequest page) {
    long before = page.after().map(Cursors::number).orElse(Long.MAX_VALUE);
    return tenancy.as(
        tenant,
        () -> {
          List<CollectedDeclaration> rows =
              read("d.number < ?1 order by d.number desc", before, page.rowsToFetch());
          return Page.of(rows, page, row -> Long.toString(row.number()));
        });
  }

  @Override
  public List<CollectedDeclaration> of(Tenant tenant, TraceId product) {
    return tenancy.as(
        tenant,
        () ->
            read(
                "d.traceId = ?1 order by d.periodTo desc, d.number desc",
                product.uuid(),
                MOST_OF_ONE_PRODUCT));
  }

  @Override
  public Page<CollectedProduct> products(Tenant tenant, PageRequest page) {
    ProductCursor after = page.after().map(ProductCursor::read).orElse(ProductCursor.FIRST);
    List<CollectedProduct> rows =
        tenancy.as(
            tenant,
            () ->
                session()
                    .createNativeQuery(PRODUCTS, Object[].class)
                    .setParameter("trace", after.traceId())
                    .setParameter("issuer", after.issuer())
                    .setParameter("most", page.rowsToFetch())
                    .getResultList()
                    .stream()
                    .map(DeclarationTable::product)
                    .toList());
    return Page.of(
        rows, page, row -> new ProductCursor(row.traceId().uuid(), row.issuer().did()).text());
  }

  @Override
  public long howMany() {
    return session().createNativeQuery(HOW_MANY, Long.class).getSingleResult();
  }

  private Optional<DeclarationRow> locked(DeclarationId id) {
    return find("declarationId", id.value())
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  private List<CollectedDeclaration> read(String which, Object parameter, int most) {
    return getEntityManager()
        .createQuery(WITH_CORRECTION + which, Object[].class)
        .setParameter(1, parameter)
        .setMaxResults(most)
        .getResultList()
        .stream()
        .map(pair -> declaration((DeclarationRow) pair[0], (String) pair[1]))
        .toList();
  }

  private CollectedDeclaration declaration(DeclarationRow row, @Nullable String correction) {
    // Read only: a sum reads thousands in one transaction, and each would be looked at again.
    getEntityManager().detach(row);
    return row.declaration(Optional.ofNullable(correction).map(DeclarationId::new));
  }

  private Session session() {
    return getEntityManager().unwrap(Session.class);
  }

  private static CollectedProduct product(Object[] row) {
    return new CollectedProduct(
        new ParticipantId((String) row[0]),
        new TraceId((UUID) row[1]),
        (String) row[2],
        (String) row[3],
        ((Number) row[4]).longValue(),
        day(row[5]));
  }

  private static LocalDate day(Object value) {
    return value instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) value;
  }

  /** Where a page of products begins. */
  private record ProductCursor(UUID traceId, String issuer) {
    static final ProductCursor FIRST = new ProductCursor(Cursors.FIRST, "");

    static ProductCursor read(String key) {
      int space = key.indexOf(' ');
      if (space < 0) {
        throw Cursors.notOurs();
      }
      return new ProductCursor(Cursors.uuid(key.substring(0, space)), key.substring(space + 1));
    }

    String text() {
      return traceId + " " + issuer;
    }
  }
}
