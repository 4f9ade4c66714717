package org.cfptrace.aggregator.disclose.customer;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.cfptrace.aggregator.disclose.Finding;
import org.cfptrace.aggregator.disclose.Finding.Code;
import org.cfptrace.aggregator.disclose.ProductFacts;
import org.cfptrace.aggregator.disclose.SourceFacts;
import org.cfptrace.footprint.EmissionAccount;

/**
 * Rule 14 of the plausibility rules: a product is no less, account by account, than what its parts
 * bring; of uptake and removals no less far below zero. What was told unsplit belongs to no account
 * and is not compared.
 */
final class InputsCheck {
  private static final Set<EmissionAccount> COMPARED =
      EnumSet.of(
          EmissionAccount.FOSSIL,
          EmissionAccount.BIOGENIC_NON_CO2,
          EmissionAccount.BIOGENIC_UPTAKE,
          EmissionAccount.LAND_USE_CHANGE,
          EmissionAccount.LAND_MANAGEMENT_EMISSIONS,
          EmissionAccount.LAND_MANAGEMENT_REMOVALS,
          EmissionAccount.AIRCRAFT);

  /** Kilograms; a total is rounded to micrograms in each of its cells. */
  private static final BigDecimal LEFT_BY_ROUNDING = new BigDecimal("0.000001");

  private InputsCheck() {}

  /** A finding for each account in which the rule does not hold. */
  static List<Finding> of(ProductFacts product) {
    return COMPARED.stream()
        .filter(account -> isLess(of(product, account), brought(product, account)))
        .map(
            account ->
                Finding.of(
                    Code.IMPLAUSIBLE,
                    "rule 14: the parts bring "
                        + Rules.plain(brought(product, account))
                        + " in the account "
                        + account.jsonName()
                        + ", the product states "
                        + Rules.plain(of(product, account))))
        .toList();
  }

  private static BigDecimal of(ProductFacts product, EmissionAccount account) {
    return product.total().in(account).value();
  }

  /** What comes from others, or is estimated for them. */
  private static BigDecimal brought(ProductFacts product, EmissionAccount account) {
    BigDecimal sum = BigDecimal.ZERO;
    for (SourceFacts source : product.sources()) {
      if (!source.isMissing() && !source.kind().equals("OWN")) {
        sum = sum.add(source.emissions().in(account).value());
      }
    }
    return sum;
  }

  /** Less far from zero, and on the same side. */
  private static boolean isLess(BigDecimal product, BigDecimal brought) {
    BigDecimal apart = brought.subtract(product);
    BigDecimal lacking = brought.signum() < 0 ? apart.negate() : apart;
    return brought.signum() != 0 && lacking.compareTo(LEFT_BY_ROUNDING) > 0;
  }
}
