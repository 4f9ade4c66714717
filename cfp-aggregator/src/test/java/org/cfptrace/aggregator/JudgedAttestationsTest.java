package org.cfptrace.aggregator;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cfptrace.aggregator.collect.AttestedDeclarations;
import org.cfptrace.aggregator.collect.AttestedDeclarations.ToJudge;
import org.cfptrace.aggregator.collect.AuditorsWord;
import org.cfptrace.aggregator.collect.CompromisedKeys;
import org.cfptrace.aggregator.collect.Declarations;
import org.cfptrace.aggregator.collect.FigureChanges;
import org.cfptrace.aggregator.collect.HeedDirectory;
import org.cfptrace.aggregator.collect.JudgeAttestations;
import org.cfptrace.aggregator.collect.WithdrawnAttestations;
import org.cfptrace.aggregator.collect.adapter.SqlAttestedDeclarations;
import org.cfptrace.aggregator.collect.adapter.SqlIssuerSuspensions;
import org.cfptrace.aggregator.collect.adapter.SqlWithdrawnAttestations;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.aggregator.tenant.adapter.RealTables;
import org.cfptrace.audit.Attestation;
import org.cfptrace.audit.AttestationWithdrawal;
import org.cfptrace.audit.AuditResult;
import org.cfptrace.chain.Coverage;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.exchange.partner.Acquaintances;
import org.cfptrace.exchange.partner.Directory;
import org.cfptrace.exchange.partner.KnownEntries;
import org.cfptrace.exchange.partner.Registry;
import org.cfptrace.exchange.partner.ToldEntries;
import org.cfptrace.exchange.partner.adapter.SqlKnownEntries;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.keys.SealingKey;
import org.cfptrace.keys.Sha256;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.participant.DirectoryStatus;
import org.cfptrace.participant.ParticipantKeys;
import org.cfptrace.participant.TrustAnchor;
import org.cfptrace.rollup.SupplierProduct;
import org.cfptrace.service.database.Sql;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.StrictJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an auditor's word is worth that an issuer has attached to what it declares. */
class JudgedAttestationsTest {
  private static final Tenant HOLDER =
      new Tenant(ParticipantId.of(DataSpace.DOMAIN, "bbbbbbbbbbbbbbbb"));
  private static final Period YEAR = Period.ofYear(2025);

  private static RealTables tables;
  private static DataSpace space;
  private static TrustAnchor anchor;
  private static String early;

  private final Instant signed = Instant.now().minusSeconds(60);
  private final Instant longAgo = signed.minusSeconds(3600);
  private final Sql sql = new Sql(tables.database());
  private final Map<ParticipantId, String> registry = new HashMap<>();
  private boolean isAway;
  private final Set<ParticipantId> unanswered = new HashSet<>();
  private final List<SupplierProduct> changed = new ArrayList<>();
  private final AttestedDeclarations attested =
      new SqlAttestedDeclarations(sql, tables.tenancy(), noting());
  private final WithdrawnAttestations withdrawn =
      new SqlWithdrawnAttestations(sql, tables.tenancy());
  private final HeedDirectory heed =
      new HeedDirectory(
          new SqlIssuerSuspensions(sql),
          port(CompromisedKeys.class, List.of()),
          port(Declarations.class, List.of()),
          attested,
          Clock.systemUTC());
  private final KnownEntries known = new ToldEntries(new SqlKnownEntries(sql, anchor), heed::says);
  private final JudgeAttestations judge =
      new JudgeAttestations(
          attested,
          withdrawn,
          known,
          new Acquaintances(new Directory(known, asked(), Clock.systemUTC()), known, tables));

  private final Company mill = company();
  private final Company auditor = company();
  private final TraceId coil = TraceId.random();

  @BeforeAll
  static void start() throws IOException {
    tables = RealTables.upTo("20.1");
    space = new DataSpace();
    anchor = space.anchor();
    early = UUID.randomUUID().toString();
    tables
        .tenancy()
        .doAs(
            HOLDER,
            () ->
                kept(
                    early,
                    company().id,
                    TraceId.random(),
                    StrictJson.write(StrictJson.object().put("jws", "VERIFIED"))));
    tables.migrate("latest");
  }

  @AfterAll
  static void stop() throws IOException {
    space.stop();
    tables.close();
  }

  @Test
  void theWordOfAnAccreditedAuditorCountsAsFarAsItGoes() {
    registry.put(auditor.id, auditor.accredited(longAgo, signed.plusSeconds(1)));
    String declaration = declared(word(mill.id, AuditResult.PARTLY_VERIFIED, "80"));

    judge.round();

    assertThat(of(declaration)).isEqualTo(auditor.id.did() + " 80 null");
    assertThat(changed).containsExactly(new SupplierProduct(mill.id, coil));
    assertThat(judge.round()).isZero();
  }

  @Test
  void whatWasKeptBeforeWordsWereJudgedIsJudged() {
    judge.round();

    assertThat(of(early)).isEqualTo("null null NOT_SIGNED");
  }

