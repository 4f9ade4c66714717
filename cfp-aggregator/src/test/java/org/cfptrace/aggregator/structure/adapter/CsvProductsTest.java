package org.cfptrace.aggregator.structure.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.cfptrace.aggregator.structure.ImportStructures.Read;
import org.cfptrace.aggregator.structure.ImportStructures.Row;
import org.cfptrace.service.answer.FieldError;
import org.junit.jupiter.api.Test;

/** What is made of the rows of a CSV file, before a product is read of it. */
class CsvProductsTest {
  private static final String HEADER = "product,name,unit,line,part,amount,line_unit";

  private final List<JsonNode> products = new ArrayList<>();

  @Test
  void rowsOfOneProductAreItsLinesAndRowsOfOneLineItsSources() {
    assertThat(
            faults(
                HEADER
                    + ",supplier,supplier_product,share,own_product\n"
                    + "a,Car,piece,l1,Coil,2,kilogram,s1,p1,0.3,\n"
                    + "a,,,l1,,,,s2,p2,0.7,\n"
                    + "a,,,l2,Body,1,piece,,,,b\n"
                    + "b,Body,piece,,,,,,,,\n"))
        .isEmpty();

    assertThat(products).hasSize(2);
    JsonNode car = products.get(0);
    assertThat(car.path("traceId").asText()).isEqualTo("a");
    assertThat(car.path("lines")).hasSize(2);
    assertThat(car.path("lines").get(0).path("kind").asText()).isEqualTo("PROCURED");
    assertThat(car.path("lines").get(0).path("sources")).hasSize(2);
    assertThat(car.path("lines").get(0).path("sources").get(1).path("share").asText())
        .isEqualTo("0.7");
    assertThat(car.path("lines").get(1).path("kind").asText()).isEqualTo("OWN");
    assertThat(products.get(1).path("lines")).isEmpty();
  }

  @Test
  void aRowWithAnAmountAndNoNameIsALineThatLacksOneAndIsNotPassedOver() {
    assertThat(faults(HEADER + "\na,Car,piece,,,2,kilogram\n")).isEmpty();

    assertThat(products.get(0).path("lines").get(0).path("amount").asText()).isEqualTo("2");
  }

  @Test
  void twoWaysToSupplyOneLineAreRefused() {
    assertThat(
            faults(
                HEADER
                    + ",supplier,supplier_product,factor_set\n"
                    + "a,Car,piece,l1,Coil,2,kilogram,s1,p1,examples\n"))
        .containsExactly("DOUBLE_COUNT");
  }

  @Test
  void aFurtherRowOfALineNamesASourceAndNothingElse() {
    assertThat(
            faults(
                HEADER
                    + ",supplier,supplier_product\n"
                    + "a,Car,piece,l1,Coil,2,kilogram,s1,p1\n"
                    + "a,,,l1,Coil,9,kilogram,s2,p2\n"))
        .containsExactly("DUPLICATE");
  }

  @Test
  void aFileWithoutHeaderColumnOrEncodingSaysSo() {
    assertThat(faults("")).containsExactly("NO_HEADER");
    assertThat(faults(HEADER + "\n")).isEmpty();
    assertThat(faults(HEADER + ",colour\na,Car,piece,,,,,red\n")).containsExactly("UNKNOWN_COLUMN");
    assertThat(faults("name,unit\nCar,piece\n")).containsExactly("REQUIRED");
    assertThat(faultsOf((HEADER + "\na,車,piece,,,,\n").getBytes(Charset.forName("Shift_JIS"))))
        .isNotEmpty();
    assertThat(products).isEmpty();
  }

  @Test
  void quotesCommasAndAByteOrderMarkAreReadAsExcelWritesThem() {
    assertThat(faults("\uFEFF" + HEADER + "\r\na,\"車, \"\"赤\"\"\",piece,,,,\r\n")).isEmpty();

    assertThat(products.get(0).path("name").asText()).isEqualTo("車, \"赤\"");
  }

  private List<String> faults(String file) {
    return faultsOf(file.getBytes(UTF_8));
  }

  private List<String> faultsOf(byte[] file) {
    CsvProducts csv =
        new CsvProducts(
            new ByteArrayInputStream(file),
            product -> {
              products.add(product);
              return new Read.Faulty(List.of());
            });
    List<String> codes = new ArrayList<>();
    while (csv.hasNext()) {
      Row row = csv.next();
      ((Read.Faulty) row.read()).faults().stream().map(FieldError::code).forEach(codes::add);
    }
    return codes;
  }
}
