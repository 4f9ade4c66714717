package org.cfptrace.aggregator.disclose.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.digitaltwin.aas4j.v3.model.Property;
import org.eclipse.digitaltwin.aas4j.v3.model.Reference;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElementCollection;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElementList;
import org.jspecify.annotations.Nullable;

/** Holds one footprint of a submodel against the rules of its template and its expected content. */
final class EntryFaults {
  private static final Map<String, Function<String, Optional<String>>> VALUE_LISTS =
      Map.of(
          Semantics.METHOD, CalculationMethod::valueId,
          Semantics.PHASE, LifeCyclePhase::valueId,
          Semantics.UNIT, ImpactUnit::valueId);

  private final String at;
  private final List<String> faults = new ArrayList<>();

  private EntryFaults(String at) {
    this.at = at;
  }

  static List<String> of(
      String at, SubmodelElement element, FootprintEntry expected, List<Rule> rules) {
    EntryFaults check = new EntryFaults(at);
    if (element instanceof SubmodelElementCollection entry) {
      check.entry(entry, expected, rules);
    } else {
      check.fault("expected a collection");
    }
    return check.faults;
  }

  private void entry(SubmodelElementCollection entry, FootprintEntry expected, List<Rule> rules) {
    if (entry.getIdShort() != null) {
      fault("has an idShort, though it stands in a list");
    }
    semanticId("", Semantics.FOOTPRINT, entry.getSemanticId());
    Map<String, List<SubmodelElement>> byName =
        entry.getValue().stream()
            .collect(Collectors.groupingBy(each -> String.valueOf(each.getIdShort())));
    for (Rule rule : rules) {
      List<SubmodelElement> there = byName.getOrDefault(rule.idShort(), List.of());
      if (there.size() > 1 || (rule.mandatory() && there.isEmpty())) {
        fault(rule.idShort() + " is there " + there.size() + " times, expected once");
      }
      there.forEach(each -> element(rule, each));
    }
    byName.keySet().stream()
        .filter(name -> rules.stream().noneMatch(rule -> rule.idShort().equals(name)))
        .sorted()
        .forEach(name -> fault(name + " is not an element of this template"));
    if (faults.isEmpty()) {
      content(byName, expected);
    }
  }

  private void element(Rule rule, SubmodelElement element) {
    semanticId(rule.idShort(), rule.semanticId(), element.getSemanticId());
    if (!rule.kind().isInstance(element)) {
      fault(rule.idShort() + " is no " + rule.kind().getSimpleName());
    }
    if (element instanceof Property property) {
      if (property.getValueType() != rule.type()) {
        fault(rule.idShort() + " is of type " + property.getValueType());
      }
      value(rule.idShort(), property);
    }
    if (element instanceof SubmodelElementList list) {
      list(rule, list);
    }
  }

  private void list(Rule rule, SubmodelElementList list) {
    String items = id(list.getSemanticIdListElement());
    if (list.getValue().isEmpty()) {
      fault(rule.idShort() + " is empty");
    }
    for (SubmodelElement item : list.getValue()) {
      if (item.getIdShort() != null) {
        fault(rule.idShort() + " has an item with an idShort");
      }
      semanticId(rule.idShort() + " item", items, item.getSemanticId());
      if (item instanceof Property property) {
        value(rule.idShort() + " item", property);
      } else {
        fault(rule.idShort() + " has an item that is no property");
      }
    }
  }

  /** There is a text, and the id beside it is the one that its value list has for it. */
  private void value(String what, Property property) {
    if (property.getValue() == null || property.getValue().isEmpty()) {
      fault(what + " has no value");
      return;
    }
    var list = VALUE_LISTS.get(id(property.getSemanticId()));
    if (list != null) {
      String expected = list.apply(property.getValue()).orElse("none");
      String seen = property.getValueId() == null ? "none" : id(property.getValueId());
      if (!expected.equals(seen)) {
        fault(
            what
                + " \""
                + property.getValue()
                + "\" has value id "
                + seen
                + ", expected "
                + expected);
      }
    }
  }

  private void content(Map<String, List<SubmodelElement>> byName, FootprintEntry expected) {
    same(FootprintSubmodel.CO2EQ, expected.text(), text(byName, FootprintSubmodel.CO2EQ));
    same(FootprintSubmodel.UNIT, expected.unit().text(), text(byName, FootprintSubmodel.UNIT));
    same(
        FootprintSubmodel.QUANTITY,
        FootprintSubmodel.ONE,
        text(byName, FootprintSubmodel.QUANTITY));
    same(
        FootprintSubmodel.METHODS,
        expected.methods().toString(),
        texts(byName, FootprintSubmodel.METHODS).toString());
    same(
        FootprintSubmodel.PHASES,
        expected.phases().stream().map(LifeCyclePhase::text).toList().toString(),
        texts(byName, FootprintSubmodel.PHASES).toString());
  }

  private static String text(Map<String, List<SubmodelElement>> byName, String name) {
    return ((Property) byName.getOrDefault(name, List.of()).get(0)).getValue();
  }

  private static List<String> texts(Map<String, List<SubmodelElement>> byName, String name) {
    return ((SubmodelElementList) byName.getOrDefault(name, List.of()).get(0))
        .getValue().stream().map(item -> ((Property) item).getValue()).toList();
  }

  private void same(String what, String expected, String seen) {
    if (!expected.equals(seen)) {
      fault(what + " is " + seen + ", expected " + expected);
    }
  }

  private void semanticId(String what, String expected, @Nullable Reference seen) {
    if (!expected.equals(id(seen))) {
      fault((what + " has semantic id ").strip() + " " + id(seen) + ", expected " + expected);
    }
  }

  static String id(@Nullable Reference reference) {
    return reference == null || reference.getKeys().isEmpty()
        ? "none"
        : reference.getKeys().get(0).getValue();
  }

  private void fault(String text) {
    faults.add(at + ": " + text);
  }
}
