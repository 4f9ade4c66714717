package org.cfptrace.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.EmissionAccount;
import org.cfptrace.footprint.Emissions;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.MassPerUnit;
import org.cfptrace.footprint.Quantity;
import org.cfptrace.footprint.Share;
import org.cfptrace.footprint.Stage;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.footprint.Yield;
import org.cfptrace.log.LoggedEntry;
import org.cfptrace.rollup.BillOfMaterialsLine;
import org.cfptrace.rollup.Estimate;
import org.cfptrace.rollup.LineId;
import org.cfptrace.rollup.LineOrigin;
import org.cfptrace.rollup.LineSource;
import org.cfptrace.rollup.LineSupply;
import org.cfptrace.rollup.OwnEmissions;
import org.cfptrace.rollup.OwnProduct;
import org.junit.jupiter.api.Test;

/** Whatever an honest company's product is made of, the checks of its sum do not refuse it. */
class HonestChainTest {
  private static final long SEED = 20_261_128L;
  private static final int ROUNDS = 40;

  private final Random random = new Random(SEED);
  private int names;

  @Test
  void anyHonestChainHolds() {
    for (int round = 0; round < ROUNDS; round++) {
      ChainWorld world = new ChainWorld();
      ChainWorld.Firm supplier = world.firm("a");
      ChainWorld.Firm buyer = world.firm("b");
      ChainWorld.Firm maker = world.firm("c");
      ChainWorld.Making making =
          buyer.makes("part", DeclaredUnit.PIECE).emitting(OwnEmissions.primary(emissions()));
      int lines = random.nextInt(6);
      for (int line = 0; line < lines; line++) {
        add(making, world, supplier, buyer);
      }
      ChainWorld.Made part = making.state();
      ChainWorld.Made car =
          maker
              .makes("car", DeclaredUnit.PIECE)
              .emitting(OwnEmissions.primary(emissions()))
              .of(world.sell(part, maker), Quantity.of(decimal(9), DeclaredUnit.PIECE))
              .state();

      assertHolds(world, car, "seed " + SEED + ", round " + round);
    }
  }

  private static void assertHolds(ChainWorld world, ChainWorld.Made car, String run) {
    Map<DeclarationId, LoggedEntry> proofs = world.proofs();
    ChainVerdict verdict =
        world
            .verifier()
            .verify(ChainWorld.rootOf(car), world.shown(car, proofs), world.answers(car, proofs));

    assertThat(verdict.isVerified()).as(run + ": " + verdict).isTrue();
    assertThat(verdict.hops())
        .as(run)
        .noneMatch(hop -> hop.remarks().contains(Remark.STAGES_NOT_CHECKED))
        .noneMatch(hop -> hop.remarks().contains(Remark.UPTAKE_NOT_CHECKED));
  }

  private void add(
      ChainWorld.Making making, ChainWorld world, ChainWorld.Firm supplier, ChainWorld.Firm buyer) {
    Quantity amount = amount();
    if (random.nextInt(10) == 0) {
      making.asking(supplier.id());
      return;
    }
    if (random.nextInt(5) == 0) {
      addOwnPart(making, world, supplier, buyer);
      return;
    }
    if (random.nextInt(4) == 0) {
      Estimate estimate =
          new Estimate(LineOrigin.SECONDARY, amount.unit(), emissions(), null, "a database");
      making.line(line(amount, new LineSupply.Terminal(estimate)));
      return;
    }
    List<ChainWorld.Copy> parts = new ArrayList<>();
    List<LineSource> sources = new ArrayList<>();
    for (String share : shares()) {
      ChainWorld.Making part = supplier.makes("part " + names++, unitOf(amount));
      if (random.nextBoolean()) {
        part.pieceOf(oneOf("3", "0.7", "2.123456789"));
      }
      ChainWorld.Copy copy =
          world.sell(part.emitting(OwnEmissions.primary(emissions())).state(), buyer);
      parts.add(copy);
      sources.add(
          new LineSource(supplier.id(), copy.made().product(), Share.of(share), null, null));
    }
    making.line(
        line(amount, new LineSupply.Procured(sources)), parts.toArray(new ChainWorld.Copy[0]));
  }

