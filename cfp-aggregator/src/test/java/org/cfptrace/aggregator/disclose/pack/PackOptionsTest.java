package org.cfptrace.aggregator.disclose.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.cfptrace.aggregator.disclose.FactsJson;
import org.cfptrace.service.answer.FieldError;
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.http.Body;
import org.junit.jupiter.api.Test;

/** What a request may say of an auditor's pack. */
class PackOptionsTest {
  private final FieldErrors faults = new FieldErrors();

  private PackOptions read(String json) {
    return PackOptions.read(Body.parse(json.getBytes(UTF_8)).fields(faults));
  }

  @Test
  void theAuditorAndTheMandateAreKeptAsTheyWereRead() {
    PackOptions options =
        read(
            """
            {"options": ["B", "A"], "auditor": "監査法人 X", "mandate": "urn:uuid:7"}
            """);

    assertThat(faults.list()).isEmpty();
    assertThat(options.options()).containsExactly("A", "B");
    assertThat(options.auditor()).contains("監査法人 X");
    assertThat(FactsJson.read(FactsJson.write(options), PackOptions.class)).isEqualTo(options);
  }

  @Test
  void everyFaultIsToldAtOnce() {
    read("{\"options\": \"A\", \"auditor\": 7, \"mandate\": \"%s\"}".formatted("x".repeat(201)));

    assertThat(faults.list())
        .extracting(FieldError::code)
        .containsExactlyInAnyOrder("WRONG_TYPE", "WRONG_TYPE", "TOO_LONG");
  }
}
