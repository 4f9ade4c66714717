package org.cfptrace.connector.emission.adapter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.connector.emission.OwnEmissions;
import org.cfptrace.connector.product.PlantId;
import org.cfptrace.connector.wiring.store.StoredEmissions;
import org.cfptrace.connector.wiring.store.StoredQuality;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.footprint.TraceId;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

/** A posting as it lies in its table. */
@Entity
@Table(name = "own_emissions")
@NullUnmarked
class OwnEmissionsRow {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long number;

  @Column(nullable = false)
  UUID id;

  @Column(name = "trace_id", nullable = false)
  UUID traceId;

  @Column(name = "period_from", nullable = false)
  LocalDate periodFrom;

  @Column(name = "period_to", nullable = false)
  LocalDate periodTo;

  @Column(name = "plant_id")
  UUID plantId;

  @Column(nullable = false)
  String profile;

  @Column(nullable = false)
  @JdbcTypeCode(SqlTypes.JSON)
  StoredEmissions amounts;

  @Column(nullable = false)
  @JdbcTypeCode(SqlTypes.JSON)
  MethodForm method;

  @JdbcTypeCode(SqlTypes.JSON)
  StoredQuality quality;

  @Column(name = "primary_activity_data", nullable = false)
  boolean primaryActivityData;

  @Column(name = "primary_emission_factor", nullable = false)
  boolean primaryEmissionFactor;

  @Column(name = "posted_at", nullable = false)
  Instant postedAt;

  static OwnEmissionsRow of(OwnEmissions posting) {
    var row = new OwnEmissionsRow();
    row.id = posting.id();
    row.traceId = posting.product().uuid();
    row.periodFrom = posting.period().from();
    row.periodTo = posting.period().to();
    row.plantId = posting.plant().map(PlantId::value).orElse(null);
    row.profile = posting.profile().name();
    row.amounts = StoredEmissions.of(posting.values());
    row.method = MethodForm.of(posting.method());
    row.quality = posting.quality().map(StoredQuality::of).orElse(null);
    row.primaryActivityData = posting.primaryActivityData();
    row.primaryEmissionFactor = posting.primaryEmissionFactor();
    row.postedAt = posting.postedAt();
    return row;
  }

  OwnEmissions posting() {
    return new OwnEmissions(
        id,
        new TraceId(traceId),
        new Period(periodFrom, periodTo),
        Optional.ofNullable(plantId).map(PlantId::new),
        StageProfile.valueOf(profile),
        amounts.emissions(),
        method.method(),
        Optional.ofNullable(quality).map(StoredQuality::quality),
        primaryActivityData,
        primaryEmissionFactor,
        postedAt);
  }
}
