package org.cfptrace.registry.certificate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.GeneralName;
import org.cfptrace.keys.VerificationKey;
import org.cfptrace.participant.TrustAnchor;

/**
 * The files a data space starts with, all PKCS#12 with one password:
 *
 * <ul>
 *   <li>{@code root.p12}: the root's private key (P-384, 20 years). Take it offline; nothing that
 *       runs reads it.
 *   <li>{@code authority.p12}: issuing key (P-256, 5 years) and the key that signs the directory.
 *   <li>{@code broker.p12}: the Kafka broker, {@code CN=broker}, for {@code localhost} and {@code
 *       127.0.0.1}; serves and connects to itself.
 *   <li>{@code registry.p12}: the registry as a Kafka client, {@code CN=registry}.
 *   <li>{@code truststore.p12}: the root certificate.
 *   <li>{@code trust-anchor.json}: what each participant is given out of band.
 * </ul>
 */
public final class AuthorityFiles {
  /** Name of the file with the issuing key and the directory key. */
  public static final String AUTHORITY = "authority.p12";

  /** Name of the file with the broker's key. */
  public static final String BROKER = "broker.p12";

  /** Name of the file with the registry's own Kafka key. */
  public static final String REGISTRY = "registry.p12";

  /** Name of the file with the root certificate, for TLS. */
  public static final String TRUST_STORE = "truststore.p12";

  /** Name of the file participants are given. */
  public static final String TRUST_ANCHOR = "trust-anchor.json";

  static final String ISSUING_ALIAS = "issuing";
  static final String DIRECTORY_ALIAS = "directory";
  static final String ROOT_ALIAS = "root";

  private static final String ROOT = "root.p12";
  private static final Duration ROOT_VALIDITY = Duration.ofDays(20 * 365);
  private static final Duration ISSUING_VALIDITY = Duration.ofDays(5 * 365);
  private static final Duration SERVICE_VALIDITY = Duration.ofDays(398);

  private AuthorityFiles() {}

  /**
   * Makes all files in an empty or new directory, readable by their owner alone.
   *
   * @throws IllegalStateException when an authority is there already: a second one would cut off
   *     every participant of the first
   */
  public static void create(Path directory, String dataSpaceDomain, char[] password) {
    if (Files.exists(directory.resolve(AUTHORITY))) {
      throw new IllegalStateException("an authority exists already in " + directory);
    }
    try {
      Files.createDirectories(directory);
      write(directory, dataSpaceDomain, password, Instant.now());
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("authority files could not be written to " + directory, e);
    }
  }

  private static void write(Path directory, String domain, char[] password, Instant now)
      throws IOException, GeneralSecurityException {
    var rootKeys = CertificateMaker.newKeyPair("secp384r1");
    var root = CertificateMaker.root(rootKeys, name("CFP Trace root", domain), now, ROOT_VALIDITY);
    var issuingKeys = CertificateMaker.newKeyPair("secp256r1");
    var issuing =
        CertificateMaker.issuing(
            issuingKeys.getPublic(),
            name("CFP Trace issuing", domain),
            rootKeys,
            root,
            now,
            ISSUING_VALIDITY);
    var authority = new Issuer(issuingKeys.getPrivate(), issuing, now);

    var directoryKeys = CertificateMaker.newKeyPair("secp256r1");
    var directoryCertificate =
        authority.leaf(
            directoryKeys,
            "directory",
            List.of(new GeneralName(GeneralName.uniformResourceIdentifier, registryDid(domain))),
            LeafProfile.SIGNING,
            ISSUING_VALIDITY);
    var brokerKeys = CertificateMaker.newKeyPair("secp256r1");
    var broker =
        authority.leaf(
            brokerKeys,
            "broker",
            List.of(
                new GeneralName(GeneralName.dNSName, "localhost"),
                new GeneralName(GeneralName.iPAddress, "127.0.0.1")),
            LeafProfile.TLS_SERVER,
            SERVICE_VALIDITY);
    var registryKeys = CertificateMaker.newKeyPair("secp256r1");
    var registry =
        authority.leaf(
            registryKeys, "registry", List.of(), LeafProfile.TLS_CLIENT, SERVICE_VALIDITY);

    save(
        directory.resolve(ROOT),
        password,
        Map.of(ROOT_ALIAS, new Entry(rootKeys.getPrivate(), List.of(root))));
    save(
        directory.resolve(BROKER),
        password,
        Map.of("broker", new Entry(brokerKeys.getPrivate(), List.of(broker, issuing))));
    save(
        directory.resolve(REGISTRY),
        password,
        Map.of("registry", new Entry(registryKeys.getPrivate(), List.of(registry, issuing))));
    saveTrusted(directory.resolve(TRUST_STORE), password, root);
    secret(
        directory.resolve(TRUST_ANCHOR), trustAnchor(domain, root, directoryKeys).getBytes(UTF_8));
    // Last, because its presence says that the authority is complete.
    save(
        directory.resolve(AUTHORITY),
        password,
        Map.of(
            ISSUING_ALIAS, new Entry(issuingKeys.getPrivate(), List.of(issuing, root)),
            DIRECTORY_ALIAS,
                new Entry(
                    directoryKeys.getPrivate(), List.of(directoryCertificate, issuing, root))));
  }

  static String registryDid(String domain) {
    return "did:web:" + domain;
  }

  private static X500Principal name(String commonName, String domain) {
    return new X500Principal("CN=" + commonName + ", O=" + domain);
  }

  private static String trustAnchor(String domain, X509Certificate root, KeyPair directory) {
    var key = VerificationKey.of((ECPublicKey) directory.getPublic());
    return new TrustAnchor(domain, registryDid(domain), root, key).toJson();
  }

  private static void save(Path file, char[] password, Map<String, Entry> entries)
      throws IOException, GeneralSecurityException {
    var store = emptyStore();
    for (var entry : entries.entrySet()) {
      store.setKeyEntry(
          entry.getKey(),
          entry.getValue().key(),
          password,
          entry.getValue().chain().toArray(Certificate[]::new));
    }
    write(store, file, password);
  }

  private static void saveTrusted(Path file, char[] password, X509Certificate root)
      throws IOException, GeneralSecurityException {
    var store = emptyStore();
    store.setCertificateEntry(ROOT_ALIAS, root);
    write(store, file, password);
  }

  private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static void write(KeyStore store, Path file, char[] password)
      throws IOException, GeneralSecurityException {
    var bytes = new ByteArrayOutputStream();
    store.store(bytes, password);
    secret(file, bytes.toByteArray());
  }

  private static void secret(Path file, byte[] bytes) throws IOException {
    var posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (posix) {
      var ownerOnly =
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      Files.newByteChannel(
              file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)
          .close();
    }
    Files.write(file, bytes);
  }

  /** A private key with the certificates that speak for it, its own first. */
  private record Entry(PrivateKey key, List<X509Certificate> chain) {
    Entry {
      chain = List.copyOf(chain);
    }
  }

  private record Issuer(PrivateKey key, X509Certificate certificate, Instant now) {
    X509Certificate leaf(
        KeyPair keys,
        String commonName,
        List<GeneralName> names,
        LeafProfile profile,
        Duration validity) {
      return CertificateMaker.leaf(
          keys.getPublic(),
          new X500Principal("CN=" + commonName),
          names,
          profile,
          key,
          certificate,
          now,
          now.plus(validity));
    }
  }
}
