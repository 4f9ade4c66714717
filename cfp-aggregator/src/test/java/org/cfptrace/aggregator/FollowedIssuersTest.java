package org.cfptrace.aggregator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.aggregator.collect.AttestedDeclarations;
import org.cfptrace.aggregator.collect.Declarations;
import org.cfptrace.aggregator.collect.FollowIssuers;
import org.cfptrace.aggregator.collect.HeedDirectory;
import org.cfptrace.aggregator.collect.Span;
import org.cfptrace.aggregator.collect.SuspendedIssuers;
import org.cfptrace.aggregator.collect.adapter.SqlCollectedIssuers;
import org.cfptrace.aggregator.collect.adapter.SqlIssuerSuspensions;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.aggregator.tenant.adapter.RealTables;
import org.cfptrace.declaration.SignedDeclaration;
import org.cfptrace.exchange.partner.Acquaintances;
import org.cfptrace.exchange.partner.Directory;
import org.cfptrace.exchange.partner.KnownEntries;
import org.cfptrace.exchange.partner.Registry;
import org.cfptrace.exchange.partner.ToldEntries;
import org.cfptrace.exchange.partner.WatchDirectory;
import org.cfptrace.exchange.partner.adapter.SqlAlarms;
import org.cfptrace.exchange.partner.adapter.SqlKnownEntries;
import org.cfptrace.exchange.partner.adapter.SqlPartners;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.SealingKey;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.participant.DirectoryStatus;
import org.cfptrace.participant.ParticipantKeys;
import org.cfptrace.participant.TrustAnchor;
import org.cfptrace.service.crash.CrashPoints;
import org.cfptrace.service.database.Sql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever has issued what is kept here is followed in the directory, though it is no partner. */
class FollowedIssuersTest {
  private static final Tenant HOLDER =
      new Tenant(ParticipantId.of(DataSpace.DOMAIN, "bbbbbbbbbbbbbbbb"));
  private static final Instant COMPROMISED = Instant.parse("2026-11-20T00:00:00Z");

  private static RealTables tables;
  private static DataSpace space;
  private static TrustAnchor anchor;
  private static Company early;

  private final Sql sql = new Sql(tables.database());
  private final Asked registry = new Asked();
  private final List<String> recalled = new ArrayList<>();
  private final SqlIssuerSuspensions suspensions = new SqlIssuerSuspensions(sql);
  private final SqlCollectedIssuers issuers = new SqlCollectedIssuers(sql, tables.tenancy());
  private final HeedDirectory heed =
      new HeedDirectory(suspensions, issuers, noting(), nothingAttested(), Clock.systemUTC());
  private final KnownEntries known = new ToldEntries(new SqlKnownEntries(sql, anchor), heed::says);
  private final FollowIssuers follow =
      new FollowIssuers(
          issuers,
          new Acquaintances(
              new Directory(known, registry.asRegistry(), Clock.systemUTC()), known, tables));
  private final WatchDirectory watch =
      new WatchDirectory(
          Surroundings.AGGREGATOR,
          Set.of(),
          new SqlPartners(sql),
          known,
          new SqlAlarms(sql),
          tables,
          CrashPoints.NONE,
          Clock.systemUTC());
  private final SuspendedIssuers suspended =
      new SuspendedIssuers(known, suspensions, Clock.systemUTC());
  private final Company mill = company();

  @BeforeAll
  static void start() throws IOException {
    tables = RealTables.upTo("17");
    space = new DataSpace();
    anchor = space.anchor();
    early = company();
    SignedDeclaration kept = early.car(3, 2025);
    tables.tenancy().doAs(HOLDER, () -> keptBefore(kept));
    tables.migrate("latest");
  }