  /** What is bought for it does not show: the buyer's word stands for it. */
  private void addOwnPart(
      ChainWorld.Making making, ChainWorld world, ChainWorld.Firm supplier, ChainWorld.Firm buyer) {
    ChainWorld.Copy bought =
        world.sell(
            supplier
                .makes("part " + names++, DeclaredUnit.KILOGRAM)
                .emitting(OwnEmissions.primary(emissions()))
                .state(),
            buyer);
    OwnProduct part =
        OwnProduct.of(TraceId.random(), DeclaredUnit.PIECE)
            .withOwn(OwnEmissions.primary(emissions()))
            .withLines(
                line(
                    Quantity.of(decimal(9), DeclaredUnit.KILOGRAM),
                    LineSupply.procured(LineSource.only(supplier.id(), bought.made().product()))));
    making.ofOwn(part, Quantity.of(decimal(8), DeclaredUnit.PIECE), bought);
  }

  private BillOfMaterialsLine line(Quantity amount, LineSupply supply) {
    return BillOfMaterialsLine.of(new LineId("l" + names++), "bought", amount, supply)
        .with(Yield.of(oneOf("1", "0.3", "0.999999999", "0.123456789")))
        .with(MassPerUnit.of(oneOf("3", "0.7", "2.123456789")));
  }

  private String[] shares() {
    return switch (random.nextInt(3)) {
      case 0 -> new String[] {"0.333333333", "0.333333333", "0.333333334"};
      case 1 -> new String[] {"0.5", "0.25"};
      default -> new String[] {"1"};
    };
  }

  private Quantity amount() {
    return switch (random.nextInt(4)) {
      case 0 -> Quantity.of(decimal(9), DeclaredUnit.MEGAJOULE);
      case 1 -> Quantity.of(decimal(6), DeclaredUnit.PIECE);
      case 2 -> Quantity.of(decimal(3), DeclaredUnit.TON_KILOMETER);
      default -> Quantity.of(decimal(9), DeclaredUnit.KILOGRAM);
    };
  }

  private DeclaredUnit unitOf(Quantity amount) {
    return switch (amount.unit()) {
      case MEGAJOULE -> DeclaredUnit.KILOWATT_HOUR;
      case PIECE, KILOGRAM -> random.nextBoolean() ? DeclaredUnit.KILOGRAM : DeclaredUnit.PIECE;
      default -> amount.unit();
    };
  }

  private Emissions emissions() {
    return Emissions.of(Stage.PRE, EmissionAccount.FOSSIL, amountOf(18))
        .and(Stage.MAIN, EmissionAccount.FOSSIL, amountOf(oneOf(9, 18)))
        .and(Stage.MAIN, EmissionAccount.BIOGENIC_NON_CO2, amountOf(13))
        .and(Stage.PRE, EmissionAccount.BIOGENIC_UPTAKE, amountOf(oneOf(9, 12)).negated())
        .and(Stage.MAIN, EmissionAccount.BIOGENIC_UPTAKE, amountOf(17).negated())
        .and(Stage.PRE, EmissionAccount.LAND_MANAGEMENT_REMOVALS, amountOf(12).negated());
  }

  private KgCo2e amountOf(int decimals) {
    return random.nextInt(4) == 0 ? KgCo2e.ZERO : new KgCo2e(new BigDecimal(decimal(decimals)));
  }

  private String decimal(int decimals) {
    return BigDecimal.valueOf(1 + random.nextInt(2_000_000_000), decimals).toPlainString();
  }

  private String oneOf(String... values) {
    return values[random.nextInt(values.length)];
  }

  private int oneOf(int one, int other) {
    return random.nextBoolean() ? one : other;
  }
}
