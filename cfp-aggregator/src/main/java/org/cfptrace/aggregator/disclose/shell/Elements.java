package org.cfptrace.aggregator.disclose.shell;

import java.util.List;
import java.util.Optional;
import org.eclipse.digitaltwin.aas4j.v3.model.AasSubmodelElements;
import org.eclipse.digitaltwin.aas4j.v3.model.DataTypeDefXsd;
import org.eclipse.digitaltwin.aas4j.v3.model.KeyTypes;
import org.eclipse.digitaltwin.aas4j.v3.model.Property;
import org.eclipse.digitaltwin.aas4j.v3.model.Reference;
import org.eclipse.digitaltwin.aas4j.v3.model.ReferenceTypes;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElement;
import org.eclipse.digitaltwin.aas4j.v3.model.SubmodelElementList;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultKey;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultProperty;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultReference;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultSubmodelElementList;

/** Elements of submodels; what stands in a list has no short id. */
final class Elements {
  private Elements() {}

  static Reference global(String id) {
    return new DefaultReference.Builder()
        .type(ReferenceTypes.EXTERNAL_REFERENCE)
        .keys(new DefaultKey.Builder().type(KeyTypes.GLOBAL_REFERENCE).value(id).build())
        .build();
  }

  static Property property(String idShort, String semanticId, DataTypeDefXsd type, String value) {
    return new DefaultProperty.Builder()
        .idShort(idShort)
        .semanticId(global(semanticId))
        .valueType(type)
        .value(value)
        .build();
  }

  /** A property in a list. */
  static Property item(String semanticId, String value, Optional<String> valueId) {
    var item =
        new DefaultProperty.Builder()
            .semanticId(global(semanticId))
            .valueType(DataTypeDefXsd.STRING)
            .value(value)
            .build();
    valueId.ifPresent(id -> item.setValueId(global(id)));
    return item;
  }

  /** A list of texts. */
  static SubmodelElementList texts(
      String idShort, String semanticId, String semanticIdOfItems, List<SubmodelElement> items) {
    return new DefaultSubmodelElementList.Builder()
        .idShort(idShort)
        .semanticId(global(semanticId))
        .semanticIdListElement(global(semanticIdOfItems))
        .typeValueListElement(AasSubmodelElements.PROPERTY)
        .valueTypeListElement(DataTypeDefXsd.STRING)
        .value(items)
        .build();
  }
}
