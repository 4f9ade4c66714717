package org.cfptrace.aggregator.vehicle.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.cfptrace.aggregator.tenant.ReplacedSources;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.aggregator.vehicle.VehicleModel;
import org.cfptrace.aggregator.vehicle.VehicleModels;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.database.Sql;

/** Vehicles in PostgreSQL. */
@ApplicationScoped
class SqlVehicleModels implements VehicleModels {
  private static final String KEEP =
      """
      insert into vehicle_model (trace_id, mass, lifetime_km, battery_lines, outbound, use_phase,
        end_of_life, changed_at)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (tenant, trace_id) do update set mass = excluded.mass,
        lifetime_km = excluded.lifetime_km, battery_lines = excluded.battery_lines,
        outbound = excluded.outbound, use_phase = excluded.use_phase,
        end_of_life = excluded.end_of_life, changed_at = excluded.changed_at
      """;

  private final Tenancy tenancy;
  private final Sql sql;
  private final ReplacedSources replaced;
  private final Clock clock;

  SqlVehicleModels(Tenancy tenancy, DataSource database, ReplacedSources replaced, Clock clock) {
    this.tenancy = tenancy;
    this.sql = new Sql(database);
    this.replaced = replaced;
    this.clock = clock;
  }

  @Override
  public Optional<VehicleModel> find(Tenant tenant, TraceId product) {
    return tenancy.as(
        tenant,
        () ->
            sql.first(
                "select * from vehicle_model where trace_id = ?",
                row -> model(product, row),
                product.uuid()));
  }

  @Override
  public void keep(Tenant tenant, VehicleModel model) {
    Instant now = clock.instant();
    tenancy.doAs(
        tenant,
        () -> {
          keep(model, now);
          replaced.replaced(
              ReplacedSources.Kind.VEHICLE_MODEL,
              List.of(ReplacedSources.Replaced.always(model.product().toString())),
              now);
        });
  }

  private void keep(VehicleModel model, Instant now) {
    sql.update(
        KEEP,
        model.product().uuid(),
        model.massKilograms().toPlainString(),
        model.lifetimeKilometres().toPlainString(),
        model.batteryLines().stream().sorted().toArray(String[]::new),
        model.later().outbound().map(KgCo2e::text),
        model.later().usePhase().map(KgCo2e::text),
        model.later().endOfLife().map(KgCo2e::text),
        now);
  }

  private static VehicleModel model(TraceId product, Sql.Row row) throws SQLException {
    return new VehicleModel(
        product,
        new BigDecimal(row.text("mass")),
        new BigDecimal(row.text("lifetime_km")),
        Set.of(row.texts("battery_lines")),
        new VehicleModel.Later(
            row.optionalText("outbound").map(KgCo2e::of),
            row.optionalText("use_phase").map(KgCo2e::of),
            row.optionalText("end_of_life").map(KgCo2e::of)));
  }
}
