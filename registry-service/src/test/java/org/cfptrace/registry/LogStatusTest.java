package org.cfptrace.registry;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.DraftDeclaration;
import org.cfptrace.footprint.CorporateNumber;
import org.cfptrace.footprint.Lei;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.Jws;
import org.cfptrace.keys.Randomness;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.log.LogEntry;
import org.cfptrace.registry.log.IssuerProof;
import org.cfptrace.registry.log.LogQueue;
import org.cfptrace.registry.log.Submitting;
import org.cfptrace.registry.log.adapter.SqlLogQueue;
import org.cfptrace.registry.participant.Company;
import org.cfptrace.registry.participant.Contact;
import org.cfptrace.registry.participant.Participant;
import org.cfptrace.registry.participant.Participants;
import org.cfptrace.registry.participant.Role;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.database.Sql;
import org.cfptrace.strict.StrictJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may say that an entry does not stand any more. */
class LogStatusTest {
  private static final String MILL = "aaaabbbbccccdddd";
  private static final String CUSTOMER = "eeeeffffgggghhhh";
  private static PlainDatabase database;

  private final SigningKey key = SigningKey.generate();
  private final LogQueue queue = new SqlLogQueue(new Sql(database));
  private final Submitting submitting =
      new Submitting(new Known(Map.of(MILL, active(MILL), CUSTOMER, active(CUSTOMER))), queue);

  @BeforeAll
  static void start() {
    database = PlainDatabase.start();
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @Test
  void aCustomerThatHandsItInFirstDoesNotOwnIt() {
    String declared = declaredBy(MILL, DraftDeclaration.TYP);
    IssuerProof proof = IssuerProof.of(declared);
    submits(CUSTOMER, proof.entry());
    submits(MILL, proof.entry());

    assertNotYours(CUSTOMER, proof.entry(), Optional.of(proof));
    assertNotYours(CUSTOMER, proof.entry(), Optional.empty());
    assertThat(recalls(MILL, proof.entry(), Optional.of(proof)).recalled()).isTrue();
  }

  @Test
  void theIssuerShowsThisVeryDeclaration() {
    IssuerProof proof = IssuerProof.of(declaredBy(MILL, DraftDeclaration.TYP));
    IssuerProof another = IssuerProof.of(declaredBy(CUSTOMER, DraftDeclaration.TYP));
    submits(MILL, proof.entry());

    assertNotYours(CUSTOMER, proof.entry(), Optional.of(another));
    assertNotYours(MILL, proof.entry(), Optional.empty());
  }

  @Test
  void whatWasNeverHandedInIsNobodys() {
    IssuerProof proof = IssuerProof.of(declaredBy(MILL, DraftDeclaration.TYP));

    assertNotYours(MILL, proof.entry(), Optional.of(proof));
  }

  @Test
  void anExportBelongsToWhoHandedItIn() {
    LogEntry export = LogEntry.of(LogEntry.Kind.EXPORT, Randomness.secure().bytes(32));
    submits(MILL, export);
    submits(CUSTOMER, export);

    assertNotYours(CUSTOMER, export, Optional.empty());
    assertThat(recalls(MILL, export, Optional.empty()).recalled()).isTrue();
  }

  @Test
  void onlyADeclarationShowsItsIssuer() {
    String message = declaredBy(MILL, "cfp-msg-v1+jwt");
    String twice = token("{\"iss\":\"" + did(MILL) + "\",\"iss\":\"" + did(CUSTOMER) + "\"}");

    for (String bad : List.of(message, twice, token("{}"), token("[]"), "x", ".", "x.y", "")) {
      assertThatThrownBy(() -> IssuerProof.of(bad)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void theEntryIsTheDeclarationsOwn() {
    String declared = declaredBy(MILL, DraftDeclaration.TYP);

    assertThat(IssuerProof.of(declared).entry())
        .isEqualTo(
            LogEntry.ofDeclaration(DeclarationId.ofSigningInput(declared.getBytes(US_ASCII))));
    assertThat(IssuerProof.of(declared).issuer().did()).isEqualTo(did(MILL));
  }

  private void submits(String who, LogEntry entry) {
    database.doInNew(() -> submitting.submit(who, List.of(entry)));
  }

  private LogQueue.Standing recalls(String who, LogEntry entry, Optional<IssuerProof> proof) {
    return database.inNew(() -> submitting.mark(who, entry, proof, false, true));
  }

  private void assertNotYours(String who, LogEntry entry, Optional<IssuerProof> proof) {
    assertThatThrownBy(() -> recalls(who, entry, proof))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("no entry of yours");
  }

  private String declaredBy(String shortId, String typ) {
    byte[] payload =
        StrictJson.write(
            StrictJson.object()
                .put("iss", did(shortId))
                .put("jti", "urn:uuid:" + UUID.randomUUID()));
    return withoutSignature(Jws.sign(key, typ, payload));
  }

  private String token(String payload) {
    return withoutSignature(Jws.sign(key, DraftDeclaration.TYP, payload.getBytes(US_ASCII)));
  }

  private static String withoutSignature(String token) {
    return token.substring(0, token.lastIndexOf('.'));
  }

  private static String did(String shortId) {
    return "did:web:registry.cfptrace.example:participants:" + shortId;
  }

  static Participant active(String shortId) {
    return new Participant(
        new ParticipantId(did(shortId)),
        UUID.randomUUID(),
        new Company(
            "company",
            Optional.empty(),
            "address",
            "JP",
            Optional.empty(),
            Optional.empty(),
            List.of(),
            new Contact("name", "mail", Optional.empty()),
            Set.of(Role.SUPPLIER)),
        Instant.EPOCH,
        1,
        1,
        Instant.EPOCH,
        Optional.empty());
  }

  /** Participants that nobody changes. */
  record Known(Map<String, Participant> all) implements Participants {
    @Override
    public Optional<Participant> find(String shortId) {
      return Optional.ofNullable(all.get(shortId));
    }

    @Override
    public void add(Participant participant) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Participant> findToChange(String shortId) {
      return find(shortId);
    }

    @Override
    public void change(Participant participant) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean holds(Optional<CorporateNumber> corporateNumber, Optional<Lei> lei) {
      return false;
    }

    @Override
    public Page<Participant> search(Criteria criteria, PageRequest page) {
      throw new UnsupportedOperationException();
    }
  }
}
