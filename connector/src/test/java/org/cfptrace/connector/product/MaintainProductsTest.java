package org.cfptrace.connector.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.cfptrace.footprint.DeclaredUnit.KILOGRAM;
import static org.cfptrace.footprint.DeclaredUnit.PIECE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.MassPerUnit;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.service.answer.ExpectedVersion;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.answer.Versioned;
import org.junit.jupiter.api.Test;

class MaintainProductsTest {
  private static final ExpectedVersion FIRST = new ExpectedVersion(0);

  private final Shelf shelf = new Shelf();
  private final Map<TraceId, String> uses = new HashMap<>();
  private final MaintainProducts maintain =
      new MaintainProducts(
          shelf,
          new NoPlants(),
          shelf,
          List.of(product -> Optional.empty(), product -> Optional.ofNullable(uses.get(product))));

  @Test
  void whatNothingReliesOnIsRemoved() {
    var coil = shelf.product("coil", KILOGRAM);

    maintain.remove(coil, FIRST);

    assertThat(shelf.find(coil)).isEmpty();
  }

  @Test
  void whatAnotherRoomReliesOnIsNotRemoved() {
    var coil = shelf.product("coil", KILOGRAM);
    uses.put(coil, "it was declared to a customer");

    Refused refused = refusal(() -> maintain.remove(coil, FIRST));

    assertThat(refused.code()).isEqualTo(ProblemCode.CONFLICT);
    assertThat(refused.detail())
        .isEqualTo("the product is relied on: it was declared to a customer");
  }

  @Test
  void theUnitOfAProductWithABillOfMaterialsStays() {
    var bolt = shelf.product("bolt", PIECE);
    var bracket = shelf.product("bracket", PIECE);
    shelf.madeOf(bracket, Shelf.own("bolt", bolt));

    Refused refused = refusal(() -> maintain.change(in(bracket, "bracket", KILOGRAM), FIRST));

    assertThat(refused.errors()).hasSize(1);
    assertThat(refused.errors().get(0).message())
        .isEqualTo("stays piece: its bill of materials states amounts per one of it");
  }

  @Test
  void theUnitOfAPartOfAnotherProductStays() {
    var bolt = shelf.product("bolt", PIECE);
    var bracket = shelf.product("bracket", PIECE);
    shelf.madeOf(bracket, Shelf.own("bolt", bolt));

    Refused refused = refusal(() -> maintain.change(in(bolt, "bolt", KILOGRAM), FIRST));

    assertThat(refused.errors().get(0).message())
        .isEqualTo("stays piece: the bill of materials of " + bracket + " uses it");
  }

  @Test
  void theMassOfAPieceMayBeAddedAtAnyTime() {
    var bracket = shelf.product("bracket", PIECE);
    uses.put(bracket, "emissions were posted for it");
    var heavier = in(bracket, "bracket", PIECE);

    var changed = maintain.change(heavier, FIRST);

    assertThat(changed.version()).isEqualTo(1);
    assertThat(changed.value().massPerUnit()).contains(MassPerUnit.of("2.5"));
  }

  @Test
  void aPlantThatIsNotThereIsRefused() {
    var coil =
        new Product(
            TraceId.random(),
            "coil",
            Optional.empty(),
            Labels.NONE,
            Optional.empty(),
            KILOGRAM,
            Optional.empty(),
            Optional.of(PlantId.random()));

    assertThat(refusal(() -> maintain.register(coil)).errors().get(0).field()).isEqualTo("plantId");
  }

  private static Product in(TraceId traceId, String name, DeclaredUnit unit) {
    return new Product(
        traceId,
        name,
        Optional.empty(),
        Labels.NONE,
        Optional.empty(),
        unit,
        Optional.of(MassPerUnit.of("2.5")),
        Optional.empty());
  }

  private static Refused refusal(Runnable act) {
    return catchThrowableOfType(Refused.class, act::run);
  }

  /** A company without plants. */
  private static final class NoPlants implements Plants {
    @Override
    public Optional<Versioned<Plant>> find(PlantId id) {
      return Optional.empty();
    }

    @Override
    public Page<Versioned<Plant>> list(PageRequest page) {
      return new Page<>(List.of(), Optional.empty());
    }

    @Override
    public Versioned<Plant> add(Plant plant) {
      throw new UnsupportedOperationException("nobody builds here");
    }

    @Override
    public Versioned<Plant> replace(Plant plant, ExpectedVersion expected) {
      throw Refused.notFound("plant", plant.id());
    }
  }
}
