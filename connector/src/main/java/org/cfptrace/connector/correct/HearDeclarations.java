package org.cfptrace.connector.correct;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cfptrace.connector.notify.NotificationType;
import org.cfptrace.connector.notify.Notifications;
import org.cfptrace.connector.notify.Told;
import org.cfptrace.connector.product.StaleProducts;
import org.cfptrace.connector.receive.ReceivedDeclaration;
import org.cfptrace.connector.receive.ReceivedDeclarations;
import org.cfptrace.connector.trade.Answers;
import org.cfptrace.declaration.ProductClaim;
import org.cfptrace.declaration.TotalClaim;
import org.cfptrace.exchange.receive.KeepDeclaration;
import org.cfptrace.rollup.SupplierProduct;
import org.cfptrace.trade.RequestSide;
import org.cfptrace.verify.VerifiedDeclaration;

/**
 * Keeps what a partner has declared, and sees to what follows: requests are answered, products that
 * use the figure are stale, and our people hear whether it is an answer, a correction or a renewal.
 */
public final class HearDeclarations implements KeepDeclaration {
  private final ReceivedDeclarations received;
  private final Answers answers;
  private final StaleProducts staleProducts;
  private final Notifications notifications;
  private final Clock clock;

  public HearDeclarations(
      ReceivedDeclarations received,
      Answers answers,
      StaleProducts staleProducts,
      Notifications notifications,
      Clock clock) {
    this.received = requireNonNull(received, "received");
    this.answers = requireNonNull(answers, "answers");
    this.staleProducts = requireNonNull(staleProducts, "staleProducts");
    this.notifications = requireNonNull(notifications, "notifications");
    this.clock = requireNonNull(clock, "clock");
  }

  @Override
  public void keep(VerifiedDeclaration declaration, String messageId, Instant at) {
    received.keep(declaration, messageId, at);
    ProductClaim product = declaration.product().orElseThrow();
    SupplierProduct bought = new SupplierProduct(declaration.issuer(), product.traceId());
    answers.refresh(RequestSide.ASKER, bought.partner(), bought.product());
    staleProducts.markUsersOf(bought, StaleProducts.Cause.PARTNER_FIGURE, clock.instant());
    if (!declaration.isRepeat() && declaration.total().isPresent()) {
      notifications.tell(words(declaration, bought));
    }
  }

  private Told words(VerifiedDeclaration declaration, SupplierProduct bought) {
    List<ReceivedDeclaration> all = received.of(bought.partner(), bought.product());
    Told told =
        Told.of(
                all.size() == 1 ? NotificationType.ANSWERED : NotificationType.UPDATED,
                clock.instant())
            .withPartner(bought.partner())
            .withProduct(bought.product())
            .withDeclaration(declaration.id().value())
            .withFact("part", declaration.product().orElseThrow().productName())
            .withFact("periodEnd", declaration.period().orElseThrow().period().to().toString());
    return corrected(declaration)
        .flatMap(ReceivedDeclaration::total)
        .map(before -> change(before, declaration.total().orElseThrow()))
        .map(change -> told.withFact("changePercent", change.text()))
        .orElse(told);
  }

  private Optional<ReceivedDeclaration> corrected(VerifiedDeclaration declaration) {
    return declaration.supersedes().flatMap(old -> received.find(old.declarationId()));
  }

  private static Change change(TotalClaim before, TotalClaim now) {
    return Change.of(
        before.exclBiogenicUptake(), before.complete(), now.exclBiogenicUptake(), now.complete());
  }
}
