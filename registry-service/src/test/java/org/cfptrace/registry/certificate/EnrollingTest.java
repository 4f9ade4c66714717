package org.cfptrace.registry.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.SealingKey;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.participant.DirectoryStatus;
import org.cfptrace.participant.KeyBinding;
import org.cfptrace.participant.ParticipantKeys;
import org.cfptrace.participant.Pem;
import org.cfptrace.registry.participant.Application;
import org.cfptrace.registry.participant.AuditTrail.Action;
import org.cfptrace.registry.participant.Company;
import org.cfptrace.registry.participant.Contact;
import org.cfptrace.registry.participant.EnrolmentCode;
import org.cfptrace.registry.participant.EnrolmentCodes;
import org.cfptrace.registry.participant.Participant;
import org.cfptrace.registry.participant.Role;
import org.cfptrace.registry.participant.SecretText;
import org.cfptrace.service.answer.FieldError;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What keys come in by, and each single defect that keeps them out. */
class EnrollingTest {
  private static final String DOMAIN = "registry.cfptrace.example";
  private static final String CODE = "abcdefghijklmnopqrstuvwxyz234567";
  private static final ParticipantId MILL = ParticipantId.of(DOMAIN, "aaaabbbbccccdddd");
  private static final ParticipantId MAKER = ParticipantId.of(DOMAIN, "eeeeffffgggghhhh");

  @TempDir static Path directory;
  private static CertificateAuthority authority;
  private static final MovingClock CLOCK = new MovingClock();

  private InMemoryRegister register;
  private Enrolling enrolling;
  private ParticipantKeys keys;

  @BeforeAll
  static void authority() {
    var password = "authority-of-the-test".toCharArray();
    AuthorityFiles.create(directory.resolve("authority"), DOMAIN, password);
    authority = CertificateAuthority.open(directory.resolve("authority"), password, CLOCK);
  }

  @BeforeEach
  void admitted() {
    CLOCK.now = Instant.now();
    register = new InMemoryRegister();
    keys = ParticipantKeys.make();
    register.add(admitted(MILL));
    register.add(admitted(MAKER));
    enrolling = enrolling();
    giveCode(MILL, CODE);
  }

