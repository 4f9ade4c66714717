package org.cfptrace.connector;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.cfptrace.service.Walls;
import org.junit.jupiter.api.Test;

/** The walls of the connector: stories in plain Java, frameworks at the edge. */
class WallsTest {
  private static final JavaClasses CONNECTOR =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.cfptrace.connector");

  @Test
  void theStoriesKnowNoFramework() {
    noClasses()
        .that()
        .resideInAPackage("org.cfptrace.connector..")
        .and()
        .resideOutsideOfPackages("..adapter..", "org.cfptrace.connector.wiring..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.quarkus..",
            "io.smallrye..",
            "io.vertx..",
            "jakarta..",
            "org.eclipse.microprofile..",
            "org.hibernate..",
            "org.apache.kafka..",
            "javax.sql..",
            "java.sql..")
        .because("a story must be readable, and testable, without the machinery around it")
        .check(CONNECTOR);
  }

  @Test
  void theStoriesDoNotKnowTheirAdapters() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..adapter..", "org.cfptrace.connector.wiring..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "..adapter..", "org.cfptrace.connector.wiring.http..", "org.cfptrace.service.http..")
        .check(CONNECTOR);
  }

  @Test
  void nobodyReadsWhatOthersHaveSignedByItself() {
    Walls.nobodyParsesTokens().check(CONNECTOR);
    Walls.nobodyParsesCarriers().check(CONNECTOR);
    Walls.nobodyOpensKeptTokens().check(CONNECTOR);
    Walls.nobodyTakesPayloadsApart().check(CONNECTOR);
  }

  @Test
  void everyWriteIsInTheJournal() {
    Walls.everyWriteIsInTheJournal(Set.of()).check(CONNECTOR);
  }

  /** A stream of notifications only reads in its transactions. */
  @Test
  void transactionsOfTheirOwnHaveCrashPoints() {
    Walls.transactionsOfTheirOwnHaveCrashPoints(Set.of("NotificationStream")).check(CONNECTOR);
  }

  @Test
  void noServiceDependsOnAnother() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.cfptrace.aggregator..", "org.cfptrace.registry..")
        .check(CONNECTOR);
  }
}
