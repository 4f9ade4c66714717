package org.cfptrace.aggregator.disclose.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.aggregator.disclose.FactsJson;
import org.cfptrace.aggregator.disclose.Target;
import org.cfptrace.aggregator.disclose.job.ExportSubjects.Ordered;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.answer.FieldError;
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.http.Body;
import org.cfptrace.service.http.Fields;

/** Reads what an order is about: each subject with its options, its own before those for all. */
final class OrderedSubjects {
  private static final int MOST_PRODUCTS = 20_000;

  private final Fields order;
  private final Target<?, ?> target;
  private final FieldErrors errors;
  private final ObjectNode common;

  OrderedSubjects(Fields order, Target<?, ?> target, FieldErrors errors) {
    this.order = order;
    this.target = target;
    this.errors = errors;
    this.common = order.whole("options").orElseGet(JsonNodeFactory.instance::objectNode);
  }

  /** The products, each once. */
  List<Ordered> products() {
    List<Fields> products = order.objects("products", MOST_PRODUCTS);
    if (products.isEmpty()) {
      order.fault("products", "REQUIRED", "name at least one product");
    }
    Set<TraceId> seen = new HashSet<>();
    List<Ordered> ordered = new ArrayList<>();
    for (Fields product : products) {
      Optional<TraceId> traceId = product.requiredValue("traceId", TraceId::of);
      ObjectNode own = common.deepCopy();
      product.whole("options").ifPresent(own::setAll);
      product.refuseOthers();
      String options = read(own, product.pathOf("options"));
      traceId.ifPresent(
          id -> {
            if (seen.add(id)) {
              ordered.add(new Ordered(id.toString(), options));
            } else {
              product.fault("traceId", "TWICE", "this product is in the order already");
            }
          });
    }
    return ordered;
  }

  /** The plant, for files that are about all its goods. */
  List<Ordered> plant(Optional<String> plant) {
    if (order.isThere("products")) {
      order.fault("products", "NOT_EXPECTED", "this target is about a plant and all its goods");
    }
    if (plant.isEmpty()) {
      order.fault("plant", "REQUIRED", "name the plant this is about");
    }
    String options = read(common, "options");
    return plant.map(it -> List.of(new Ordered(it, options))).orElse(List.of());
  }

  /** The options in the form they are kept in; faults are noted under the path. */
  private String read(ObjectNode options, String path) {
    FieldErrors faults = new FieldErrors();
    Fields fields = Body.parse(options.toString().getBytes(UTF_8)).fields(faults);
    Object read = target.options(fields);
    fields.refuseOthers();
    for (FieldError fault : faults.list()) {
      errors.add(path + "." + fault.field(), fault.code(), fault.message());
    }
    return faults.count() == 0 ? FactsJson.write(read) : "";
  }
}
