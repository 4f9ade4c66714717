package org.cfptrace.aggregator.battery.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.cfptrace.aggregator.battery.DeclaredBatteries;
import org.cfptrace.aggregator.battery.LastDeclaration;
import org.cfptrace.aggregator.battery.ModelHashes;
import org.cfptrace.service.database.Sql;

/** What was declared of batteries, in PostgreSQL; rows are added and never changed. */
@ApplicationScoped
class SqlDeclaredBatteries implements DeclaredBatteries {
  private static final String LAST =
      """
      select * from battery_declared where model_id = ? and facility_id = ?
      order by number desc limit 1
      """;
  private static final String LAST_KNOWN =
      """
      select * from battery_declared where model_id = ? and facility_id = ? and declared_at <= ?
      order by number desc limit 1
      """;
  private static final String ADD =
      """
      insert into battery_declared
        (model_id, facility_id, bom_hash, mix_hash, per_kwh, declared_at)
      values (?, ?, ?, ?, ?, ?)
      """;

  private final Sql sql;

  SqlDeclaredBatteries(DataSource database) {
    this.sql = new Sql(database);
  }

  @Override
  public Optional<LastDeclaration> last(
      String modelId, String facilityId, Optional<Instant> knownAt) {
    return knownAt.isPresent()
        ? sql.first(
            LAST_KNOWN, SqlDeclaredBatteries::declaration, modelId, facilityId, knownAt.get())
        : sql.first(LAST, SqlDeclaredBatteries::declaration, modelId, facilityId);
  }

  @Override
  public void add(LastDeclaration declaration) {
    sql.update(
        ADD,
        declaration.modelId(),
        declaration.facilityId(),
        declaration.hashes().billOfMaterials(),
        declaration.hashes().electricityMix(),
        declaration.perKwh(),
        declaration.declaredAt());
  }

  private static LastDeclaration declaration(Sql.Row row) throws SQLException {
    return new LastDeclaration(
        row.text("model_id"),
        row.text("facility_id"),
        new ModelHashes(row.text("bom_hash"), row.text("mix_hash")),
        row.text("per_kwh"),
        row.instant("declared_at"));
  }
}
