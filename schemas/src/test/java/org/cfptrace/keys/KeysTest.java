package org.cfptrace.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.security.Provider;
import java.security.Security;
import java.security.interfaces.ECPrivateKey;
import java.util.Arrays;
import java.util.List;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.MalformedException;
import org.cfptrace.strict.StrictJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeysTest {
  private static final byte[] TEXT = "3 kg".getBytes(StandardCharsets.US_ASCII);

  static List<CryptoProvider> providers() {
    return CryptoProviders.all();
  }

  @Test
  void prefersTheNativeProviderThenBouncyCastleThenTheJdk() {
    List<String> names = CryptoProviders.all().stream().map(CryptoProvider::name).toList();
    if (hasNativeCode()) {
      assertThat(names).as("all three work here").containsExactly("ACCP", "BC", "JDK");
    } else {
      assertThat(names).endsWith("BC", "JDK");
    }
    assertThat(CryptoProviders.chosen()).isEqualTo(CryptoProviders.all().get(0));
  }

  /** Where Amazon ships a native library, a silent fall-back would cost ten times the time. */
  private static boolean hasNativeCode() {
    return System.getProperty("os.name").equals("Linux")
        && List.of("amd64", "aarch64").contains(System.getProperty("os.arch"));
  }

  @ParameterizedTest
  @MethodSource("providers")
  void aProviderWithAnotherSignatureAlgorithmDoesNotPassTheSelfTest(CryptoProvider provider) {
    // DER instead of r and s side by side; one that signs something else; one that is not there.
    for (String algorithm : List.of("SHA256withECDSA", "SHA512withECDSA", "SHA256withNothing")) {
      assertThat(new CryptoProvider("wrong", provider.jca(), algorithm).passesSelfTest())
          .as(algorithm)
          .isFalse();
    }
    assertThat(provider.passesSelfTest()).isTrue();
  }

  /** The native one alone: BouncyCastle in front would take the faster AES away. */
  @Test
  void onlyTheNativeProviderLeadsTheJvm() {
    Provider chosen = CryptoProviders.chosen().jca();
    boolean isNative = CryptoProviders.chosen().name().equals("ACCP");
    Provider before = Security.getProviders()[0];
    try {
      CryptoProviders.leadTheJvm();
      CryptoProviders.leadTheJvm();

      assertThat(Security.getProviders()[0]).isEqualTo(isNative ? chosen : before);
    } finally {
      if (isNative) {
        Security.removeProvider(chosen.getName());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("providers")
  void whatOneProviderSignsEveryOtherChecks(CryptoProvider provider) {
    SigningKey key = SigningKey.generate(provider);
    byte[] signature = key.sign(TEXT);

    for (CryptoProvider other : providers()) {
      VerificationKey checking = key.verificationKey().with(other);
      assertThat(checking.verifies(TEXT, signature)).isTrue();
      assertThat(checking.verifies(new byte[4], signature)).isFalse();
      assertThat(checking.verifies(TEXT, signature)).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("providers")
  void refusesSignaturesOfZeroOrderOrOtherLength(CryptoProvider provider) {
    SigningKey key = SigningKey.generate(provider);
    VerificationKey checking = key.verificationKey();
    byte[] ofOrder = new byte[64];
    System.arraycopy(P256.coordinate(P256.ORDER), 0, ofOrder, 0, 32);
    System.arraycopy(P256.coordinate(P256.ORDER), 0, ofOrder, 32, 32);

    assertThat(checking.verifies(TEXT, new byte[64])).isFalse();
    assertThat(checking.verifies(TEXT, ofOrder)).isFalse();
    assertThat(checking.verifies(TEXT, Arrays.copyOf(key.sign(TEXT), 63))).isFalse();
    assertThat(checking.verifies(TEXT, new byte[0])).isFalse();
  }

  /** A key that wrote the curve's numbers out could stand in no certificate that the JDK reads. */
  @ParameterizedTest
  @MethodSource("providers")
  void aKeyReadFromItsJwkNamesItsCurve(CryptoProvider provider) {
    SigningKey key = SigningKey.generate(provider);
    VerificationKey read =
        VerificationKey.ofJwk(StrictJson.parse(bytes(key.verificationKey().jwk())), provider);

    assertThat(read.publicKey().getEncoded()).hasSize(91);
  }

  @ParameterizedTest
  @MethodSource("providers")
  void keysOfOneProviderServeWithAnother(CryptoProvider provider) {
    for (CryptoProvider maker : providers()) {
      SigningKey made = SigningKey.generate(maker);
      SigningKey taken =
          SigningKey.of(
              (ECPrivateKey) made.privateKey(), made.verificationKey().publicKey(), provider);

      for (int i = 0; i < 3; i++) {
        assertThat(made.verificationKey().verifies(TEXT, taken.sign(TEXT))).isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("providers")
  void bothSidesAgreeOnOneSecret(CryptoProvider provider) {
    EncryptionKey mine = EncryptionKey.generate(provider);

    for (CryptoProvider other : providers()) {
      EphemeralKey ephemeral =
          EphemeralKey.towards(SealingKey.of(mine.sealingKey().publicKey(), other));
      assertThat(mine.agreeWith(ephemeral.x(), ephemeral.y())).isEqualTo(ephemeral.sharedSecret());
    }
  }

  @Test
  void theThumbprintIsThatOfRfc7638() throws Exception {
    VerificationKey key = SigningKey.generate().verificationKey();

    assertThat(key.thumbprint().value())
        .isEqualTo(ECKey.parse(key.jwk()).computeThumbprint().toString());
  }

  @Test
  void aKeySurvivesItsJwkAndNothingElseIsRead() {
    VerificationKey key = SigningKey.generate().verificationKey();

    assertThat(VerificationKey.ofJwk(StrictJson.parse(bytes(key.jwk())))).isEqualTo(key);
    assertThatThrownBy(
            () ->
                VerificationKey.ofJwk(
                    StrictJson.parse(bytes(key.jwk().replace("}", ",\"d\":\"AA\"}")))))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void aPointOffTheCurveIsNoKey() {
    String x = Base64Url.encode(new byte[32]);

    assertThatThrownBy(
            () ->
                SealingKey.ofJwk(
                    StrictJson.parse(
                        bytes(
                            "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\""
                                + x
                                + "\",\"y\":\""
                                + x
                                + "\"}"))))
        .isInstanceOf(MalformedException.class)
        .hasMessageContaining("not on P-256");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
