package org.cfptrace.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.jwk.Curve;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPrivateKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.keys.CryptoProvider;
import org.cfptrace.keys.CryptoProviders;
import org.cfptrace.keys.EncryptionKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopesTest {
  private static final byte[] TEXT =
      "3 kg, and nobody on the way reads it".getBytes(StandardCharsets.UTF_8);

  static List<CryptoProvider> providers() {
    return CryptoProviders.all();
  }

  @ParameterizedTest
  @MethodSource("providers")
  void anotherImplementationOpensWhatWeSeal(CryptoProvider provider) throws Exception {
    EncryptionKey recipient = EncryptionKey.generate(provider);

    JWEObject jwe =
        JWEObject.parse(
            new String(Envelopes.seal(TEXT, recipient.sealingKey()), StandardCharsets.US_ASCII));
    jwe.decrypt(new ECDHDecrypter((ECPrivateKey) recipient.privateKey(), Set.of(), Curve.P_256));

    assertThat(SizeClasses.unpad(jwe.getPayload().toBytes())).contains(TEXT);
    assertThat(jwe.getHeader().getIncludedParams())
        .containsExactlyInAnyOrder("alg", "enc", "kid", "epk", "cty");
    assertThat(jwe.getHeader().getKeyID()).isEqualTo(recipient.thumbprint().value());
  }

  @Test
  void nothingIsTheSameInTwoEnvelopesOfOneText() {
    EncryptionKey recipient = EncryptionKey.generate();
    String[] one = parts(Envelopes.seal(TEXT, recipient.sealingKey()));
    String[] two = parts(Envelopes.seal(TEXT, recipient.sealingKey()));

    for (int part = 0; part < 5; part++) {
      assertThat(one[part]).isNotEqualTo(two[part]).hasSameSizeAs(two[part]);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4095, 4096, 5000, 8191, 100_000, 262_143})
  void everyTextFillsASizeClass(int length) {
    byte[] text = new byte[length];
    Arrays.fill(text, (byte) 0x80);

    byte[] padded = SizeClasses.pad(text);

    assertThat(padded.length).isGreaterThan(length).isBetween(4096, 262_144);
    assertThat(Integer.bitCount(padded.length)).isOne();
    assertThat(SizeClasses.unpad(padded)).contains(text);
  }

  @Test
  void aTextAboveTheLargestClassIsRefused() {
    assertThatThrownBy(() -> SizeClasses.pad(new byte[262_144]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a message holds at most 262143 bytes, this one 262144");
  }

  @Test
  void onlyTheOnePaddingIsTakenOff() {
    byte[] good = SizeClasses.pad(TEXT);
    byte[] otherMark = good.clone();
    otherMark[TEXT.length] = 1;
    byte[] tooLarge = Arrays.copyOf(good, 8192);

    assertThat(SizeClasses.unpad(good)).isPresent();
    assertThat(SizeClasses.unpad(otherMark)).isEqualTo(Optional.empty());
    assertThat(SizeClasses.unpad(tooLarge)).isEqualTo(Optional.empty());
    assertThat(SizeClasses.unpad(Arrays.copyOf(good, 4095))).isEqualTo(Optional.empty());
    assertThat(SizeClasses.unpad(new byte[4096])).isEqualTo(Optional.empty());
    assertThat(SizeClasses.unpad(new byte[0])).isEqualTo(Optional.empty());
  }

  private static String[] parts(byte[] envelope) {
    return new String(envelope, StandardCharsets.US_ASCII).split("\\.", -1);
  }
}