  @Test
  void anAuditorThatTheRegistryDoesNotKnowSaysNothing() {
    String declaration = declared(word(mill.id, AuditResult.VERIFIED, "100"));

    judge.round();

    assertThat(of(declaration)).isEqualTo(auditor.id.did() + " null NOT_SIGNED");
  }

  @Test
  void whileTheRegistryIsAwayNobodyKnowsAndThenItIsJudged() {
    registry.put(auditor.id, auditor.accredited(longAgo, signed.plusSeconds(1)));
    String declaration = declared(word(mill.id, AuditResult.VERIFIED, "100"));

    isAway = true;
    assertThatThrownBy(judge::round).isInstanceOf(Registry.RegistryAway.class);
    assertThat(of(declaration)).isEqualTo("null null null");

    isAway = false;
    judge.round();
    assertThat(of(declaration)).isEqualTo(auditor.id.did() + " 100 null");
  }

  @Test
  void aWordAboutSomethingElseOrThatFoundFaultsIsNone() {
    registry.put(auditor.id, auditor.accredited(longAgo, signed.plusSeconds(1)));
    String declaration = declared(word(company().id, AuditResult.FAILED, "100"));

    judge.round();

    assertThat(of(declaration)).isEqualTo(auditor.id.did() + " null OTHER_COMPANY,FOUND_FAULTS");
  }

  @Test
  void theDigestOfSomethingElseIsSeen() {
    registry.put(auditor.id, auditor.accredited(longAgo, signed.plusSeconds(1)));
    String declaration =
        declared(
            StrictJson.write(
                StrictJson.object()
                    .put("digest", Base64Url.encode(new byte[32]))
                    .put("jws", word(mill.id, AuditResult.VERIFIED, "100"))));

    judge.round();

    assertThat(of(declaration)).isEqualTo(auditor.id.did() + " null OTHER_DIGEST");
  }

  /** It had ended before the word was signed; then the registry puts its mistake right. */
  @Test
  void whenTheDirectorySaysSomethingNewOfAnAuditorItsWordsAreJudgedAgain() {
    registry.put(auditor.id, auditor.accredited(longAgo, longAgo.plusSeconds(1)));
    String declaration = declared(word(mill.id, AuditResult.VERIFIED, "100"));
    judge.round();
    assertThat(of(declaration)).isEqualTo(auditor.id.did() + " null NOT_ACCREDITED");

    published(auditor.accredited(longAgo, signed.plusSeconds(1)));
    judge.round();
    assertThat(of(declaration)).isEqualTo(auditor.id.did() + " 100 null");

    published(auditor.entry(DirectoryStatus.ACTIVE));
    judge.round();
    assertThat(of(declaration)).isEqualTo(auditor.id.did() + " null NOT_ACCREDITED");
    assertThat(changed).hasSize(3);
  }

  @Test
  void aWordThatIsTakenBackCountsNoMore() {
    registry.put(auditor.id, auditor.accredited(longAgo, signed.plusSeconds(1)));
    String word = word(mill.id, AuditResult.VERIFIED, "100");
    String declaration = declared(word);
    judge.round();

    takesBack(word);
    judge.round();
    assertThat(of(declaration)).isEqualTo(auditor.id.did() + " null WITHDRAWN");
  }

  private void takesBack(String word) {
    AttestationWithdrawal withdrawal =
        new AttestationWithdrawal(
            auditor.id,
            mill.id,
            Instant.ofEpochSecond(signed.getEpochSecond()),
            digest(word),
            "a wrong meter");
    String token = withdrawal.sign(auditor.keys.signing());
    tables.doInNew(
        () -> {
          withdrawn.keep(HOLDER, withdrawal, token, Instant.now());
          attested.judgeAgain(auditor.id);
        });
  }

  @Test
  void auditorsThatTheRegistryDoesNotAnswerAboutKeepNobodyWaiting() {
    List<String> behind = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Company other = company();
      unanswered.add(other.id);
      behind.add(declared(wordOf(other)));
    }
    registry.put(auditor.id, auditor.accredited(longAgo, signed.plusSeconds(1)));
    String declaration = declared(word(mill.id, AuditResult.VERIFIED, "100"));

    for (int round = 0; round < 4; round++) {
      var unused = catchThrowable(judge::round);
    }
    assertThat(of(declaration)).isEqualTo(auditor.id.did() + " 100 null");
    assertThat(behind).allSatisfy(each -> assertThat(of(each)).isEqualTo("null null null"));