  /** As it was kept before anybody noted keys. */
  private static void keptBefore(SignedDeclaration declaration) {
    Sql sql = new Sql(tables.database());
    sql.update(
        """
        insert into declaration (declaration_id, issuer, jti, trace_id, product_name, unit,
          period_from, period_to, valid_until, claims, commitment, issued_at, received_at)
        values (?, ?, 'early', gen_random_uuid(), 'coil', 'kilogram', '2025-01-01', '2025-12-31',
          '2027-12-31', '{}', 'c', '2026-01-01', '2026-01-01')
        """,
        declaration.id().value(),
        early.id.did());
    sql.update(
        """
        insert into declaration_delivery (message_id, issuer, declaration, token, received_at)
        select 'm', issuer, number, ?, received_at from declaration where jti = 'early'
        """,
        declaration.view(Company.ALL_BUT_STAGES).getBytes(StandardCharsets.US_ASCII));
  }

  @AfterAll
  static void stop() throws IOException {
    space.stop();
    tables.close();
  }

  @Test
  void whatWasKeptBeforeKeysWereNotedHasItsKeyAndItsIssuerIsFollowed() {
    assertThat(
            tables
                .tenancy()
                .as(
                    HOLDER,
                    () ->
                        sql.first(
                            "select signed_with from declaration where jti = 'early'",
                            row -> row.text("signed_with"))))
        .contains(early.keys.signing().thumbprint().value());
    assertThat(issuers.notFollowed(100)).contains(early.id);
  }

  @Test
  void aStrangerWhoseDeclarationIsKeptIsFollowedFromThenOn() {
    issued(mill);
    registry.says(mill, DirectoryStatus.ACTIVE);

    assertThat(follow.round()).isEqualTo(1);
    assertThat(suspended.of(mill.id)).isEmpty();

    watch.published(entry(mill, DirectoryStatus.SUSPENDED));
    assertThat(suspended.of(mill.id)).hasSize(1).allMatch(Span::lasts);

    watch.published(entry(mill, DirectoryStatus.ACTIVE));
    assertThat(suspended.of(mill.id)).hasSize(1).noneMatch(Span::lasts);

    watch.published(entry(mill, DirectoryStatus.SUSPENDED));
    assertThat(suspended.of(mill.id)).hasSize(2);
  }

  @Test
  void whoIsFollowedIsNotAskedForAgain() {
    issued(mill);
    registry.says(mill, DirectoryStatus.ACTIVE);
    follow.round();

    assertThat(follow.round()).isZero();
  }

  @Test
  void ofAStrangerOfWhomNothingIsKeptNothingIsKept() {
    watch.published(entry(mill, DirectoryStatus.SUSPENDED));

    assertThat(known.find(mill.id)).isEmpty();
    assertThat(suspended.of(mill.id)).isEmpty();
  }

  @Test
  void whatIsPublishedWhileItIsAskedForIsNotMissed() {
    issued(mill);
    registry.says(mill, DirectoryStatus.ACTIVE);
    registry.says(mill, DirectoryStatus.SUSPENDED);

    follow.round();

    assertThat(suspended.of(mill.id)).hasSize(1).allMatch(Span::lasts);
  }

  @Test
  void theSameSuspensionSaidAgainIsOne() {
    issued(mill);
    registry.says(mill, DirectoryStatus.SUSPENDED);
    follow.round();
    List<Span> first = suspended.of(mill.id);

    watch.published(entry(mill, DirectoryStatus.SUSPENDED));

    assertThat(suspended.of(mill.id)).isEqualTo(first);
  }

  @Test
  void anEntryThatWasKeptBeforeSuspensionsWereNotedCounts() {
    DirectoryEntry entry = entry(mill, DirectoryStatus.SUSPENDED);
    tables.doInNew(() -> new SqlKnownEntries(sql, anchor).keep(entry));

    assertThat(suspended.of(mill.id)).containsExactly(Span.since(entry.record().changedAt()));
  }

