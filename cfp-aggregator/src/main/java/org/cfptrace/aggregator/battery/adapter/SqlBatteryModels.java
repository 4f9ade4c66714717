package org.cfptrace.aggregator.battery.adapter;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.cfptrace.aggregator.battery.BatteryModel;
import org.cfptrace.aggregator.battery.BatteryModels;
import org.cfptrace.aggregator.tenant.ReplacedSources;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.database.Sql;

/** Battery models in PostgreSQL; the tenant is the one whose work is under way. */
@ApplicationScoped
class SqlBatteryModels implements BatteryModels {
  private static final String KEEP =
      """
      insert into battery_model (trace_id, body, changed_at) values (?, cast(? as jsonb), ?)
      on conflict (tenant, trace_id) do update
        set body = excluded.body, changed_at = excluded.changed_at
      """;

  private final Sql sql;
  private final Kept<ModelForm> kept;
  private final ReplacedSources replaced;
  private final Clock clock;

  SqlBatteryModels(DataSource database, ObjectMapper json, ReplacedSources replaced, Clock clock) {
    this.sql = new Sql(database);
    this.kept = new Kept<>(json, ModelForm.class);
    this.replaced = replaced;
    this.clock = clock;
  }

  @Override
  public Optional<BatteryModel> find(TraceId product) {
    return sql.first(
            "select body from battery_model where trace_id = ?",
            row -> row.text("body"),
            product.uuid())
        .map(kept::read)
        .map(ModelForm::model);
  }

  @Override
  public void keep(BatteryModel model) {
    Instant now = clock.instant();
    sql.update(KEEP, model.product().uuid(), kept.write(ModelForm.of(model)), now);
    replaced.replaced(
        ReplacedSources.Kind.BATTERY_MODEL,
        List.of(ReplacedSources.Replaced.always(model.product().toString())),
        now);
  }
}
