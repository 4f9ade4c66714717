package org.cfptrace.aggregator.disclose.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.digitaltwin.aas4j.v3.model.AasSubmodelElements;
import org.eclipse.digitaltwin.aas4j.v3.model.DataTypeDefXsd;
import org.eclipse.digitaltwin.aas4j.v3.model.Submodel;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElementCollection;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultAdministrativeInformation;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultLangStringTextType;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultSubmodel;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultSubmodelElementCollection;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultSubmodelElementList;

/** The submodel CarbonFootprint 1.0 (IDTA 02023), which batteries use as well (IDTA 02035-3). */
final class FootprintSubmodel {
  static final String ID_SHORT = "CarbonFootprint";
  static final String FOOTPRINTS = "ProductCarbonFootprints";
  static final String METHODS = "PcfCalculationMethods";
  static final String CO2EQ = "PcfCO2eq";
  static final String UNIT = "ReferenceImpactUnitForCalculation";
  static final String QUANTITY = "QuantityOfMeasureForCalculation";
  static final String PHASES = "LifeCyclePhases";
  static final String ONE = "1";

  private FootprintSubmodel() {}

  /**
   * The submodel around its footprints.
   *
   * @param description what it shows, for people
   */
  static Submodel of(
      String id, String description, List<SubmodelElementCollection> footprints, Statement said) {
    List<SubmodelElement> entries = new ArrayList<>(footprints);
    return new DefaultSubmodel.Builder()
        .id(id)
        .idShort(ID_SHORT)
        .description(
            new DefaultLangStringTextType.Builder().language("en").text(description).build())
        .administration(
            new DefaultAdministrativeInformation.Builder()
                .version("1")
                .revision("0")
                .templateId(Semantics.TEMPLATE)
                .build())
        .semanticId(Elements.global(Semantics.SUBMODEL))
        .extensions(said.extensions())
        .submodelElements(
            new DefaultSubmodelElementList.Builder()
                .idShort(FOOTPRINTS)
                .semanticId(Elements.global(Semantics.FOOTPRINTS))
                .semanticIdListElement(Elements.global(Semantics.FOOTPRINT))
                .typeValueListElement(AasSubmodelElements.SUBMODEL_ELEMENT_COLLECTION)
                .value(entries)
                .build())
        .build();
  }

  /**
   * One footprint.
   *
   * @param more what a target has in addition, after the common elements
   */
  static SubmodelElementCollection entry(FootprintEntry entry, List<SubmodelElement> more) {
    List<SubmodelElement> elements = new ArrayList<>();
    elements.add(
        Elements.texts(METHODS, Semantics.METHODS, Semantics.METHOD, methods(entry.methods())));
    elements.add(Elements.property(CO2EQ, Semantics.CO2EQ, DataTypeDefXsd.DECIMAL, entry.text()));
    var unit = Elements.property(UNIT, Semantics.UNIT, DataTypeDefXsd.STRING, entry.unit().text());
    unit.setValueId(Elements.global(entry.unit().valueId()));
    elements.add(unit);
    elements.add(Elements.property(QUANTITY, Semantics.QUANTITY, DataTypeDefXsd.DOUBLE, ONE));
    elements.add(Elements.texts(PHASES, Semantics.PHASES, Semantics.PHASE, phases(entry.phases())));
    elements.addAll(more);
    return new DefaultSubmodelElementCollection.Builder()
        .semanticId(Elements.global(Semantics.FOOTPRINT))
        .value(elements)
        .build();
  }

  private static List<SubmodelElement> methods(List<String> methods) {
    List<SubmodelElement> items = new ArrayList<>();
    methods.forEach(
        method ->
            items.add(Elements.item(Semantics.METHOD, method, CalculationMethod.valueId(method))));
    return items;
  }

  private static List<SubmodelElement> phases(List<LifeCyclePhase> phases) {
    List<SubmodelElement> items = new ArrayList<>();
    phases.forEach(
        phase ->
            items.add(Elements.item(Semantics.PHASE, phase.text(), Optional.of(phase.valueId()))));
    return items;
  }
}