  @Test
  void aCompromisedKeyRecallsWhatItMayHaveSignedSince() {
    issued(mill);
    registry.says(mill, DirectoryStatus.ACTIVE);
    follow.round();
    declared(mill, "before", COMPROMISED.minusSeconds(1));
    declared(mill, "since", COMPROMISED);
    declared(mill, "proven", COMPROMISED.plusSeconds(60));
    provenAt("proven", COMPROMISED.minusSeconds(60));
    declared(mill, "back-dated", COMPROMISED.plusSeconds(86_400));
    declared(company(), "of another", COMPROMISED.plusSeconds(60));

    watch.published(read(mill.entryOfCompromisedKey(COMPROMISED)));

    assertThat(recalled).containsExactly(id("since"), id("back-dated"));
  }

  // ---- the surroundings

  private static Company company() {
    SealingKey nobody = ParticipantKeys.make().encryption().sealingKey();
    return new Company(
        Company.newShortId(), space.url(), DataSpace.signingKey(space.directoryKey()), nobody);
  }

  private static DirectoryEntry entry(Company company, DirectoryStatus status) {
    return read(company.entry(status));
  }

  private static DirectoryEntry read(String entry) {
    return DirectoryEntry.read(entry, anchor);
  }

  private void issued(Company company) {
    sql.update("insert into collected_issuer values (?)", company.id.did());
  }

  private void declared(Company company, String name, Instant receivedAt) {
    tables
        .tenancy()
        .doAs(
            HOLDER,
            () -> {
              sql.update(
                  """
                  insert into declaration (declaration_id, issuer, jti, trace_id, product_name,
                    unit, period_from, period_to, valid_until, claims, commitment, issued_at,
                    received_at, signed_with)
                  values (?, ?, ?, gen_random_uuid(), 'coil', 'kilogram', '2025-01-01',
                    '2025-12-31', '2027-12-31', '{}', 'c', '2026-01-01', ?, ?)
                  """,
                  id(name),
                  company.id.did(),
                  name,
                  receivedAt,
                  company.keys.signing().thumbprint().value());
              sql.update("insert into declaration_holder values (?, ?)", id(name), HOLDER.did());
            });
  }

  private void provenAt(String name, Instant at) {
    sql.update(
        """
        insert into received_proof (declaration_id, issuer, message_id, thread, proof, tree_size,
          tree_root, included_at, is_late, kept_at)
        values (?, 'i', 'm', 't', 'p', 1, 'r', ?, false, now())
        """,
        id(name),
        at);
  }

  private static String id(String name) {
    return (name.replace(' ', '-') + "A".repeat(43)).substring(0, 43);
  }

  /** Notes what is recalled. */
  private Declarations noting() {
    return (Declarations)
        Proxy.newProxyInstance(
            Declarations.class.getClassLoader(),
            new Class<?>[] {Declarations.class},
            (self, method, arguments) -> {
              if (!method.getName().equals("recall") || !arguments[0].equals(HOLDER)) {
                throw new UnsupportedOperationException(method.getName());
              }
              return recalled.add(arguments[2].toString());
            });
  }

  /** Nothing that is kept carries an auditor's word. */
  private static AttestedDeclarations nothingAttested() {
    return (AttestedDeclarations)
        Proxy.newProxyInstance(
            AttestedDeclarations.class.getClassLoader(),
            new Class<?>[] {AttestedDeclarations.class},
            (self, method, arguments) -> null);
  }

  /** What the registry answers, one after the other; the last word stays. */
  private static final class Asked {
    private final Map<ParticipantId, Deque<DirectoryEntry>> answers = new HashMap<>();

    void says(Company company, DirectoryStatus status) {
      answers.computeIfAbsent(company.id, none -> new ArrayDeque<>()).add(entry(company, status));
    }

    Registry asRegistry() {
      return (Registry)
          Proxy.newProxyInstance(
              Registry.class.getClassLoader(),
              new Class<?>[] {Registry.class},
              (self, method, arguments) -> {
                Deque<DirectoryEntry> left =
                    answers.getOrDefault((ParticipantId) arguments[0], new ArrayDeque<>());
                return Optional.ofNullable(left.size() > 1 ? left.poll() : left.peek());
              });
    }
  }
}
