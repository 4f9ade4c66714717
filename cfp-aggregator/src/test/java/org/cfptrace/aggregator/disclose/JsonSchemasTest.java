package org.cfptrace.aggregator.disclose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.SchemaException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class JsonSchemasTest {
  private static final String GOOD =
      "{\"amount\": \"3.5\", \"figure\": -0.5, \"on\": \"2026-03-31T00:00:00Z\"}";

  @Test
  void whatFitsHasNoFaults() {
    assertThat(faults(GOOD)).isEmpty();
  }

  @Test
  void aFaultNamesTheSchemaAndThePlace() {
    assertThat(faults(GOOD.replace("-0.5", "0.5")))
        .singleElement()
        .asString()
        .startsWith("test-note at /figure: ");
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThat(faults("{\"amount\": \"3\"}"))
        .singleElement()
        .asString()
        .startsWith("test-note at the top: ")
        .contains("on");
  }

  @Test
  void formatsAreHeld() {
    assertThat(faults(GOOD.replace("2026-03-31T00:00:00Z", "2026-03-31"))).hasSize(1);
    assertThat(faults(GOOD.replace("{", "{\"id\": \"no uuid\", "))).hasSize(1);
  }

  @Test
  void anAnchoredPatternHoldsToTheLastCharacter() {
    assertThat(faults(GOOD.replace("3.5", "3.5x"))).hasSize(1);
    assertThat(faults(GOOD.replace("3.5", "1e3"))).hasSize(1);
    assertThat(faults(GOOD.replace("3.5", "3.5\\n"))).hasSize(1);
  }

  @Test
  void faultsAreInEnglishWhereverThisRuns() {
    Locale before = Locale.getDefault();
    List<String> english = faults("{}");
    try {
      Locale.setDefault(Locale.JAPAN);
      assertThat(faults("{}")).isEqualTo(english);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aDocumentThatCanBeReadInTwoWaysIsAFault() {
    assertThat(faults(GOOD.replace("{", "{\"amount\": \"4\", "))).hasSize(1);
    assertThat(faults(GOOD + "{}")).hasSize(1);
    assertThat(faults("")).hasSize(1);
  }

  @Test
  void aSchemaThatIsNotThereIsOurOwnFault() {
    assertThatThrownBy(() -> JsonSchemas.faults("no-such", GOOD.getBytes(UTF_8)))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("no-such");
  }

  @Test
  void numbersKeepTheirDigitsAndHaveNoExponent() {
    var document = JsonDocument.object();
    document.put("large", new BigDecimal("12E+9"));
    document.put("small", new BigDecimal("0.000000001"));
    document.put("even", new BigDecimal("1.50"));
    document.put("name", "鋼板 <A>");

    byte[] written = JsonDocument.write(document);

    assertThat(new String(written, UTF_8))
        .isEqualTo(
            """
            {
              "large" : 12000000000,
              "small" : 0.000000001,
              "even" : 1.50,
              "name" : "鋼板 <A>"
            }
            """);
    assertThat(JsonDocument.read(written).get("even").decimalValue())
        .isEqualTo(new BigDecimal("1.50"));
  }

  @Test
  void everySchemaWeKeepIsASchema() {
    for (String name :
        List.of("cx-pcf-common", "cx-pcf-9", "cx-pcf-10", "pact-3", "ouranos-cfp", "test-note")) {
      assertThat(JsonSchemas.faultsOfSchema(name)).as(name).isEmpty();
    }
  }

  private static List<String> faults(String json) {
    return JsonSchemas.faults("test-note", json.getBytes(UTF_8));
  }
}
