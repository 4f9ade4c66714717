package org.cfptrace.aggregator.steel.adapter;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cfptrace.aggregator.steel.CountryCode;
import org.cfptrace.aggregator.steel.InstallationId;
import org.cfptrace.aggregator.steel.InstallationYear;
import org.cfptrace.aggregator.steel.ProductionProcess;
import org.cfptrace.aggregator.steel.Purchase;
import org.cfptrace.aggregator.steel.ReportingYear;
import org.cfptrace.aggregator.steel.SteelFault;
import org.cfptrace.footprint.Period;
import org.cfptrace.service.answer.FieldError;
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.form.PeriodForm;
import org.cfptrace.service.http.Body;
import org.cfptrace.service.http.Fields;

/**
 * Reads the whole input of a calculation. What is badly written is refused with 400; what is well
 * written and against a rule of the trade with 422 under the code of the first fault. All faults
 * are listed either way.
 */
final class InstallationYearReader {
  private static final int LONGEST_NAME = 200;
  private static final int MOST_PURCHASES = 200;
  private static final int MOST_PROCESSES = 30;
  private static final Set<String> RULES =
      Arrays.stream(SteelFault.Kind.values()).map(Enum::name).collect(Collectors.toSet());

  private InstallationYearReader() {}

  static InstallationYear read(Body body, InstallationId installation, ReportingYear year) {
    FieldErrors errors = new FieldErrors();
    Fields fields = body.fields(errors);
    Optional<String> name = fields.requiredText("name", LONGEST_NAME);
    Optional<CountryCode> country = fields.requiredValue("country", CountryCode::new);
    Optional<Period> period = PeriodForm.readRequired(fields);
    List<Purchase> purchases =
        fields.objects("purchases", MOST_PURCHASES).stream()
            .flatMap(purchase -> PurchaseReader.read(purchase).stream())
            .toList();
    List<Fields> stated = fields.requiredObjects("processes", MOST_PROCESSES);
    if (stated.isEmpty()) {
      fields.fault("processes", "EMPTY", "expected at least one process");
    }
    List<ProductionProcess> processes =
        stated.stream().flatMap(process -> ProcessReader.read(process).stream()).toList();
    fields.refuseOthers();
    refuseIfAny(errors);
    return new InstallationYear(
        installation,
        year,
        name.orElseThrow(),
        country.orElseThrow(),
        period.orElseThrow(),
        purchases,
        processes);
  }

  /** Refuses what a calculation found: each fault under its code and its field. */
  static Refused refused(List<SteelFault> faults) {
    FieldErrors errors = new FieldErrors();
    faults.forEach(fault -> errors.add(fault.field(), fault.kind().name(), fault.message()));
    return againstRules(errors.list());
  }

  private static void refuseIfAny(FieldErrors errors) {
    List<FieldError> faults = errors.list();
    if (!faults.isEmpty() && faults.stream().allMatch(fault -> RULES.contains(fault.code()))) {
      throw againstRules(faults);
    }
    errors.refuseIfAny();
  }

  private static Refused againstRules(List<FieldError> faults) {
    return Refused.fields(ProblemCode.valueOf(faults.get(0).code()), faults);
  }
}
