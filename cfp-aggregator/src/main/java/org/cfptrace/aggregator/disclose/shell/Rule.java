package org.cfptrace.aggregator.disclose.shell;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.digitaltwin.aas4j.v3.model.DataTypeDefXsd;
import org.eclipse.digitaltwin.aas4j.v3.model.Property;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElementCollection;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElementList;

/**
 * What the templates say of one element of a footprint.
 *
 * @param type of a property, or of the items of a list
 */
record Rule(
    String idShort,
    String semanticId,
    Class<? extends SubmodelElement> kind,
    DataTypeDefXsd type,
    boolean mandatory) {
  private static final List<Rule> COMMON =
      List.of(
          list(FootprintSubmodel.METHODS, Semantics.METHODS),
          property(FootprintSubmodel.CO2EQ, Semantics.CO2EQ, DataTypeDefXsd.DECIMAL, true),
          property(FootprintSubmodel.UNIT, Semantics.UNIT, DataTypeDefXsd.STRING, true),
          property(FootprintSubmodel.QUANTITY, Semantics.QUANTITY, DataTypeDefXsd.DOUBLE, true),
          list(FootprintSubmodel.PHASES, Semantics.PHASES));

  /** IDTA 02023 1.0. */
  static final List<Rule> PRODUCT =
      and(
          property(
              ProductShell.PUBLICATION_DATE,
              Semantics.PUBLICATION_DATE,
              DataTypeDefXsd.DATE_TIME,
              true),
          property(
              ProductShell.EXPIRATION_DATE,
              Semantics.EXPIRATION_DATE,
              DataTypeDefXsd.DATE_TIME,
              false),
          new Rule(
              HandoverAddress.ID_SHORT,
              Semantics.ADDRESS,
              SubmodelElementCollection.class,
              DataTypeDefXsd.STRING,
              false));

  /** IDTA 02035-3: nothing of dates and addresses, a class and a study instead. */
  static final List<Rule> BATTERY =
      and(
          property(
              BatteryShell.PERFORMANCE_CLASS,
              Semantics.PERFORMANCE_CLASS,
              DataTypeDefXsd.STRING,
              true),
          list(BatteryShell.STUDY, Semantics.STUDY));

  private static List<Rule> and(Rule... more) {
    return Stream.concat(COMMON.stream(), Stream.of(more)).toList();
  }

  private static Rule property(
      String idShort, String semanticId, DataTypeDefXsd type, boolean mandatory) {
    return new Rule(idShort, semanticId, Property.class, type, mandatory);
  }

  private static Rule list(String idShort, String semanticId) {
    return new Rule(idShort, semanticId, SubmodelElementList.class, DataTypeDefXsd.STRING, true);
  }
}
