package org.cfptrace.service;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The walls of what services share: plain words inside, frameworks at the edge. */
class WallsTest {
  private static final JavaClasses SHARED =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.cfptrace.service", "org.cfptrace.exchange");

  @Test
  void whatCallersAreToldKnowsNoFrameworkAndNothingElseHere() {
    noClasses()
        .that()
        .resideInAPackage("org.cfptrace.service.answer")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io..",
            "jakarta..",
            "org.hibernate..",
            "java.sql..",
            "javax.sql..",
            "org.cfptrace.service.http..",
            "org.cfptrace.service.database..",
            "org.cfptrace.service.access..",
            "org.cfptrace.service.journal..")
        .check(SHARED);
  }

  @Test
  void theStoriesOfTheExchangeKnowNoFramework() {
    noClasses()
        .that()
        .resideInAPackage("org.cfptrace.exchange..")
        .and()
        .resideOutsideOfPackages("..adapter..", "org.cfptrace.exchange.wiring..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io..",
            "jakarta..",
            "org.eclipse.microprofile..",
            "org.hibernate..",
            "org.jboss..",
            "org.apache.kafka..",
            "java.sql..",
            "javax.sql..",
            "..adapter..",
            "org.cfptrace.exchange.wiring..",
            "org.cfptrace.service.http..",
            "org.cfptrace.service.access..")
        .because("a story must be readable, and testable, without the machinery around it")
        .check(SHARED);
  }

  @Test
  void theFurnitureDoesNotKnowTheExchange() {
    noClasses()
        .that()
        .resideInAPackage("org.cfptrace.service..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.cfptrace.exchange..")
        .check(SHARED);
  }

  @Test
  void nobodyReadsWhatOthersHaveSignedByItself() {
    Walls.nobodyParsesTokens().check(SHARED);
    Walls.nobodyParsesCarriers().check(SHARED);
    Walls.nobodyOpensKeptTokens().check(SHARED);
    Walls.nobodyTakesPayloadsApart().check(SHARED);
  }

  @Test
  void everyWriteIsInTheJournal() {
    Walls.everyWriteIsInTheJournal(Set.of()).check(SHARED);
  }

  /**
   * The log's two watchers are given transactions that are crash points already, by LogBook. What
   * an acquaintance keeps is one row, and whoever dies before it asks again.
   */
  @Test
  void transactionsOfTheirOwnHaveCrashPoints() {
    Walls.transactionsOfTheirOwnHaveCrashPoints(
            Set.of("CheckedLog", "WatchLog", "Acquaintances", "Transactions", "MarkedTransactions"))
        .check(SHARED);
  }

  @Test
  void nothingSharedKnowsAService() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.cfptrace.connector..", "org.cfptrace.aggregator..", "org.cfptrace.registry..")
        .check(SHARED);
  }
}
