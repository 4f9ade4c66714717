package org.cfptrace.participant;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.VerificationKey;
import org.cfptrace.log.LogTrust;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.Members;
import org.cfptrace.strict.StrictJson;

/**
 * What a participant must be given out of band before it believes anything: the data space's name,
 * the root certificate and the key that signs the directory. JSON members: {@code domain,
 * registryDid, rootCertificate} (PEM), {@code directoryKey} (JWK) and, where there is a log, {@code
 * log}: whose word about it to believe.
 */
public record TrustAnchor(
    String domain,
    String registryDid,
    X509Certificate rootCertificate,
    VerificationKey directoryKey,
    Optional<LogTrust> log) {

  public TrustAnchor {
    requireNonNull(domain, "domain");
    requireNonNull(registryDid, "registryDid");
    requireNonNull(rootCertificate, "rootCertificate");
    requireNonNull(directoryKey, "directoryKey");
    requireNonNull(log, "log");
  }

  /** An anchor of a data space without a log. */
  public TrustAnchor(
      String domain,
      String registryDid,
      X509Certificate rootCertificate,
      VerificationKey directoryKey) {
    this(domain, registryDid, rootCertificate, directoryKey, Optional.empty());
  }

  /** The same, with whom to believe about the log. */
  public TrustAnchor with(LogTrust trust) {
    return new TrustAnchor(domain, registryDid, rootCertificate, directoryKey, Optional.of(trust));
  }

  /** Reads the file the operator handed out. */
  public static TrustAnchor read(Path file) {
    try {
      return parse(Files.readString(file, UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("trust anchor could not be read from " + file, e);
    }
  }

  /** Reads the JSON of {@code trust-anchor.json} or of {@code GET /trust-anchor}. */
  public static TrustAnchor parse(String json) {
    try {
      var members = Members.of(StrictJson.parse(json.getBytes(UTF_8)), "trustAnchor");
      var anchor =
          new TrustAnchor(
              members.text("domain", 253),
              members.text("registryDid", 300),
              Certificates.readPem(members.text("rootCertificate", 8192)),
              VerificationKey.ofJwk(members.any("directoryKey")),
              members.optionalObject("log").map(LogTrust::from));
      members.end();
      return anchor;
    } catch (MalformedException e) {
      throw new IllegalArgumentException("not a trust anchor: " + e.getMessage(), e);
    }
  }

  /** The same JSON again. */
  public String toJson() {
    var json =
        StrictJson.object()
            .put("domain", domain)
            .put("registryDid", registryDid)
            .put(
                "rootCertificate", Pem.write("CERTIFICATE", Certificates.encoded(rootCertificate)));
    json.set("directoryKey", StrictJson.parse(directoryKey.jwk().getBytes(US_ASCII)));
    log.ifPresent(trust -> json.set("log", trust.toJson()));
    return new String(StrictJson.write(json), UTF_8);
  }

  /** The full name of a participant of this data space. */
  public ParticipantId participant(String shortId) {
    return ParticipantId.of(domain, shortId);
  }
}
