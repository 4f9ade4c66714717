package org.cfptrace.connector.correct;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.cfptrace.connector.correct.Expiries.Ending;
import org.cfptrace.connector.correct.Expiries.Warning;
import org.cfptrace.connector.notify.NotificationType;
import org.cfptrace.connector.notify.Notifications;
import org.cfptrace.connector.notify.Told;
import org.cfptrace.connector.product.StaleProducts;
import org.cfptrace.rollup.SupplierProduct;

/**
 * Tells both sides 60, 30 and 7 days before a declaration ends to be valid, and when it has ended;
 * then the products that rest on it are worked out anew.
 */
public final class WatchExpiry {
  private static final int MOST = 1000;

  private final Expiries expiries;
  private final StaleProducts staleProducts;
  private final Notifications notifications;
  private final Clock clock;

  public WatchExpiry(
      Expiries expiries, StaleProducts staleProducts, Notifications notifications, Clock clock) {
    this.expiries = requireNonNull(expiries, "expiries");
    this.staleProducts = requireNonNull(staleProducts, "staleProducts");
    this.notifications = requireNonNull(notifications, "notifications");
    this.clock = requireNonNull(clock, "clock");
  }

  /** Tells what is due, in the transaction under way, and says how many that were. */
  public int tell() {
    LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
    int told = 0;
    for (Ending ending : expiries.due(today, MOST)) {
      notifications.tell(words(ending, today));
      expiries.warned(ending);
      if (ending.warning() == Warning.OVER && ending.isReceived()) {
        staleProducts.markUsersOf(
            new SupplierProduct(ending.partner(), ending.product()),
            StaleProducts.Cause.PARTNER_FIGURE,
            clock.instant());
      }
      told++;
    }
    return told;
  }

  private Told words(Ending ending, LocalDate today) {
    boolean isOver = ending.warning() == Warning.OVER;
    return Told.of(isOver ? NotificationType.EXPIRED : NotificationType.EXPIRING, clock.instant())
        .withPartner(ending.partner())
        .withProduct(ending.product())
        .withDeclaration(ending.id().value())
        .withFact("direction", ending.isReceived() ? "RECEIVED" : "ISSUED")
        .withFact("validUntil", ending.validUntil().toString())
        .withFact("days", Long.toString(ChronoUnit.DAYS.between(today, ending.validUntil())))
        .once("expiry " + ending.id() + " " + ending.warning());
  }
}
