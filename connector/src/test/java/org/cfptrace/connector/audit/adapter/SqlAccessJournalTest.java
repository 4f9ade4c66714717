package org.cfptrace.connector.audit.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.cfptrace.connector.audit.AccessEntry;
import org.cfptrace.connector.audit.Leave;
import org.cfptrace.connector.wiring.PlainDatabase;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.trade.RequestId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The access journal is added to, by whatever means one tries to change it, and read by pages. */
class SqlAccessJournalTest {
  private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
  private static final DeclarationId STEEL = new DeclarationId("A".repeat(43));
  private static final DeclarationId OTHER = new DeclarationId("B".repeat(42) + "A");

  private final PlainDatabase database = PlainDatabase.create();
  private final SqlAccessJournal journal = new SqlAccessJournal(database.sql());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update access_journal set company = 'nobody'",
        "delete from access_journal",
        "truncate access_journal",
        "delete from access_journal where number < 0"
      })
  void nothingIsChangedAndNothingTakenAway(String attempt) {
    database.doInNew(() -> journal.add(shown(STEEL)));

    assertThatThrownBy(() -> database.sql().update(attempt))
        .rootCause()
        .hasMessageContaining("the access journal is added to and never changed");

    assertThat(all(Optional.empty()))
        .extracting(AccessEntry::company)
        .containsExactly(company("a"));
  }

  @Test
  void aLineComesBackAsItWasAdded() {
    AccessEntry own = shown(STEEL);
    AccessEntry customers = throughCustomer(OTHER);

    database.doInNew(
        () -> {
          journal.add(own);
          journal.add(customers);
        });

    assertThat(all(Optional.empty()))
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("number")
        .containsExactly(customers, own);
  }

  @Test
  void thePagesOfOneDeclarationHoldEachLineOnce() {
    database.doInNew(
        () -> {
          for (int i = 0; i < 7; i++) {
            journal.add(shown(STEEL));
            journal.add(shown(OTHER));
          }
        });

    List<Long> numbers = new ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      Page<AccessEntry> page = page(3, after, Optional.of(STEEL));
      assertThat(page.items())
          .extracting(AccessEntry::declaration)
          .containsOnly(Optional.of(STEEL));
      page.items().forEach(entry -> numbers.add(entry.number()));
      after = page.next();
    } while (after.isPresent());

    assertThat(numbers)
        .hasSize(7)
        .doesNotHaveDuplicates()
        .isSortedAccordingTo((a, b) -> Long.compare(b, a));
  }

  @Test
  void oneDeclarationAmongManyLinesIsFoundByItsIndex() {
    database
        .sql()
        .update(
            "insert into access_journal (at, side, outcome, company, request_id, declaration_id,"
                + " claims) select now(), 'OWNER', 'SHOWN', 'x', gen_random_uuid(), md5(n::text),"
                + " '{}' from generate_series(1, 20000) n");
    database.sql().update("analyze access_journal");

    List<String> plan =
        database
            .sql()
            .list(
                "explain select * from access_journal where declaration_id = md5('7')"
                    + " and number < 999999 order by number desc limit 50",
                row -> row.text("QUERY PLAN"));

    assertThat(String.join("\n", plan)).contains("access_journal_declaration");
  }

  private static AccessEntry shown(DeclarationId declaration) {
    return new AccessEntry(
        0,
        NOON,
        AccessEntry.Side.OWNER,
        company("a"),
        Optional.of(RequestId.random()),
        Optional.of(declaration),
        EnumSet.of(ClaimName.TOTAL, ClaimName.OWN),
        Optional.of(Leave.Kind.ENDORSEMENT),
        Optional.of("urn:uuid:11111111-1111-4111-8111-111111111111"),
        Optional.of(company("b")),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new AccessEntry.Supplier(company("c"), Optional.empty())));
  }

  private static AccessEntry throughCustomer(DeclarationId declaration) {
    return new AccessEntry(
        0,
        NOON,
        AccessEntry.Side.SUPPLIER,
        company("a"),
        Optional.empty(),
        Optional.of(declaration),
        EnumSet.of(ClaimName.TOTAL),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(company("b")),
        Optional.empty());
  }

  private static ParticipantId company(String letter) {
    return ParticipantId.of("registry.cfptrace.example", letter.repeat(16));
  }

  private List<AccessEntry> all(Optional<DeclarationId> declaration) {
    return page(100, Optional.empty(), declaration).items();
  }

  private Page<AccessEntry> page(
      int size, Optional<String> after, Optional<DeclarationId> declaration) {
    return database.inNew(() -> journal.newestFirst(new PageRequest(size, after), declaration));
  }
}
