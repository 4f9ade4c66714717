package org.cfptrace.aggregator.battery;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.answer.FieldError;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;

/**
 * Notes that a battery's figure of today is declared, so that the next one is held against its
 * parts and its electricity mix. What blocks a declaration is never passed over; a change needs a
 * new calculation, which is what today's figure is once a person says so.
 */
public final class DeclareBattery {
  private static final Set<Hindrance.Code> CHANGES =
      EnumSet.of(Hindrance.Code.BOM_CHANGED, Hindrance.Code.ELECTRICITY_MIX_CHANGED);
  private static final int DECIMALS = 9;
  private static final int MOST_SHOWN = 100;

  private final BatteryFootprints footprints;
  private final DeclaredBatteries declared;
  private final Clock clock;

  public DeclareBattery(BatteryFootprints footprints, DeclaredBatteries declared, Clock clock) {
    this.footprints = requireNonNull(footprints, "footprints");
    this.declared = requireNonNull(declared, "declared");
    this.clock = requireNonNull(clock, "clock");
  }

  /**
   * Declares today's figure.
   *
   * @param isNewCalculation whether a person has taken it as the new calculation after a change
   * @throws Refused NOT_DECLARABLE with everything that blocks it
   */
  public LastDeclaration today(Tenant tenant, TraceId product, boolean isNewCalculation) {
    Instant now = clock.instant();
    BatteryFile file = footprints.of(tenant, product, LocalDate.ofInstant(now, ZoneOffset.UTC));
    List<FieldError> blocking =
        file.hindrances().stream()
            .filter(hindrance -> hindrance.code().isBlocking())
            .filter(hindrance -> !(isNewCalculation && CHANGES.contains(hindrance.code())))
            .map(
                hindrance ->
                    new FieldError(hindrance.path(), hindrance.code().name(), hindrance.detail()))
            .toList();
    if (!blocking.isEmpty()) {
      throw new Refused(
          ProblemCode.NOT_DECLARABLE,
          blocking.size() + " things stand in the way",
          blocking.subList(0, Math.min(blocking.size(), MOST_SHOWN)));
    }
    LastDeclaration declaration =
        new LastDeclaration(
            file.model().modelId(),
            file.model().plant().facilityId(),
            file.hashes(),
            file.footprint().declared().rounded(DECIMALS).stripTrailingZeros().toPlainString(),
            now);
    declared.add(declaration);
    return declaration;
  }
}
