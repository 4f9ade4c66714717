package org.cfptrace.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.cfptrace.keys.Jws;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.strict.StrictJson;
import org.junit.jupiter.api.Test;

/** What lies in our own tables is read as strictly as what comes, but for its signature. */
class KeptTokensTest {
  private static final String TYP = "any-v1+jwt";
  private static final int LONGEST = 4096;
  private static final SigningKey KEY = SigningKey.generate();

  @Test
  void theSignatureIsNotAskedForAgain() {
    String token = signed("{\"a\":1}");
    String unsigned = token.substring(0, token.lastIndexOf('.') + 1);

    for (String kept : new String[] {token, unsigned}) {
      assertThat(read(kept).asOptional()).contains(StrictJson.object().put("a", 1));
    }
  }

  @Test
  void allElseIsAsStrict() {
    assertThat(read("AA.AA").whyNot()).contains(Reason.MALFORMED_TOKEN);
    assertThat(read(Jws.sign(KEY, "other-v1+jwt", "{}".getBytes(StandardCharsets.UTF_8))).whyNot())
        .contains(Reason.MALFORMED_HEADER);
    assertThat(read(signed("{\"a\":1,\"a\":1}")).whyNot()).contains(Reason.MALFORMED_PAYLOAD);
  }

  @Test
  void aTokenMayBeAsLongAsItsTypeSays() {
    int rest = signed(text("")).length();
    String longest = signed(text("a".repeat((LONGEST - rest) * 3 / 4 - 1)));

    assertThat(longest.length()).isBetween(LONGEST - 4, LONGEST);
    assertThat(KeptTokens.KEPT.read(longest, TYP, longest.length()).asOptional()).isPresent();
    assertThat(KeptTokens.KEPT.read(longest, TYP, longest.length() - 1).whyNot())
        .contains(Reason.TOO_LARGE);
    assertThat(KeptTokens.KEPT.read(longest + "A", TYP, LONGEST - 1024))
        .isEqualTo(
            new Reading.Refused<JsonNode>(
                Reason.TOO_LARGE, "expected at most 3 KiB", Optional.empty()));
  }

  @Test
  void oneTextInItMayBeAsLongAsAReport() {
    String report = signed(text("a".repeat(300 * 1024)));

    assertThat(KeptTokens.KEPT.read(report, TYP, 1024 * 1024).asOptional()).isPresent();
  }

  private static String text(String value) {
    return "{\"a\":\"" + value + "\"}";
  }

  private static String signed(String payload) {
    return Jws.sign(KEY, TYP, payload.getBytes(StandardCharsets.UTF_8));
  }

  private static Reading<JsonNode> read(String token) {
    return KeptTokens.KEPT.read(token, TYP, LONGEST);
  }
}
