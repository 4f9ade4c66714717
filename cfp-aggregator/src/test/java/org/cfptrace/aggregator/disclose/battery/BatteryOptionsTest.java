package org.cfptrace.aggregator.disclose.battery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Optional;
import java.util.function.Function;
import org.cfptrace.service.answer.FieldError;
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.http.Body;
import org.cfptrace.service.http.Fields;
import org.junit.jupiter.api.Test;

/** What may be said beside a battery, and what is answered to what may not. */
class BatteryOptionsTest {
  private final FieldErrors errors = new FieldErrors();

  @Test
  void allThatADeclarationTakesIsRead() {
    DeclarationOptions options =
        read(
            DeclarationOptions::read,
            """
            {"manufacturer": {"name": "浜名電池", "tradeMark": "H", "address": "浜松市", "web": "hamana.example",
              "email": "a@hamana.example", "operatorId": "OP"},
             "declarationOfConformity": "DoC-1", "study": "https://example.com/study.pdf",
             "verifier": "NB 0000", "circularFootprintFormula": "A = 0.2"}
            """);

    assertThat(errors.list()).isEmpty();
    assertThat(options)
        .isEqualTo(
            new DeclarationOptions(
                new Manufacturer(
                    Optional.of("浜名電池"),
                    Optional.of("H"),
                    Optional.of("浜松市"),
                    Optional.of("hamana.example"),
                    Optional.of("a@hamana.example"),
                    Optional.of("OP")),
                Optional.of("DoC-1"),
                Optional.of("https://example.com/study.pdf"),
                Optional.of("NB 0000"),
                Optional.of("A = 0.2")));
  }

  @Test
  void nothingNeedsToBeSaidForADeclaration() {
    DeclarationOptions options = read(DeclarationOptions::read, "{}");

    assertThat(errors.list()).isEmpty();
    assertThat(options.manufacturer()).isEqualTo(Manufacturer.NOT_STATED);
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    read(
        DeclarationOptions::read,
        """
        {"manufacturer": {"name": " ", "adress": "x"}, "study": "http://example.com/study.pdf",
         "declarationOfConformity": 7, "color": "blue"}
        """);

    assertThat(errors.list())
        .extracting(FieldError::field, FieldError::code)
        .containsExactlyInAnyOrder(
            tuple("manufacturer.name", "BLANK"),
            tuple("manufacturer.adress", "UNKNOWN_FIELD"),
            tuple("study", "INVALID"),
            tuple("declarationOfConformity", "WRONG_TYPE"),
            tuple("color", "UNKNOWN_FIELD"));
  }

  @Test
  void aPassportNeedsItsStudy() {
    read(PassportOptions::read, "{}");

    assertThat(errors.list())
        .extracting(FieldError::field, FieldError::code)
        .containsExactly(tuple("study", "REQUIRED"));
  }

  @Test
  void aStudyIsALinkThatCanBePrinted() {
    for (String link :
        new String[] {
          "ftp://example.com/a",
          "https:///a",
          "study.pdf",
          "https://example.com/調査",
          "https://user:secret@example.com/a",
          "https://example.com/a b",
          "javascript:alert(1)"
        }) {
      FieldErrors faults = new FieldErrors();
      PassportOptions.read(fields("{\"study\": \"" + link + "\"}", faults));

      assertThat(faults.list()).as(link).extracting(FieldError::code).containsExactly("INVALID");
    }
  }

  private <T> T read(Function<Fields, T> reader, String json) {
    return reader.apply(fields(json, errors));
  }

  private static Fields fields(String json, FieldErrors errors) {
    return Body.parse(json.getBytes(UTF_8)).fields(errors);
  }
}
