package org.cfptrace.participant;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Stream;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/**
 * A participant's first start makes its keys and enrols them; every later one opens the files.
 * Files of the keys directory: {@code keys.p12, kafka-client.p12, kafka-truststore.p12,
 * signing-certificate.pem, participant.json}. The last is written last and means "enrolled". In
 * between {@code enrolment.json} keeps the request on its way, so that a crash at any point is made
 * good by starting again.
 */
public final class FirstStart {
  private static final String KEYS = "keys.p12";
  private static final String KAFKA_CLIENT = "kafka-client.p12";
  private static final String KAFKA_TRUST = "kafka-truststore.p12";
  private static final String SIGNING_CERTIFICATE = "signing-certificate.pem";
  private static final String PARTICIPANT = "participant.json";
  private static final String PENDING = "enrolment.json";

  private final Settings settings;
  private final EnrolmentClient client;

  private FirstStart(Settings settings, EnrolmentClient client) {
    this.settings = settings;
    this.client = client;
  }

  /**
   * Where the registry is, where our files are, and, for the first start only, who we are and the
   * one-time code.
   */
  // A password is an array so that nothing prints or interns it; settings are never compared.
  @SuppressWarnings("ArrayRecordComponent")
  public record Settings(
      URI registry,
      TrustAnchor trustAnchor,
      Path keysDirectory,
      char[] password,
      Optional<String> shortId,
      Optional<String> enrolmentCode) {
    public Settings {
      requireNonNull(registry, "registry");
      requireNonNull(trustAnchor, "trustAnchor");
      requireNonNull(keysDirectory, "keysDirectory");
      requireNonNull(password, "password");
      requireNonNull(shortId, "shortId");
      requireNonNull(enrolmentCode, "enrolmentCode");
    }

    @Override
    public String toString() {
      return "Settings[" + registry + ", " + keysDirectory + "]";
    }
  }

  /**
   * Opens the keys directory, after enrolling if that was not done yet.
   *
   * @throws RegistryRefusedException when the registry refuses the enrolment
   * @throws IllegalStateException when files cannot be read or written, or the registry does not
   *     answer
   */
  public static EnrolledParticipant openOrEnrol(Settings settings, Clock clock) {
    var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    var client = new EnrolmentClient(settings.registry(), settings.trustAnchor(), http, clock);
    return new FirstStart(settings, client).openOrEnrol();
  }

  private EnrolledParticipant openOrEnrol() {
    try {
      if (!Files.exists(file(PARTICIPANT))) {
        enrol();
      }
      return open();
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(
          "keys directory " + settings.keysDirectory() + " could not be used", e);
    }
  }

  private EnrolledParticipant open() throws IOException {
    var json = Members.of(StrictJson.parse(Files.readAllBytes(file(PARTICIPANT))), PARTICIPANT);
    var id = json.value("participant", ParticipantId::new);
    if (!id.equals(settings.trustAnchor().participant(id.shortId()))) {
      throw new IllegalStateException(
          "keys directory belongs to " + id + ", the trust anchor to another data space");
    }
    return new EnrolledParticipant(
        id,
        json.text("principal", 64),
        ParticipantKeys.open(file(KEYS), settings.password()),
        settings.trustAnchor(),
        file(KAFKA_CLIENT).toAbsolutePath(),
        file(KAFKA_TRUST).toAbsolutePath());
  }

  private void enrol() throws IOException, GeneralSecurityException {
    var shortId =
        settings
            .shortId()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "not enrolled yet: the participant id and its enrolment code are needed"));
    var participant = settings.trustAnchor().participant(shortId);
    var keys = keysToEnrol();
    var enrolment = client.submit(participant, requestFor(participant, keys), keys);
    keepKafkaFiles(keys, enrolment);
    keepSigningCertificate(enrolment);
    var json =
        StrictJson.object()
            .put("participant", participant.did())
            .put("principal", enrolment.principal());
    OwnerOnlyFile.write(file(PARTICIPANT), StrictJson.write(json));
    Files.deleteIfExists(file(PENDING));
  }

  private ParticipantKeys keysToEnrol() {
    if (Files.exists(file(KEYS))) {
      return ParticipantKeys.open(file(KEYS), settings.password());
    }
    var keys = ParticipantKeys.make();
    keys.save(file(KEYS), settings.password());
    return keys;
  }

  private EnrolmentClient.Prepared requestFor(ParticipantId participant, ParticipantKeys keys)
      throws IOException {
    var code =
        settings
            .enrolmentCode()
            .orElseThrow(
                () -> new IllegalStateException("not enrolled yet: the enrolment code is needed"));
    if (Files.exists(file(PENDING))) {
      var kept = Members.of(StrictJson.parse(Files.readAllBytes(file(PENDING))), PENDING);
      var body = kept.text("body");
      // A new code means that the operator wants a new attempt, not the old one again.
      if (body.contains('"' + code + '"')) {
        return new EnrolmentClient.Prepared(kept.text("idempotencyKey"), body);
      }
    }
    var prepared = client.prepare(participant, code, keys);
    var kept =
        StrictJson.object()
            .put("idempotencyKey", prepared.idempotencyKey())
            .put("body", prepared.body());
    OwnerOnlyFile.write(file(PENDING), StrictJson.write(kept));
    return prepared;
  }

  private void keepKafkaFiles(ParticipantKeys keys, Enrolment enrolment)
      throws IOException, GeneralSecurityException {
    var chain = new ArrayList<X509Certificate>();
    chain.add(enrolment.tlsCertificate());
    chain.addAll(enrolment.chain());
    var client = emptyStore();
    client.setKeyEntry(
        "tls", keys.tls().getPrivate(), settings.password(), chain.toArray(Certificate[]::new));
    write(client, KAFKA_CLIENT);
    var trusted = emptyStore();
    trusted.setCertificateEntry("root", settings.trustAnchor().rootCertificate());
    write(trusted, KAFKA_TRUST);
  }

  /** Not needed to trade; an archive wants it, and an auditor asks for it. */
  private void keepSigningCertificate(Enrolment enrolment) throws IOException {
    var pem = new StringBuilder();
    Stream.concat(Stream.of(enrolment.signingCertificate()), enrolment.chain().stream())
        .map(certificate -> Pem.write("CERTIFICATE", Certificates.encoded(certificate)))
        .forEach(pem::append);
    OwnerOnlyFile.write(file(SIGNING_CERTIFICATE), pem.toString().getBytes(US_ASCII));
  }

  private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private void write(KeyStore store, String name) throws IOException, GeneralSecurityException {
    var bytes = new ByteArrayOutputStream();
    store.store(bytes, settings.password());
    OwnerOnlyFile.write(file(name), bytes.toByteArray());
  }

  private Path file(String name) {
    return settings.keysDirectory().resolve(name);
  }
}
