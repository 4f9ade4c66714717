package org.cfptrace.connector.share.adapter;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.connector.share.ProductRelease;
import org.cfptrace.connector.share.RedeclareRule;
import org.cfptrace.connector.share.ReleaseTerms;
import org.cfptrace.declaration.Audience;
import org.cfptrace.policy.ReleaseSwitch;
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.http.Body;
import org.cfptrace.service.http.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What one partner is told of one product, as it is shown over HTTP. */
@Schema(name = "ProductRelease")
record ReleaseForm(
    String partnerId,
    String traceId,
    Audience audience,
    @Schema(description = "what is in force; all off until an approver has released it")
        TermsForm inForce,
    @Nullable String releasedBy,
    @Schema(description = "what waits for an approver") @Nullable TermsForm draft,
    @Nullable String draftedBy,
    Instant changedAt) {

  /** What may be seen, and when it is told anew without a person. */
  @Schema(name = "ReleaseTerms")
  record TermsForm(
      SwitchesForm switches,
      @Schema(description = "how a changed figure is told; ASK when not said") RuleForm redeclare) {

    static TermsForm of(ReleaseTerms terms) {
      return new TermsForm(
          SwitchesForm.of(terms.switches()),
          new RuleForm(
              terms.rule().kind(),
              terms.rule().percent().map(BigDecimal::toPlainString).orElse(null)));
    }

    static ReleaseTerms read(Body body) {
      FieldErrors errors = new FieldErrors();
      Fields fields = body.fields(errors);
      Set<ReleaseSwitch> on =
          fields.requiredObject("switches").map(SwitchesForm::read).orElse(Set.of());
      RedeclareRule rule =
          fields.object("redeclare").flatMap(RuleForm::read).orElse(RedeclareRule.ASK);
      fields.refuseOthers();
      errors.refuseIfAny();
      return new ReleaseTerms(on, rule);
    }
  }

  /** When a changed figure goes out without a person. */
  @Schema(name = "RedeclareRule")
  record RuleForm(
      RedeclareRule.Kind rule,
      @Schema(description = "AUTOMATIC_BELOW: up to which change in percent", examples = "10")
          @Nullable String percent) {

    static Optional<RedeclareRule> read(Fields fields) {
      Optional<RedeclareRule.Kind> kind = fields.requiredChoice("rule", RedeclareRule.Kind.class);
      Optional<BigDecimal> percent = fields.positiveDecimal("percent");
      fields.refuseOthers();
      boolean isWhole =
          kind.isPresent()
              && fields.holds(
                  "percent",
                  percent.isPresent() == (kind.get() == RedeclareRule.Kind.AUTOMATIC_BELOW),
                  "WRONG_FOR_RULE",
                  "a percentage belongs to AUTOMATIC_BELOW, and only there");
      return isWhole ? Optional.of(new RedeclareRule(kind.get(), percent)) : Optional.empty();
    }
  }

  static ReleaseForm of(ProductRelease release) {
    return new ReleaseForm(
        release.partner().did(),
        release.product().toString(),
        release.audience(),
        TermsForm.of(release.inForce()),
        release.releasedBy().orElse(null),
        release.draft().map(TermsForm::of).orElse(null),
        release.draftedBy().orElse(null),
        release.changedAt());
  }
}
