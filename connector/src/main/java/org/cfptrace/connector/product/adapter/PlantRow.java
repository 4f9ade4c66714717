package org.cfptrace.connector.product.adapter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.connector.product.Plant;
import org.cfptrace.connector.product.PlantId;
import org.cfptrace.service.answer.Versioned;
import org.jspecify.annotations.NullUnmarked;

/** A plant as it lies in its table. */
@Entity
@Table(name = "plant")
@NullUnmarked
class PlantRow {
  @Id UUID id;

  @Column(nullable = false)
  String name;

  @Column(nullable = false)
  String address;

  @Column(name = "open_plant_id")
  String openPlantId;

  @Column(name = "global_plant_id")
  String globalPlantId;

  @Version long version;

  void take(Plant plant) {
    id = plant.id().value();
    name = plant.name();
    address = plant.address();
    openPlantId = plant.openPlantId().orElse(null);
    globalPlantId = plant.globalPlantId().orElse(null);
  }

  Versioned<Plant> plant() {
    return new Versioned<>(
        new Plant(
            new PlantId(id),
            name,
            address,
            Optional.ofNullable(openPlantId),
            Optional.ofNullable(globalPlantId)),
        version);
  }
}
