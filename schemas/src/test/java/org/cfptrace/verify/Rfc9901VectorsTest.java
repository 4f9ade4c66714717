package org.cfptrace.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.cfptrace.keys.VerificationKey;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.StrictJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of RFC 9901 itself: signature, disclosures, digests and resolved payloads. */
class Rfc9901VectorsTest {
  private static final JsonNode VECTORS = vectors();

  record Example(String name, String token, JsonNode expected) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Example> examples() {
    return VECTORS
        .get("tokens")
        .valueStream()
        .map(
            token ->
                new Example(
                    token.get("name").textValue(),
                    token.get("sdJwt").textValue(),
                    token.get("payloadAfterResolving")));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theSignatureFits(Example example) {
    String jws = parts(example.token()).get(0);
    int dot = jws.lastIndexOf('.');
    byte[] input = jws.substring(0, dot).getBytes(StandardCharsets.US_ASCII);
    VerificationKey issuer = VerificationKey.ofJwk(issuerKey());

    assertThat(issuer.verifies(input, Base64Url.decode(jws.substring(dot + 1)))).isTrue();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void thePayloadResolvesToWhatTheStandardSays(Example example) {
    List<String> parts = parts(example.token());
    String jws = parts.get(0);
    String payload = jws.substring(jws.indexOf('.') + 1, jws.lastIndexOf('.'));

    ObjectNode resolved =
        DisclosureResolver.resolve(
            StrictJson.parse(Base64Url.decode(payload)), parts.subList(1, parts.size()));

    assertThat(resolved).isEqualTo(example.expected());
  }

  @Test
  void disclosuresHaveTheDigestsTheStandardSays() {
    for (JsonNode vector : VECTORS.get("disclosures")) {
      DisclosureParts parts = DisclosureParts.parse(vector.get("disclosure").textValue());
      JsonNode contents = vector.get("contents");

      assertThat(parts.digest()).isEqualTo(vector.get("digest").textValue());
      assertThat(parts.value()).isEqualTo(contents.get(contents.size() - 1));
      assertThat(parts.name().isPresent()).isEqualTo(contents.size() == 3);
    }
  }

  private static JsonNode issuerKey() {
    return VECTORS.get("issuerPublicKey");
  }

  /**
   * Token and disclosures; what follows the last ~ is a holder's key binding, which we do not use.
   */
  private static List<String> parts(String token) {
    String[] parts = token.split("~", -1);
    return Arrays.asList(parts).subList(0, parts.length - 1);
  }

  private static JsonNode vectors() {
    try (InputStream file =
        Objects.requireNonNull(
            Rfc9901VectorsTest.class.getResourceAsStream("/vectors/rfc9901/vectors.json"))) {
      return StrictJson.parse(file.readAllBytes());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
