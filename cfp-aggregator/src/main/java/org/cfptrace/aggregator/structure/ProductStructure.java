package org.cfptrace.aggregator.structure;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cfptrace.footprint.CalculationBasis;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.MassPerUnit;
import org.cfptrace.footprint.StageProfile;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.rollup.OwnEmissions;
import org.cfptrace.rollup.OwnProduct;

/**
 * A product and what one unit of it is made of, for some days.
 *
 * @param own what its maker itself emits per unit; empty where nobody has said so yet
 * @param transport inbound transport the maker pays for, per unit
 * @param lines those of all options (a 150 % bill of materials)
 * @param validFrom first day it holds, until a later version begins or {@code validTo} is over
 */
public record ProductStructure(
    TraceId traceId,
    String name,
    Category category,
    Optional<String> plant,
    DeclaredUnit unit,
    Optional<MassPerUnit> massPerUnit,
    CalculationBasis basis,
    StageProfile profile,
    Optional<OwnEmissions> own,
    Optional<OwnEmissions> transport,
    List<StructureLine> lines,
    LocalDate validFrom,
    Optional<LocalDate> validTo) {
  public ProductStructure {
    requireNonNull(traceId, "traceId");
    requireNonNull(name, "name");
    requireNonNull(category, "category");
    requireNonNull(plant, "plant");
    requireNonNull(unit, "unit");
    requireNonNull(massPerUnit, "massPerUnit");
    requireNonNull(basis, "basis");
    requireNonNull(profile, "profile");
    requireNonNull(own, "own");
    requireNonNull(transport, "transport");
    lines = List.copyOf(lines);
    requireNonNull(validFrom, "validFrom");
    requireNonNull(validTo, "validTo");
  }

  /** The options its lines know. */
  public Set<String> options() {
    Set<String> options = new TreeSet<>();
    lines.forEach(line -> line.option().ifPresent(options::add));
    return options;
  }

  /** As it is built without any option. */
  public OwnProduct product() {
    return product(Set.of());
  }

  /** As it is built with these options. */
  public OwnProduct product(Set<String> chosen) {
    return new OwnProduct(
        traceId,
        unit,
        massPerUnit.orElse(null),
        basis,
        profile,
        own.orElse(null),
        transport.orElse(null),
        lines.stream()
            .filter(line -> line.option().map(chosen::contains).orElse(true))
            .map(StructureLine::line)
            .toList());
  }
}