    unanswered.clear();
    judge.round();
    judge.round();
    assertThat(behind).allSatisfy(each -> assertThat(of(each)).endsWith("null NOT_SIGNED"));
  }

  /** The judge has read that the word stands, and has not written yet. */
  @Test
  void aWordThatIsTakenBackWhileItIsJudgedForTheFirstTimeIsJudgedAgain() {
    registry.put(auditor.id, auditor.accredited(longAgo, signed.plusSeconds(1)));
    String word = word(mill.id, AuditResult.VERIFIED, "100");
    String declaration = declared(word);
    ToJudge begun = waiting(declaration);

    takesBack(word);

    assertThat(
            attested.judged(
                begun,
                new AuditorsWord(
                    Optional.of(auditor.id), Optional.of(Coverage.of("100")), Set.of())))
        .isFalse();
    judge.round();
    assertThat(of(declaration)).isEqualTo(auditor.id.did() + " null WITHDRAWN");
  }

  @Test
  void aJudgementThatIsOvertakenIsNotKept() {
    registry.put(auditor.id, auditor.accredited(longAgo, signed.plusSeconds(1)));
    String declaration = declared(word(mill.id, AuditResult.VERIFIED, "100"));
    judge.round();
    tables.doInNew(() -> attested.judgeAgain(auditor.id));
    ToJudge begun = waiting(declaration);
    tables.doInNew(() -> attested.judgeAgain(auditor.id));

    assertThat(
            attested.judged(
                begun, new AuditorsWord(Optional.empty(), Optional.of(Coverage.of("7")), Set.of())))
        .isFalse();
    assertThat(of(declaration)).isEqualTo(auditor.id.did() + " 100 null");
    assertThat(waiting(declaration).wanted()).isEqualTo(begun.wanted() + 1);
  }

  // ---- the surroundings

  private ToJudge waiting(String declaration) {
    return attested.toJudge(Optional.empty(), 1000).stream()
        .filter(each -> each.declaration().value().equals(id(declaration)))
        .findFirst()
        .orElseThrow();
  }

  private static Company company() {
    SealingKey nobody = ParticipantKeys.make().encryption().sealingKey();
    return new Company(
        Company.newShortId(), space.url(), DataSpace.signingKey(space.directoryKey()), nobody);
  }

  private String word(ParticipantId about, AuditResult result, String coverage) {
    return word(auditor, about, result, coverage);
  }

  private String wordOf(Company signer) {
    return word(signer, mill.id, AuditResult.VERIFIED, "100");
  }

  private String word(Company signer, ParticipantId about, AuditResult result, String coverage) {
    return new Attestation(
            signer.id,
            about,
            Instant.ofEpochSecond(signed.getEpochSecond()),
            new DeclarationId("A".repeat(43)),
            coil,
            YEAR,
            result,
            Coverage.of(coverage),
            Base64Url.encode(new byte[32]))
        .sign(signer.keys.signing());
  }

  private static String digest(String word) {
    return Base64Url.encode(Sha256.of(word.getBytes(US_ASCII)));
  }

  private String declared(String word) {
    return declared(
        StrictJson.write(StrictJson.object().put("digest", digest(word)).put("jws", word)));
  }

  private String declared(byte[] attached) {
    String name = UUID.randomUUID().toString();
    tables
        .tenancy()
        .doAs(
            HOLDER,
            () -> {
              kept(name, mill.id, coil, attached);
              sql.update(
                  "insert into attested_declaration (tenant, declaration_id) values (?, ?)",
                  HOLDER.did(),
                  id(name));
            });
    return name;
  }

  private static void kept(String name, ParticipantId issuer, TraceId product, byte[] attached) {
    new Sql(tables.database())
        .update(
            """
            insert into declaration (declaration_id, issuer, jti, trace_id, product_name, unit,
              period_from, period_to, valid_until, claims, commitment, issued_at, received_at)
            values (?, ?, ?, ?, 'coil', 'kilogram', '2025-01-01', '2025-12-31', '2027-12-31',
              ?, 'c', '2026-01-01', '2026-01-01')
            """,
            id(name),
            issuer.did(),
            name,
            product.uuid(),
            "{\"attest\":" + new String(attached, UTF_8) + "}");
  }

  private static String id(String name) {
    return (name + "A".repeat(43)).substring(0, 43);
  }

  /** Who has audited it, how much, and what is doubted. */
  private String of(String declaration) {
    return tables
        .tenancy()
        .as(
            HOLDER,
            () ->
                sql.first(
                    "select concat_ws(' ', coalesce(audited_by, 'null'),"
                        + " coalesce(audited_percent::text, 'null'),"
                        + " coalesce(audit_doubts, 'null')) as word"
                        + " from declaration where declaration_id = ?",
                    row -> row.text("word"),
                    id(declaration)))
        .orElseThrow();
  }

  private void published(String entry) {
    tables.doInNew(() -> known.keep(DirectoryEntry.read(entry, anchor)));
  }

  private Registry asked() {
    return (Registry)
        Proxy.newProxyInstance(
            Registry.class.getClassLoader(),
            new Class<?>[] {Registry.class},
            (self, method, arguments) -> {
              if (isAway || unanswered.contains(arguments[0])) {
                throw new Registry.RegistryAway("away", new IllegalStateException("away"));
              }
              return Optional.ofNullable(registry.get((ParticipantId) arguments[0]))
                  .map(entry -> DirectoryEntry.read(entry, anchor));
            });
  }

  private FigureChanges noting() {
    return new FigureChanges() {
      @Override
      public void note(Tenant tenant, SupplierProduct product) {
        if (product.product().equals(coil)) {
          changed.add(product);
        }
      }

      @Override
      public Set<SupplierProduct> take(Tenant tenant) {
        throw new UnsupportedOperationException("nobody adds up here");
      }
    };
  }

  private static <T> T port(Class<T> type, Object answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> answer));
  }
}
