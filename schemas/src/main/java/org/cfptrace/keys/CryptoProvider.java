package org.cfptrace.keys;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import javax.crypto.KeyAgreement;

/** One source of P-256 arithmetic, always asked by name, never by the JVM's order of providers. */
public final class CryptoProvider {
  private final String name;
  private final Provider provider;
  private final String signatureAlgorithm;

  CryptoProvider(String name, Provider provider, String signatureAlgorithm) {
    this.name = requireNonNull(name, "name");
    this.provider = requireNonNull(provider, "provider");
    this.signatureAlgorithm = requireNonNull(signatureAlgorithm, "signatureAlgorithm");
  }

  /** Short name for metrics and tests: {@code ACCP}, {@code BC} or {@code JDK}. */
  public String name() {
    return name;
  }

  /** For libraries that take a provider explicitly. */
  public Provider jca() {
    return provider;
  }

  /** A signature object whose signatures are r and s side by side, 64 bytes. */
  Signature signature() throws GeneralSecurityException {
    return Signature.getInstance(signatureAlgorithm, provider);
  }

  KeyFactory keyFactory() throws GeneralSecurityException {
    return KeyFactory.getInstance("EC", provider);
  }

  KeyPair newKeyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", provider);
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(name + " cannot make a P-256 key", e);
    }
  }

  byte[] agree(java.security.PrivateKey mine, java.security.PublicKey theirs)
      throws GeneralSecurityException {
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH", provider);
    agreement.init(mine);
    agreement.doPhase(theirs, true);
    return agreement.generateSecret();
  }

  /** Signs, checks, refuses a changed text, and agrees from both sides. */
  boolean passesSelfTest() {
    try {
      byte[] text = "self test".getBytes(StandardCharsets.US_ASCII);
      KeyPair one = newKeyPair();
      KeyPair two = newKeyPair();
      Signature signing = signature();
      signing.initSign(one.getPrivate());
      signing.update(text);
      byte[] signed = signing.sign();
      return signed.length == 64
          && accepts(one, text, signed)
          && !accepts(one, new byte[9], signed)
          && !accepts(two, text, signed)
          && Arrays.equals(
              agree(one.getPrivate(), two.getPublic()), agree(two.getPrivate(), one.getPublic()));
    } catch (GeneralSecurityException | RuntimeException e) {
      return false;
    }
  }

  private boolean accepts(KeyPair keys, byte[] text, byte[] signed)
      throws GeneralSecurityException {
    Signature checking = signature();
    checking.initVerify(keys.getPublic());
    checking.update(text);
    return checking.verify(signed);
  }

  @Override
  public String toString() {
    return name;
  }
}
