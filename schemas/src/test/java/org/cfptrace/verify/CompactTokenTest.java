package org.cfptrace.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.cfptrace.keys.Jws;
import org.cfptrace.keys.SigningKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A token has three parts, and of its header only the key's name varies. */
class CompactTokenTest {
  private static final String TYP = "any-v1+jwt";
  private static final SigningKey KEY = SigningKey.generate();
  private static final byte[] PAYLOAD = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
  private static final String TOKEN = Jws.sign(KEY, TYP, PAYLOAD);

  @Test
  void takesATokenApartAsItCame() {
    CompactToken token = CompactToken.parse(TOKEN, TYP);

    assertThat(token.kid()).isEqualTo(KEY.thumbprint());
    assertThat(token.payload()).isEqualTo(PAYLOAD);
    assertThat(new String(token.signingInput(), StandardCharsets.US_ASCII))
        .isEqualTo(TOKEN.substring(0, TOKEN.lastIndexOf('.')));
    assertThat(token.isSignedBy(KEY.verificationKey())).isTrue();
    assertThat(token.isSignedBy(SigningKey.generate().verificationKey())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AA", ".", "AA.", ".AA", "AA.AA", "..", ".AA.AA", "AA.AA.AA.AA"})
  void refusesAnyOtherNumberOfParts(String text) {
    refused(text, Reason.MALFORMED_TOKEN, "expected three parts");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AB.AA.AA", "AA.AB.AA", "AA.AA.AB", "A=.AA.AA", "AA.A+.AA", "AA.AA.A/"})
  void refusesPartsOfAnotherSpelling(String text) {
    refused(text, Reason.MALFORMED_TOKEN, "expected base64url in its one spelling");
  }

  @Test
  void refusesAHeaderTooShortToNameAKey() {
    refused("AA.AA.AA", Reason.MALFORMED_HEADER, "expected alg, kid and typ any-v1+jwt");
  }

  @Test
  void tellsAnotherVersionFromAnotherType() {
    refused(Jws.sign(KEY, "any-v2+jwt", PAYLOAD), Reason.UNSUPPORTED_VERSION, "not any-v1+jwt");
    refused(Jws.sign(KEY, "any-v9999+jwt", PAYLOAD), Reason.UNSUPPORTED_VERSION, "not any-v1+jwt");
    for (String typ : new String[] {"any-v10000+jwt", "any-v+jwt", "other-v1+jwt", "any-v2jwt"}) {
      refused(
          Jws.sign(KEY, typ, PAYLOAD),
          Reason.MALFORMED_HEADER,
          "expected alg, kid and typ any-v1+jwt");
    }
  }

  private static void refused(String text, Reason reason, String detail) {
    assertThatThrownBy(() -> CompactToken.parse(text, TYP))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason))
        .hasMessage(detail);
  }
}