  @Test
  void keysInOrderGetTwoCertificatesThatCannotStandInForEachOther() throws Exception {
    var enrolled = enrolling.enrol(MILL.shortId(), requestInOrder());

    assertThat(enrolled.principal()).isEqualTo("aaaabbbbccccdddd.1");
    var signing = enrolled.certificates().signing();
    var tls = enrolled.certificates().tls();
    assertThat(tls.getSubjectX500Principal().getName()).isEqualTo("CN=aaaabbbbccccdddd.1");
    assertThat(tls.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");
    assertThat(signing.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.36");
    assertThat(signing.getSubjectAlternativeNames())
        .containsExactly(List.of(GeneralName.uniformResourceIdentifier, MILL.did()));
    for (var certificate : List.of(signing, tls)) {
      assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
      assertThat(certificate.getKeyUsage()).startsWith(true, false, false);
      assertThat(certificate.getNotAfter().toInstant())
          .isBetween(
              CLOCK.now.plus(Duration.ofDays(90)).minusSeconds(1),
              CLOCK.now.plus(Duration.ofDays(90)));
      certificate.verify(authority.chain().get(0).getPublicKey());
    }
    assertThat(register.announced).hasSize(1);
    assertThat(register.announced.get(0).status()).isEqualTo(DirectoryStatus.ACTIVE);
    assertThat(register.trail).containsExactly(Action.ENROLMENT_NONCE_ISSUED, Action.KEYS_ENROLLED);
  }

  /** Each case differs from a request in order in one thing. */
  static Stream<Arguments> spoiledRequests() {
    return Stream.of(
        spoiled("WRONG_NONCE", r -> r.withNonces(List.of("another nonce"))),
        spoiled("WRONG_NONCE", r -> r.withNonces(List.of())),
        spoiled("FORGED", r -> r.signedBy(CertificateMaker.newKeyPair("secp256r1"))),
        spoiled("WRONG_ALGORITHM", r -> r.withAlgorithm("SHA1withECDSA")),
        spoiled("FOREIGN_SUBJECT", r -> r.withSubject("CN=" + MAKER.shortId())),
        spoiled("FOREIGN_SUBJECT", r -> r.withSubject("CN=broker")),
        spoiled("FOREIGN_SUBJECT", r -> r.withSubject("CN=" + MILL.shortId() + ",O=Somebody else")),
        spoiled("FOREIGN_NAME", r -> r.named(uri(MAKER.did()))),
        spoiled("FOREIGN_NAME", r -> r.named(uri(MILL.did()), uri(MAKER.did()))),
        spoiled("FOREIGN_NAME", r -> r.named(new GeneralName(GeneralName.dNSName, "localhost"))),
        spoiled(
            "WANTS_TO_BE_CA", r -> r.wishing(Extension.basicConstraints, new BasicConstraints(0))),
        spoiled(
            "FOREIGN_USAGE",
            r -> r.wishing(Extension.keyUsage, new KeyUsage(KeyUsage.keyCertSign))),
        spoiled(
            "UNKNOWN_EXTENSION",
            r ->
                r.wishing(
                    new ASN1ObjectIdentifier("1.3.6.1.4.1.1.1"), new DERUTF8String("whatever"))));
  }

  private static Arguments spoiled(String code, UnaryOperator<SpoiledRequest> spoil) {
    return Arguments.of(code, spoil);
  }

  private static GeneralName uri(String uri) {
    return new GeneralName(GeneralName.uniformResourceIdentifier, uri);
  }

  @ParameterizedTest
  @MethodSource("spoiledRequests")
  void aSpoiledSigningRequestIsRefusedForThatAlone(
      String code, UnaryOperator<SpoiledRequest> spoil) {
    var nonce = nonce();
    var spoiled = spoil.apply(SpoiledRequest.inOrder(signingPair(), MILL, nonce)).pem();
    var request = new Enrolling.Request(CODE, nonce, spoiled, tlsRequest(nonce), binding(nonce));
    assertThat(faults(request)).contains("signingRequest " + code);
    assertThat(faultsOf(request, "tlsRequest")).isEmpty();
    nothingCameIn();
  }

  @ParameterizedTest
  @MethodSource("spoiledRequests")
  void aSpoiledTlsRequestIsRefusedForThatAlone(String code, UnaryOperator<SpoiledRequest> spoil) {
    var nonce = nonce();
    var spoiled = spoil.apply(SpoiledRequest.inOrder(keys.tls(), MILL, nonce)).pem();
    var request =
        new Enrolling.Request(CODE, nonce, signingRequest(nonce), spoiled, binding(nonce));
    assertThat(faults(request)).containsExactly("tlsRequest " + code);
    nothingCameIn();
  }

  @Test
  void aRequestWithOurNamesInTheExtensionsIsInOrder() {
    var nonce = nonce();
    var request =
        SpoiledRequest.inOrder(keys.tls(), MILL, nonce)
            .named(uri(MILL.did()))
            .wishing(Extension.basicConstraints, new BasicConstraints(false))
            .wishing(Extension.keyUsage, new KeyUsage(KeyUsage.digitalSignature))
            .pem();
    enrolling.enrol(
        MILL.shortId(),
        new Enrolling.Request(CODE, nonce, signingRequest(nonce), request, binding(nonce)));
  }

  @Test
  void otherCurvesAndOtherKindsOfKeysAreRefused() throws Exception {
    var rsa = KeyPairGenerator.getInstance("RSA");
    rsa.initialize(2048);
    var nonce = nonce();
    for (var pair : List.of(CertificateMaker.newKeyPair("secp384r1"), rsa.generateKeyPair())) {
      var algorithm =
          pair.getPrivate().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
      var request = SpoiledRequest.inOrder(pair, MILL, nonce).withAlgorithm(algorithm).pem();
      giveNonceAgain(nonce);
      assertThat(
              faults(
                  new Enrolling.Request(
                      CODE, nonce, signingRequest(nonce), request, binding(nonce))))
          .containsExactly("tlsRequest WRONG_CURVE");
    }
  }

  @Test
  void whatIsNoRequestIsRefusedWithoutMuchAdo() {
    var nonce = nonce();
    var der = SpoiledRequest.inOrder(keys.tls(), MILL, nonce).der();
    for (var text :
        List.of(
            "no request",
            Pem.write("CERTIFICATE", der),
            Pem.write("CERTIFICATE REQUEST", new byte[] {0x30, 0x03, 0x02, 0x01}),
            Pem.write("CERTIFICATE REQUEST", Arrays.copyOf(der, der.length + 1)))) {
      giveNonceAgain(nonce);
      assertThat(
              faults(
                  new Enrolling.Request(CODE, nonce, signingRequest(nonce), text, binding(nonce))))
          .containsExactly("tlsRequest NOT_A_REQUEST");
    }
  }

  @Test
  void anEncryptionKeyIsBoundByTheSigningKeyOfTheSameRequest() {
    var nonce = nonce();
    var other = SigningKey.generate();
    var sealing = keys.encryption().sealingKey();
    var cases =
        Map.of(
            new KeyBinding(MILL, sealing, nonce, CLOCK.now).sign(other),
            "UNKNOWN_KEY",
            new KeyBinding(MAKER, sealing, nonce, CLOCK.now).sign(keys.signing()),
            "FOREIGN_NAME",
            new KeyBinding(MILL, sealing, "old", CLOCK.now).sign(keys.signing()),
            "WRONG_NONCE",
            "no token",
            "MALFORMED_TOKEN");
    cases.forEach(
        (token, code) -> {
          giveNonceAgain(nonce);
          assertThat(
                  faults(
                      new Enrolling.Request(
                          CODE, nonce, signingRequest(nonce), tlsRequest(nonce), token)))
              .containsExactly("encryptionKey " + code);
        });
  }

  @Test
  void noKeyHasTwoUses() {
    var nonce = nonce();
    var signingAsTls = signingRequest(nonce);
    var signingAsEncryption =
        new KeyBinding(
                MILL, SealingKey.of(keys.signing().verificationKey().publicKey()), nonce, CLOCK.now)
            .sign(keys.signing());
    assertThat(
            faults(
                new Enrolling.Request(
                    CODE, nonce, signingRequest(nonce), signingAsTls, signingAsEncryption)))
        .containsExactly("tlsRequest KEY_USED_TWICE", "encryptionKey KEY_USED_TWICE");
  }

  @Test
  void noKeyBelongsToTwoCompanies() {
    enrolling.enrol(MILL.shortId(), requestInOrder());
    var code = "765432zyxwvutsrqponmlkjihgfedcba";
    giveCode(MAKER, code);
    var nonce = enrolling.nonce(MAKER.shortId(), code).text();
    var theirs =
        new Enrolling.Request(
            code,
            nonce,
            SpoiledRequest.inOrder(signingPair(), MAKER, nonce).pem(),
            SpoiledRequest.inOrder(keys.tls(), MAKER, nonce).pem(),
            new KeyBinding(MAKER, keys.encryption().sealingKey(), nonce, CLOCK.now)
                .sign(keys.signing()));
    var refused =
        catchThrowableOfType(Refused.class, () -> enrolling.enrol(MAKER.shortId(), theirs));
    assertThat(refused.errors().stream().map(FieldError::code))
        .containsExactly("KEY_KNOWN", "KEY_KNOWN", "KEY_KNOWN");
  }

  @Test
  void aNonceIsGoodOnceForItsParticipantForTenMinutes() {
    var nonce = nonce();
    enrolling.enrol(MILL.shortId(), requestOver(nonce));
    giveCode(MILL, CODE);
    keys = ParticipantKeys.make();
    assertThat(refusal(requestOver(nonce))).isEqualTo(ProblemCode.NONCE_REFUSED);

    assertThat(refusal(requestOver("made up"))).isEqualTo(ProblemCode.NONCE_REFUSED);

    var late = nonce();
    CLOCK.now = CLOCK.now.plus(Duration.ofMinutes(10));
    assertThat(refusal(requestOver(late))).isEqualTo(ProblemCode.NONCE_REFUSED);

    giveCode(MAKER, "765432zyxwvutsrqponmlkjihgfedcba");
    var makers = enrolling.nonce(MAKER.shortId(), "765432zyxwvutsrqponmlkjihgfedcba").text();
    assertThat(refusal(requestOver(makers))).isEqualTo(ProblemCode.NONCE_REFUSED);
  }

  @Test
  void aCodeIsGoodOnceForItsParticipantForSevenDays() {
    assertThat(nonceRefusal(MILL, "wrong")).isEqualTo(ProblemCode.ENROLMENT_CODE_INVALID);
    assertThat(nonceRefusal(MAKER, CODE)).isEqualTo(ProblemCode.ENROLMENT_CODE_INVALID);

    var nonce = nonce();
    CLOCK.now = CLOCK.now.plus(Duration.ofDays(7));
    assertThat(nonceRefusal(MILL, CODE)).isEqualTo(ProblemCode.ENROLMENT_CODE_EXPIRED);
    assertThat(refusal(requestOver(nonce))).isEqualTo(ProblemCode.ENROLMENT_CODE_EXPIRED);
    CLOCK.now = CLOCK.now.minus(Duration.ofDays(7));

    enrolling.enrol(MILL.shortId(), requestOver(nonce));
    assertThat(nonceRefusal(MILL, CODE)).isEqualTo(ProblemCode.ENROLMENT_CODE_USED);
  }

  @Test
  void aSuspendedParticipantDoesNotEnrol() {
    register.change(admitted(MILL).suspended("found out"));
    assertThat(nonceRefusal(MILL, CODE)).isEqualTo(ProblemCode.WRONG_STATUS);
  }

  private static Participant admitted(ParticipantId id) {
    var company =
        new Company(
            "Aomori Steel",
            Optional.empty(),
            "Aomori",
            "JP",
            Optional.empty(),
            Optional.empty(),
            List.of(),
            new Contact("Yamada", "yamada@mill.example", Optional.empty()),
            Set.of(Role.SUPPLIER));
    var application = Application.submitted(UUID.randomUUID(), company, CLOCK.now);
    return Participant.admitted(id, application, CLOCK.now);
  }

  private Enrolling enrolling() {
    return new Enrolling(
        register,
        new EnrolmentCode.Desk(register, CLOCK, Duration.ofDays(7)),
        register,
        register,
        authority,
        register,
        register,
        CLOCK,
        Duration.ofMinutes(10));
  }

  private void giveCode(ParticipantId participant, String code) {
    register.codes.put(
        SecretText.digest(code),
        new EnrolmentCodes.Kept(
            SecretText.digest(code),
            participant.shortId(),
            CLOCK.now.plus(Duration.ofDays(7)),
            Optional.empty()));
  }

  private String nonce() {
    return enrolling.nonce(MILL.shortId(), CODE).text();
  }

  /** In the service a refusal undoes the use of the nonce; the maps have no transactions. */
  private void giveNonceAgain(String nonce) {
    register.keep(SecretText.digest(nonce), MILL.shortId(), CLOCK.now.plus(Duration.ofMinutes(10)));
  }

  private Enrolling.Request requestInOrder() {
    return requestOver(nonce());
  }

  private Enrolling.Request requestOver(String nonce) {
    return new Enrolling.Request(
        CODE, nonce, signingRequest(nonce), tlsRequest(nonce), binding(nonce));
  }

  private KeyPair signingPair() {
    PublicKey publicKey = keys.signing().verificationKey().publicKey();
    return new KeyPair(publicKey, keys.signing().privateKey());
  }

  private String signingRequest(String nonce) {
    return SpoiledRequest.inOrder(signingPair(), MILL, nonce).pem();
  }

  private String tlsRequest(String nonce) {
    return SpoiledRequest.inOrder(keys.tls(), MILL, nonce).pem();
  }

  private String binding(String nonce) {
    return new KeyBinding(MILL, keys.encryption().sealingKey(), nonce, CLOCK.now)
        .sign(keys.signing());
  }

  private List<String> faults(Enrolling.Request request) {
    giveNonceAgain(request.nonce());
    var refused =
        catchThrowableOfType(Refused.class, () -> enrolling.enrol(MILL.shortId(), request));
    assertThat(refused).isNotNull();
    assertThat(refused.code()).isEqualTo(ProblemCode.KEYS_REFUSED);
    return refused.errors().stream().map(error -> error.field() + " " + error.code()).toList();
  }

  private List<String> faultsOf(Enrolling.Request request, String field) {
    return faults(request).stream().filter(fault -> fault.startsWith(field + " ")).toList();
  }

  private ProblemCode refusal(Enrolling.Request request) {
    return catchThrowableOfType(Refused.class, () -> enrolling.enrol(MILL.shortId(), request))
        .code();
  }

  private ProblemCode nonceRefusal(ParticipantId participant, String code) {
    return catchThrowableOfType(Refused.class, () -> enrolling.nonce(participant.shortId(), code))
        .code();
  }

  private void nothingCameIn() {
    assertThat(register.keys).isEmpty();
    assertThat(register.tlsKeys).isEmpty();
    assertThat(register.announced).isEmpty();
  }

  /** A clock the test sets. */
  private static final class MovingClock extends Clock {
    private Instant now = Instant.now();

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
