package org.cfptrace.connector.product.adapter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.connector.product.Labels;
import org.cfptrace.connector.product.PlantId;
import org.cfptrace.connector.product.Product;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.MassPerUnit;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.answer.Versioned;
import org.jspecify.annotations.NullUnmarked;

/** A product as it lies in its table. */
@Entity
@Table(name = "product")
@NullUnmarked
class ProductRow {
  @Id
  @Column(name = "trace_id")
  UUID traceId;

  @Column(nullable = false)
  String name;

  @Column(name = "support_name")
  String supportName;

  @Column(name = "label_name")
  String labelName;

  @Column(name = "label_remark1")
  String labelRemark1;

  @Column(name = "label_remark2")
  String labelRemark2;

  @Column(name = "label_remark3")
  String labelRemark3;

  String category;

  @Column(nullable = false)
  String unit;

  @Column(name = "mass_per_unit")
  BigDecimal massPerUnit;

  @Column(name = "plant_id")
  UUID plantId;

  @Version long version;

  void take(Product product) {
    traceId = product.traceId().uuid();
    name = product.name();
    supportName = product.supportName().orElse(null);
    labelName = product.labels().name().orElse(null);
    labelRemark1 = product.labels().remark1().orElse(null);
    labelRemark2 = product.labels().remark2().orElse(null);
    labelRemark3 = product.labels().remark3().orElse(null);
    category = product.category().orElse(null);
    unit = product.unit().text();
    massPerUnit = product.massPerUnit().map(MassPerUnit::kilograms).orElse(null);
    plantId = product.plant().map(PlantId::value).orElse(null);
  }

  Versioned<Product> product() {
    return new Versioned<>(
        new Product(
            new TraceId(traceId),
            name,
            Optional.ofNullable(supportName),
            new Labels(
                Optional.ofNullable(labelName),
                Optional.ofNullable(labelRemark1),
                Optional.ofNullable(labelRemark2),
                Optional.ofNullable(labelRemark3)),
            Optional.ofNullable(category),
            DeclaredUnit.of(unit),
            Optional.ofNullable(massPerUnit).map(MassPerUnit::new),
            Optional.ofNullable(plantId).map(PlantId::new)),
        version);
  }
}
