package org.cfptrace.aggregator.disclose;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.cfptrace.footprint.Cell;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.Fraction;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.MassPerUnit;
import org.cfptrace.footprint.PrimaryDataShare;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.TraceId;

/**
 * Facts as they are kept: JSON whose members stand in the order of the records' components,
 * decimals as plain strings, fractions as {@code "n/d"}, emissions as a list of cells. The same
 * facts are the same bytes.
 */
public final class FactsJson {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new Jdk8Module())
          .registerModule(new JavaTimeModule())
          .registerModule(types())
          // What follows from the components, such as isMissing(), is no fact of its own.
          .setVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);

  private static final DefaultPrettyPrinter PRETTY =
      new DefaultPrettyPrinter()
          .withArrayIndenter(new DefaultIndenter("  ", "\n"))
          .withObjectIndenter(new DefaultIndenter("  ", "\n"));

  private FactsJson() {}

  /** Writes a record of facts. */
  public static String write(Object facts) {
    try {
      return JSON.writeValueAsString(facts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + facts.getClass().getName(), e);
    }
  }

  /** Writes a record for people: indented, lines end with a line feed everywhere. */
  public static String writePretty(Object record) {
    try {
      return JSON.writer(PRETTY).writeValueAsString(record) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + record.getClass().getName(), e);
    }
  }

  /** What was written, as a tree. */
  public static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException("not JSON", e);
    }
  }

  /** Reads what was gathered. */
  public static <F> Gathered<F> readGathered(String json, Class<F> facts) {
    try {
      return JSON.readValue(
          json, JSON.getTypeFactory().constructParametricType(Gathered.class, facts));
    } catch (IOException e) {
      throw new UncheckedIOException("not " + facts.getName(), e);
    }
  }

  /** Reads what was written. */
  public static <T> T read(String json, Class<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (IOException e) {
      throw new UncheckedIOException("not " + type.getName(), e);
    }
  }

  private static SimpleModule types() {
    SimpleModule module = new SimpleModule("facts");
    text(module, BigDecimal.class, BigDecimal::toPlainString, BigDecimal::new);
    text(
        module,
        KgCo2e.class,
        it -> it.value().toPlainString(),
        it -> new KgCo2e(new BigDecimal(it)));
    text(module, Fraction.class, FactsJson::fraction, FactsJson::fraction);
    text(module, TraceId.class, TraceId::toString, TraceId::of);
    text(module, DeclaredUnit.class, DeclaredUnit::text, DeclaredUnit::of);
    text(module, MassPerUnit.class, it -> it.kilograms().toPlainString(), MassPerUnit::of);
    text(module, PrimaryDataShare.class, it -> it.percent().toPlainString(), PrimaryDataShare::of);
    text(module, Share.class, it -> it.value().toPlainString(), Share::of);
    module.addSerializer(new CellsWriter());
    module.addDeserializer(Emissions.class, new CellsReader());
    return module;
  }

  private static String fraction(Fraction fraction) {
    return fraction.numerator().toPlainString() + "/" + fraction.denominator().toPlainString();
  }

  private static Fraction fraction(String text) {
    int slash = text.indexOf('/');
    return new Fraction(
        new BigDecimal(text.substring(0, slash)), new BigDecimal(text.substring(slash + 1)));
  }

  private static <T> void text(
      SimpleModule module, Class<T> type, Function<T, String> writer, Function<String, T> reader) {
    module.addSerializer(
        new StdSerializer<T>(type) {
          @Override
          public void serialize(T value, JsonGenerator json, SerializerProvider provider)
              throws IOException {
            json.writeString(writer.apply(value));
          }
        });
    module.addDeserializer(
        type,
        new StdDeserializer<T>(type) {
          @Override
          public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return reader.apply(json.getText());
          }
        });
  }

  private record CellForm(Stage stage, EmissionAccount account, KgCo2e kg) {}

  private static final class CellsWriter extends StdSerializer<Emissions> {
    private static final long serialVersionUID = 1;

    CellsWriter() {
      super(Emissions.class);
    }

    @Override
    public void serialize(Emissions emissions, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeStartArray();
      for (Map.Entry<Cell, KgCo2e> cell : emissions.cells().entrySet()) {
        provider.defaultSerializeValue(
            new CellForm(cell.getKey().stage(), cell.getKey().account(), cell.getValue()), json);
      }
      json.writeEndArray();
    }
  }

  private static final class CellsReader extends StdDeserializer<Emissions> {
    private static final long serialVersionUID = 1;

    CellsReader() {
      super(Emissions.class);
    }

    @Override
    public Emissions deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      JsonNode cells = json.readValueAsTree();
      Map<Cell, KgCo2e> read = new TreeMap<>();
      for (JsonNode cell : cells) {
        CellForm form = JSON.treeToValue(cell, CellForm.class);
        read.put(new Cell(form.stage(), form.account()), form.kg());
      }
      return Emissions.of(read);
    }
  }
}
