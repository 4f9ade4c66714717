package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.connector.audit.AccessEntry;
import org.cfptrace.connector.audit.AuditHop;
import org.cfptrace.connector.receive.ReceivedDeclaration;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.envelope.DisclosedBody;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.exchange.deliver.DeliveryState;
import org.cfptrace.exchange.deliver.Way;
import org.junit.jupiter.api.Test;

/**
 * A supplier reads in its own journal what its customer has shown an auditor of its declaration,
 * also in an audit that does not come as far as itself.
 */
class ShownByCustomersTest {
  private static final long AS_FAR_AS_THE_MAKER_OF_PARTS = 2;

  private final Audited chain = new Audited();
  private final DeclarationId steelCopy =
      chain.mill.company().issued().standingCopies(chain.steel).get(0).id();

  @Test
  void aSupplierThatIsNotAskedItselfIsToldWhoSawWhichClaimsThroughWhom() {
    chain.everybodyAnswers();
    Instant before = chain.world.clock().instant();

    UUID audit = chain.begin(AS_FAR_AS_THE_MAKER_OF_PARTS);
    chain.settle();

    assertThat(chain.auditor.hops(audit))
        .extracting(AuditHop::company)
        .doesNotContain(chain.mill.id());
    assertThat(chain.mill.accessJournal()).isEmpty();
    assertThat(chain.mill.shownByCustomers())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.company()).isEqualTo(chain.auditor.id());
              assertThat(entry.through()).contains(chain.parts.id());
              assertThat(entry.declaration()).contains(steelCopy);
              assertThat(entry.claims()).isEqualTo(heldByParts().claims().keySet());
              assertThat(entry.claims())
                  .contains(ClaimName.TOTAL)
                  .doesNotContain(ClaimName.OWN, ClaimName.STATEMENT);
              assertThat(entry.at()).isBetween(before, chain.world.clock().instant());
              assertThat(entry.requestId()).isEmpty();
              assertThat(entry.leaveId()).isEmpty();
              assertThat(entry.refused()).isEmpty();
            });
  }

  @Test
  void itIsToldNothingOfTheCustomersCustomerNorOfTheMandate() {
    chain.everybodyAnswers();
    UUID audit = chain.begin(AS_FAR_AS_THE_MAKER_OF_PARTS);
    chain.settle();
    String mandate = chain.auditor.audit(audit).mandateId().toString();
    AuditHop ofParts = chain.auditor.hops(audit).get(1);

    assertThat(
            Audited.foundAt(
                chain.mill,
                chain.auditor.id().toString(),
                chain.cars.id().toString(),
                chain.car.uuid().toString(),
                chain.bracket.uuid().toString(),
                chain.carStatement.value(),
                ofParts.declaration().orElseThrow().value(),
                ofParts.requestId().uuid().toString(),
                mandate))
        .containsExactly(chain.auditor.id().toString());
  }

  @Test
  void whoIsAskedItselfReadsBoth() {
    chain.everybodyAnswers();

    chain.begin(50);
    chain.settle();

    assertThat(chain.mill.accessJournal()).hasSize(2);
    assertThat(chain.mill.shownByCustomers())
        .singleElement()
        .satisfies(entry -> assertThat(entry.through()).contains(chain.parts.id()));
    assertThat(chain.parts.shownByCustomers())
        .singleElement()
        .satisfies(entry -> assertThat(entry.through()).contains(chain.cars.id()));
    assertThat(chain.cars.shownByCustomers()).isEmpty();
  }

  @Test
  void ofABareTokenNothingWasShown() {
    chain.everybodyAnswers();
    chain.mill.letsHandOnTo();
    chain.mill.emits(chain.steel, "4");
    chain.settle();
    chain.cars.states(chain.car);
    chain.settle();

    chain.begin(50);
    chain.settle();

    assertThat(chain.mill.accessJournal()).hasSize(2);
    assertThat(chain.mill.shownByCustomers()).isEmpty();
  }

  @Test
  void aSupplierThatIsAwayIsToldWhenItIsBack() {
    chain.everybodyAnswers();
    chain.mill.isOffline(true);
    chain.begin(AS_FAR_AS_THE_MAKER_OF_PARTS);
    chain.settle();
    Instant shown = chain.world.clock().instant();
    chain.world.clock().advance(Duration.ofDays(9));

    chain.mill.isOffline(false);
    chain.settle();

    assertThat(chain.mill.shownByCustomers())
        .extracting(AccessEntry::at)
        .singleElement()
        .satisfies(at -> assertThat(at).isBeforeOrEqualTo(shown));
  }

  @Test
  void theJournalOfWhoShowsItNamesTheMessageThatTellsTheSupplier() {
    chain.everybodyAnswers();

    chain.begin(AS_FAR_AS_THE_MAKER_OF_PARTS);
    chain.settle();

    assertThat(ofSteelAtParts().id()).isEqualTo(chain.mill.id());
    assertThat(deliveryOf(ofSteelAtParts())).isEqualTo(DeliveryState.DELIVERED);
    assertThat(chain.parts.accessJournal())
        .filteredOn(entry -> !entry.declaration().equals(Optional.of(steelCopy)))
        .isNotEmpty()
        .allSatisfy(entry -> assertThat(entry.supplier()).isEmpty());
  }

  @Test
  void aFormerSupplierIsToldOverItsDoor() {
    chain.everybodyAnswers();
    chain.parts.breaksWith(chain.mill.id());
    chain.settle();

    chain.begin(AS_FAR_AS_THE_MAKER_OF_PARTS);
    chain.settle();

    assertThat(chain.mill.shownByCustomers())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.through()).contains(chain.parts.id());
              assertThat(entry.declaration()).contains(steelCopy);
            });
    assertThat(deliveryOf(ofSteelAtParts())).isEqualTo(DeliveryState.DELIVERED);
  }

  @Test
  void whatWasQueuedBeforeTheEndDoesNotKeepItFromAFormerSupplier() {
    chain.everybodyAnswers();
    chain.parts.says(
        chain.mill,
        Way.INBOX,
        MessageType.DISCLOSED,
        new DisclosedBody(steelCopy, chain.cars.id(), EnumSet.of(ClaimName.TOTAL)).toJson());
    chain.parts.breaksWith(chain.mill.id());
    chain.settle();

    chain.begin(AS_FAR_AS_THE_MAKER_OF_PARTS);
    chain.settle();

    assertThat(keptBackAtParts()).isPositive();
    assertThat(chain.mill.shownByCustomers())
        .extracting(AccessEntry::company)
        .containsExactly(chain.auditor.id());
  }

  @Test
  void ofASupplierWhoseKeyNobodyVouchesForTheJournalSaysThatItWasNotTold() {
    chain.everybodyAnswers();
    chain.mill.breaksWith(chain.parts.id());
    chain.settle();
    chain.mill.invites(chain.parts);
    chain.settle();
    forgetsTheKeyOfTheMill();

    chain.begin(AS_FAR_AS_THE_MAKER_OF_PARTS);
    chain.settle();

    assertThat(ofSteelAtParts().id()).isEqualTo(chain.mill.id());
    assertThat(ofSteelAtParts().toldBy()).isEmpty();
    assertThat(chain.mill.shownByCustomers()).isEmpty();
  }

  private void forgetsTheKeyOfTheMill() {
    chain
        .parts
        .database()
        .sql()
        .update(
            "update partner set trusted_keys = '{}' where participant = ?", chain.mill.id().did());
  }

  @Test
  void aCustomerSpeaksOfWhatItHoldsItselfAlone() {
    DeclarationId millsOwn = chain.mill.states(chain.steel);
    chain.settle();

    for (DeclarationId id : List.of(millsOwn, chain.carStatement)) {
      chain.parts.says(
          chain.mill,
          Way.INBOX,
          MessageType.DISCLOSED,
          new DisclosedBody(id, chain.auditor.id(), EnumSet.of(ClaimName.TOTAL)).toJson());
    }
    chain.settle();

    assertThat(chain.mill.shownByCustomers()).isEmpty();
    assertThat(
            chain
                .mill
                .database()
                .sql()
                .list("select reason from quarantine", row -> row.text("reason")))
        .containsExactly("UNKNOWN_DECLARATION", "UNKNOWN_DECLARATION");
  }

  private AccessEntry.Supplier ofSteelAtParts() {
    List<AccessEntry> entries = chain.parts.accessJournal(steelCopy);
    assertThat(entries).hasSize(1);
    return entries.get(0).supplier().orElseThrow();
  }

  private DeliveryState deliveryOf(AccessEntry.Supplier told) {
    return chain
        .parts
        .company()
        .exchange()
        .outbox()
        .delivery(told.toldBy().orElseThrow())
        .orElseThrow()
        .state();
  }

  private long keptBackAtParts() {
    return chain
        .parts
        .database()
        .sql()
        .number("select count(*) from outbox where state = 'PENDING' and reason = 'NOT_A_PARTNER'");
  }

  private ReceivedDeclaration heldByParts() {
    return chain
        .parts
        .database()
        .inNew(() -> chain.parts.company().received().find(steelCopy))
        .orElseThrow();
  }
}
