package org.cfptrace.connector.product.adapter;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.connector.product.Plant;
import org.cfptrace.connector.product.PlantId;
import org.cfptrace.connector.product.Plants;
import org.cfptrace.service.answer.ExpectedVersion;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.answer.Versioned;

/** Plants in PostgreSQL. */
@ApplicationScoped
class PlantTable implements Plants, PanacheRepositoryBase<PlantRow, UUID> {
  @Override
  @Transactional
  public Optional<Versioned<Plant>> find(PlantId id) {
    return findByIdOptional(id.value()).map(PlantRow::plant);
  }

  @Override
  @Transactional
  public Page<Versioned<Plant>> list(PageRequest page) {
    var rows =
        find("id > ?1 order by id", page.after().map(Cursors::uuid).orElse(Cursors.FIRST))
            .page(0, page.rowsToFetch())
            .list();
    return Page.of(rows, page, row -> row.id.toString()).map(PlantRow::plant);
  }

  @Override
  @Transactional
  public Versioned<Plant> add(Plant plant) {
    refuseTakenNumber(plant);
    var row = new PlantRow();
    row.take(plant);
    persistAndFlush(row);
    return row.plant();
  }

  @Override
  @Transactional
  public Versioned<Plant> replace(Plant plant, ExpectedVersion expected) {
    var row =
        findByIdOptional(plant.id().value())
            .orElseThrow(() -> Refused.notFound("plant", plant.id()));
    expected.refuseUnlessNow(row.version);
    refuseTakenNumber(plant);
    row.take(plant);
    flush();
    return row.plant();
  }

  private void refuseTakenNumber(Plant plant) {
    plant
        .openPlantId()
        .filter(number -> count("openPlantId = ?1 and id <> ?2", number, plant.id().value()) > 0)
        .ifPresent(
            number -> {
              throw Refused.field(
                  ProblemCode.CONFLICT,
                  "another plant has this number",
                  "openPlantId",
                  "TAKEN",
                  "another plant has the number " + number);
            });
  }
}
