package org.cfptrace.service.form;

import java.util.Optional;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.rollup.Estimate;
import org.cfptrace.rollup.Proxy;
import org.cfptrace.service.http.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What counts while a supplier's figure cannot be used; the total stays incomplete. */
@Schema(name = "Proxy")
public record ProxyForm(
    @Schema(required = true) Use use,
    @Schema(description = "with use ESTIMATE") @Nullable EstimateForm estimate) {

  /** Which figure stands in. */
  public enum Use {
    LAST_KNOWN,
    ESTIMATE
  }

  /** Reads what may stand in for a line. */
  public static Optional<Proxy> read(Fields fields, Optional<DeclaredUnit> unitOfLine) {
    Optional<Proxy> proxy =
        fields.requiredChoice("use", Use.class).flatMap(use -> read(fields, use, unitOfLine));
    fields.refuseOthers();
    return proxy;
  }

  /** A stand-in in the form it goes out in. */
  public static ProxyForm of(Proxy proxy) {
    Estimate estimate = proxy.estimate();
    return estimate == null
        ? new ProxyForm(Use.LAST_KNOWN, null)
        : new ProxyForm(Use.ESTIMATE, EstimateForm.of(estimate));
  }

  private static Optional<Proxy> read(Fields fields, Use use, Optional<DeclaredUnit> unitOfLine) {
    return use == Use.LAST_KNOWN
        ? Optional.of(Proxy.lastKnown())
        : fields
            .requiredObject("estimate")
            .flatMap(estimate -> EstimateForm.read(estimate, unitOfLine))
            .map(Proxy::new);
  }
}
