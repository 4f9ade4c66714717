package org.cfptrace.connector.declare.adapter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.connector.declare.IssuedDeclaration;
import org.cfptrace.connector.declare.Standing;
import org.cfptrace.connector.receive.ReceivedDeclaration;
import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.declaration.PeriodClaim;
import org.cfptrace.declaration.ProductClaim;
import org.cfptrace.declaration.QualityClaim;
import org.cfptrace.declaration.TotalClaim;
import org.cfptrace.exchange.deliver.Delivery;
import org.cfptrace.exchange.deliver.DeliveryState;
import org.cfptrace.footprint.PrimaryDataShare;
import org.cfptrace.strict.Decimals;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A declaration as it is shown over HTTP, whether we have made it or were given it. */
@Schema(name = "Declaration")
record DeclarationForm(
    String declarationId,
    Direction direction,
    @Nullable Audience audience,
    @Schema(description = "who states it") String issuer,
    @Schema(description = "for whom this copy was made") String recipient,
    ProductForm product,
    PeriodForm period,
    @Schema(description = "kg CO2e per one unit; missing while it is withheld")
        @Nullable TotalForm total,
    @Nullable String primaryDataShare,
    @Schema(description = "what the recipient sees") List<String> shown,
    @Schema(description = "the self-declaration this copy was made from")
        @Nullable String statementId,
    @Schema(description = "ACTIVE, SUPERSEDED, RECALLED, or EXPIRED once its last day is over")
        String state,
    @Nullable String supersededBy,
    @Schema(description = "why it was recalled") @Nullable String recallReason,
    @Schema(description = "whether a line of a bill of materials uses it") @Nullable Boolean linked,
    @Nullable DeliveryState delivery,
    @Schema(description = "why it was refused, or could not be sent yet")
        @Nullable String deliveryReason,
    @Nullable Integer deliveryAttempts,
    Instant issuedAt,
    @Nullable Instant receivedAt) {

  /** Whether it went out or came in. */
  enum Direction {
    ISSUED,
    RECEIVED
  }

  /** Of which product it speaks. */
  @Schema(name = "DeclaredProduct")
  record ProductForm(
      String traceId, String name, String category, String unit, @Nullable String massPerUnit) {
    static ProductForm of(ProductClaim product) {
      return new ProductForm(
          product.traceId().toString(),
          product.productName(),
          product.category(),
          product.unit().text(),
          product.massPerUnit().map(mass -> Decimals.write(mass.kilograms())).orElse(null));
    }
  }

  /** For which days. */
  @Schema(name = "DeclaredPeriod")
  record PeriodForm(LocalDate from, LocalDate to, LocalDate validUntil) {
    static PeriodForm of(PeriodClaim period) {
      return new PeriodForm(period.period().from(), period.period().to(), period.validUntil());
    }
  }

  /** How much. */
  @Schema(name = "DeclaredTotal")
  record TotalForm(
      String exclBiogenicUptake,
      String inclBiogenicUptake,
      boolean complete,
      String estimatedShare) {
    static TotalForm of(TotalClaim total) {
      return new TotalForm(
          Decimals.write(total.exclBiogenicUptake().value()),
          Decimals.write(total.inclBiogenicUptake().value()),
          total.complete(),
          Decimals.write(total.estimatedShare().value()));
    }
  }

  static DeclarationForm of(IssuedDeclaration issued, String me, LocalDate today) {
    return new DeclarationForm(
        issued.id().value(),
        Direction.ISSUED,
        issued.audience(),
        me,
        issued.recipient().did(),
        ProductForm.of(issued.product()),
        PeriodForm.of(issued.period()),
        TotalForm.of(issued.total()),
        share(issued.quality()),
        names(issued.shown()),
        issued.statement().map(DeclarationId::value).orElse(null),
        state(issued.standing(), issued.period(), today),
        issued.standing().supersededBy().map(DeclarationId::value).orElse(null),
        issued.standing().reason().orElse(null),
        null,
        issued.delivery().map(Delivery::state).orElse(null),
        issued.delivery().flatMap(Delivery::reason).orElse(null),
        issued.delivery().map(Delivery::attempts).orElse(null),
        issued.issuedAt(),
        null);
  }

  static DeclarationForm of(ReceivedDeclaration received, String me, LocalDate today) {
    return new DeclarationForm(
        received.id().value(),
        Direction.RECEIVED,
        null,
        received.issuer().did(),
        me,
        ProductForm.of(received.product()),
        PeriodForm.of(received.period()),
        received.total().map(TotalForm::of).orElse(null),
        share(received.quality()),
        names(received.claims().keySet()),
        null,
        state(received.standing(), received.period(), today),
        received.standing().supersededBy().map(DeclarationId::value).orElse(null),
        received.standing().reason().orElse(null),
        received.isLinked(),
        null,
        null,
        null,
        received.issuedAt(),
        received.receivedAt());
  }

  private static String state(Standing standing, PeriodClaim period, LocalDate today) {
    return standing.isActive() && period.validUntil().isBefore(today)
        ? "EXPIRED"
        : standing.state().name();
  }

  private static @Nullable String share(Optional<QualityClaim> quality) {
    return quality.flatMap(QualityClaim::primaryDataShare).map(PrimaryDataShare::text).orElse(null);
  }

  private static List<String> names(Set<ClaimName> claims) {
    return claims.stream().sorted().map(ClaimName::jsonName).toList();
  }
}
