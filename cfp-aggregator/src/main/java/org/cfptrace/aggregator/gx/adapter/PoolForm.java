package org.cfptrace.aggregator.gx.adapter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.gx.PoolId;
import org.cfptrace.aggregator.gx.ReductionPool;
import org.cfptrace.aggregator.gx.ReductionPool.MultiSite;
import org.cfptrace.aggregator.gx.Site;
import org.cfptrace.aggregator.gx.Tonnes;
import org.cfptrace.aggregator.gx.TonnesCo2e;
import org.cfptrace.footprint.Period;
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.form.PeriodForm;
import org.cfptrace.service.http.Body;
import org.cfptrace.service.http.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A pool on the wire, as it was opened. */
@Schema(name = "GxPool", description = "A verified reduction of a product line; amounts in tonnes.")
public record PoolForm(
    @Schema(readOnly = true) String id,
    @Schema(required = true, examples = "EAF-2026") String project,
    @Schema(required = true, examples = "Works A") String site,
    @Schema(description = "without it, the pool's site alone") @Nullable MultiSiteForm multiSite,
    @Schema(required = true, description = "what totalMass and actualEmissions are of")
        String productLine,
    @Schema(required = true, description = "12 months at most") PeriodForm period,
    @Schema(required = true, description = "t CO2e", examples = "30000") String verifiedReduction,
    @Schema(required = true) String verifier,
    @Schema(required = true, description = "t of product", examples = "100000") String totalMass,
    @Schema(required = true, description = "t CO2e, after the reduction", examples = "200000")
        String actualEmissions,
    @Schema(readOnly = true) Instant openedAt,
    @Schema(readOnly = true) String openedBy) {
  private static final int LONGEST = 120;
  private static final int MOST_SITES = 50;

  /** Leave to transfer across sites. */
  @Schema(name = "GxMultiSite")
  public record MultiSiteForm(
      @Schema(required = true, description = "beside the pool's own") List<String> sites,
      @Schema(required = true) String verifier) {
    static Optional<MultiSite> read(Fields fields) {
      List<Site> sites =
          fields.texts("sites", MOST_SITES, LONGEST).stream().map(Site::new).toList();
      fields.holds("sites", !sites.isEmpty(), "REQUIRED", "expected the other sites");
      Optional<String> verifier = fields.requiredText("verifier", LONGEST);
      fields.refuseOthers();
      return sites.isEmpty() ? Optional.empty() : verifier.map(by -> new MultiSite(sites, by));
    }
  }

  static PoolForm of(ReductionPool pool) {
    return new PoolForm(
        pool.id().toString(),
        pool.project(),
        pool.site().value(),
        pool.multiSite()
            .map(
                several ->
                    new MultiSiteForm(
                        several.others().stream().map(Site::value).toList(), several.verifier()))
            .orElse(null),
        pool.productLine(),
        PeriodForm.of(pool.period()),
        pool.verifiedReduction().text(),
        pool.verifier(),
        pool.totalMass().text(),
        pool.actualEmissions().text(),
        pool.openedAt(),
        pool.openedBy());
  }

  static ReductionPool read(Body body, Instant openedAt, String openedBy) {
    FieldErrors errors = new FieldErrors();
    Fields fields = body.fields(errors);
    Optional<String> project = fields.requiredText("project", LONGEST);
    Optional<Site> site = fields.requiredText("site", LONGEST).map(Site::new);
    Optional<MultiSite> multiSite = fields.object("multiSite").flatMap(MultiSiteForm::read);
    Optional<String> productLine = fields.requiredText("productLine", LONGEST);
    Optional<Period> period = PeriodForm.readRequired(fields);
    Optional<TonnesCo2e> verified =
        fields.requiredPositiveDecimal("verifiedReduction").map(TonnesCo2e::new);
    Optional<String> verifier = fields.requiredText("verifier", LONGEST);
    Optional<Tonnes> mass = fields.requiredPositiveDecimal("totalMass").map(Tonnes::new);
    Optional<TonnesCo2e> emissions = fields.requiredValue("actualEmissions", TonnesCo2e::of);
    fields.refuseOthers();
    errors.refuseIfAny();
    return new ReductionPool(
        PoolId.random(),
        project.orElseThrow(),
        site.orElseThrow(),
        multiSite,
        productLine.orElseThrow(),
        period.orElseThrow(),
        verified.orElseThrow(),
        verifier.orElseThrow(),
        mass.orElseThrow(),
        emissions.orElseThrow(),
        openedAt,
        openedBy);
  }
}
