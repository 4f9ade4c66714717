package org.cfptrace.participant;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.cfptrace.keys.EncryptionKey;
import org.cfptrace.keys.SigningKey;

/**
 * A participant's three private keys: one signs, one opens what was sealed to us, one speaks TLS.
 * They are made together, differ from each other, and live in one PKCS#12 file ({@code sign},
 * {@code enc}, {@code tls}) that only its owner may read.
 */
public final class ParticipantKeys {
  private static final String SIGN = "sign";
  private static final String ENCRYPT = "enc";
  private static final String TLS = "tls";

  private final SigningKey signing;
  private final EncryptionKey encryption;
  private final KeyPair tls;

  private ParticipantKeys(SigningKey signing, EncryptionKey encryption, KeyPair tls) {
    this.signing = requireNonNull(signing, "signing");
    this.encryption = requireNonNull(encryption, "encryption");
    this.tls = requireNonNull(tls, "tls");
  }

  /** New keys, all on P-256. */
  public static ParticipantKeys make() {
    return new ParticipantKeys(SigningKey.generate(), EncryptionKey.generate(), newTlsKey());
  }

  /** Reads the file that {@link #save} wrote. */
  public static ParticipantKeys open(Path file, char[] password) {
    try {
      var store = KeyStore.getInstance("PKCS12");
      try (var in = Files.newInputStream(file)) {
        store.load(in, password);
      }
      var sign = keyPair(store, SIGN, password);
      var encrypt = keyPair(store, ENCRYPT, password);
      return new ParticipantKeys(
          SigningKey.of((ECPrivateKey) sign.getPrivate(), (ECPublicKey) sign.getPublic()),
          EncryptionKey.of((ECPrivateKey) encrypt.getPrivate(), (ECPublicKey) encrypt.getPublic()),
          keyPair(store, TLS, password));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("keys could not be read from " + file, e);
    }
  }

  /** Writes all keys to {@code file}, at once or not at all. */
  public void save(Path file, char[] password) {
    try {
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      put(store, SIGN, signing.privateKey(), signing.verificationKey().publicKey(), password);
      put(store, ENCRYPT, encryption.privateKey(), encryption.sealingKey().publicKey(), password);
      put(store, TLS, tls.getPrivate(), tls.getPublic(), password);
      var bytes = new ByteArrayOutputStream();
      store.store(bytes, password);
      OwnerOnlyFile.write(file, bytes.toByteArray());
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("keys could not be written to " + file, e);
    }
  }

  public SigningKey signing() {
    return signing;
  }

  public EncryptionKey encryption() {
    return encryption;
  }

  public KeyPair tls() {
    return tls;
  }

  private static KeyPair newTlsKey() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no P-256 key pair", e);
    }
  }

  private static KeyPair keyPair(KeyStore store, String alias, char[] password)
      throws GeneralSecurityException {
    var key = store.getKey(alias, password);
    var certificate = store.getCertificate(alias);
    if (!(key instanceof PrivateKey privateKey) || certificate == null) {
      throw new IllegalStateException("the key file holds no key named " + alias);
    }
    return new KeyPair(certificate.getPublicKey(), privateKey);
  }

  private void put(
      KeyStore store, String alias, PrivateKey privateKey, PublicKey publicKey, char[] password)
      throws GeneralSecurityException {
    store.setKeyEntry(alias, privateKey, password, new Certificate[] {holder(alias, publicKey)});
  }

  /**
   * PKCS#12 wants a certificate beside each key. Ours only carries the public half: nobody trusts
   * it, and the encryption key cannot sign one for itself, so the signing key makes all three.
   */
  private Certificate holder(String alias, PublicKey publicKey) throws GeneralSecurityException {
    var name = new X500Principal("CN=" + alias);
    var now = Instant.now();
    var builder =
        new JcaX509v3CertificateBuilder(
            name,
            new BigInteger(120, new SecureRandom()),
            Date.from(now),
            Date.from(now.plus(Duration.ofDays(36_500))),
            name,
            publicKey);
    try {
      var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(signing.privateKey());
      return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    } catch (OperatorCreationException e) {
      throw new GeneralSecurityException("holder certificate", e);
    }
  }
}
