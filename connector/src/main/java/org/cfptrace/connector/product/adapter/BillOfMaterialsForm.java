package org.cfptrace.connector.product.adapter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cfptrace.connector.product.BillOfMaterials;
import org.cfptrace.rollup.BillOfMaterialsLine;
import org.cfptrace.rollup.LineId;
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.form.LineForm;
import org.cfptrace.service.http.Body;
import org.cfptrace.service.http.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A bill of materials as it is written over HTTP. */
@Schema(name = "BillOfMaterials")
record BillOfMaterialsForm(
    @Schema(required = true, maxItems = BillOfMaterials.MOST_LINES) List<LineForm> lines) {

  static BillOfMaterials read(Body body) {
    var errors = new FieldErrors();
    var fields = body.fields(errors);
    List<BillOfMaterialsLine> lines = new ArrayList<>();
    Set<LineId> ids = new HashSet<>();
    for (Fields line : fields.requiredObjects("lines", BillOfMaterials.MOST_LINES)) {
      LineForm.read(line)
          .filter(
              read ->
                  line.holds(
                      "lineId",
                      ids.add(read.lineId()),
                      "DUPLICATE",
                      "another line is named " + read.lineId()))
          .ifPresent(lines::add);
    }
    fields.refuseOthers();
    errors.refuseIfAny();
    return new BillOfMaterials(lines);
  }

  static BillOfMaterialsForm of(BillOfMaterials billOfMaterials) {
    return new BillOfMaterialsForm(billOfMaterials.lines().stream().map(LineForm::of).toList());
  }
}
