package org.cfptrace.aggregator.battery;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.strict.StrictJson;

/**
 * What a declaration rests on, in two hashes: the bill of materials (every line with its amount,
 * yield and the products that fill it) and the electricity mix. A change of either needs a new
 * calculation (Annex II); names, prices and the order of entries are no change.
 */
public record ModelHashes(String billOfMaterials, String electricityMix) {
  public ModelHashes {
    requireNonNull(billOfMaterials, "billOfMaterials");
    requireNonNull(electricityMix, "electricityMix");
  }

  public static ModelHashes of(BatteryModel model, List<ExplodedLine> lines) {
    return new ModelHashes(
        CanonicalJson.hash(billOfMaterials(lines)), CanonicalJson.hash(mix(model.electricity())));
  }

  private static ArrayNode billOfMaterials(List<ExplodedLine> lines) {
    SortedMap<String, List<ExplodedLine>> byPath = new TreeMap<>();
    lines.forEach(line -> byPath.computeIfAbsent(line.path(), path -> new ArrayList<>()).add(line));
    ArrayNode json = StrictJson.array();
    byPath.forEach((path, sources) -> json.add(line(path, sources)));
    return json;
  }

  private static ObjectNode line(String path, List<ExplodedLine> sources) {
    ExplodedLine any = sources.get(0);
    TreeSet<String> products = new TreeSet<>();
    sources.forEach(source -> source.product().map(TraceId::toString).ifPresent(products::add));
    ObjectNode json =
        StrictJson.object()
            .put("path", path)
            .put("amount", any.amount().amount().stripTrailingZeros().toPlainString())
            .put("unit", any.amount().unit().text())
            .put("yield", any.yield().text());
    json.set("products", CanonicalJson.texts(List.copyOf(products)));
    return json;
  }

  private static ArrayNode mix(ElectricityMix mix) {
    ArrayNode json = StrictJson.array();
    mix.parts().stream()
        .sorted(
            Comparator.comparing(ElectricityMix.Part::source)
                .thenComparing(ElectricityMix.Part::country)
                .thenComparing(part -> part.share().value()))
        .forEach(
            part ->
                json.add(
                    StrictJson.object()
                        .put("source", part.source())
                        .put("country", part.country())
                        .put("share", part.share().value().stripTrailingZeros().toPlainString())));
    return json;
  }
}
