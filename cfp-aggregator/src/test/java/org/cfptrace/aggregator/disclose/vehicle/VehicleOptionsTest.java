package org.cfptrace.aggregator.disclose.vehicle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cfptrace.aggregator.disclose.FactsJson;
import org.cfptrace.service.answer.FieldError;
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.http.Body;
import org.junit.jupiter.api.Test;

/** What a request may say of a vehicle's files. */
class VehicleOptionsTest {
  private final FieldErrors faults = new FieldErrors();

  private VehicleOptions read(String json) {
    return VehicleOptions.read(Body.parse(json.getBytes(UTF_8)).fields(faults));
  }

  @Test
  void withoutAWordItIsForTheOwnerAndPlain() {
    VehicleOptions options = read("{}");

    assertThat(faults.list()).isEmpty();
    assertThat(options.audience()).isEqualTo(Audience.OWNER);
    assertThat(options.options()).isEmpty();
    assertThat(options.description()).isEmpty();
  }

  @Test
  void codesAreSortedAndStandOnceAndAreKeptAsTheyWereRead() {
    VehicleOptions options =
        read(
            """
            {"options": ["ROOF", "AWD", "ROOF"], "audience": "CUSTOMER", "description": "軽 EV"}
            """);

    assertThat(options.options()).containsExactly("AWD", "ROOF");
    assertThat(FactsJson.read(FactsJson.write(options), VehicleOptions.class)).isEqualTo(options);
  }

  @Test
  void everyFaultIsToldAtOnce() {
    read(
        """
        {"options": [""], "audience": "EVERYBODY", "description": "%s"}
        """
            .formatted("x".repeat(501)));

    assertThat(faults.list())
        .extracting(FieldError::field)
        .containsExactlyInAnyOrderElementsOf(List.of("options[0]", "audience", "description"));
  }
}
