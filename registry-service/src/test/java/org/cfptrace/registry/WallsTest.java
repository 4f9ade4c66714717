package org.cfptrace.registry;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import java.util.Set;
import org.cfptrace.registry.participant.AuditTrail;
import org.cfptrace.service.Walls;
import org.cfptrace.service.http.Writes;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The walls inside the registry. */
class WallsTest {
  private static final String[] STORIES = {
    "org.cfptrace.registry",
    "org.cfptrace.registry.participant",
    "org.cfptrace.registry.certificate",
    "org.cfptrace.registry.directory",
    "org.cfptrace.registry.broker",
    "org.cfptrace.registry.limit",
    "org.cfptrace.registry.log"
  };

  private static JavaClasses classes;

  @BeforeAll
  static void read() {
    classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.cfptrace.registry");
  }

  @Test
  void theStoriesKnowNoFrameworkNoBrokerAndNoDatabase() {
    noClasses()
        .that()
        .resideInAnyPackage(STORIES)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "jakarta..", "io.quarkus..", "io.smallrye..", "org.hibernate..", "org.apache.kafka..")
        .check(classes);
  }

  @Test
  void theStoriesKnowNeitherTheirAdaptersNorTheWiring() {
    noClasses()
        .that()
        .resideInAnyPackage(STORIES)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.cfptrace.registry..adapter..",
            "org.cfptrace.registry.wiring..",
            "org.cfptrace.service.http..")
        .check(classes);
  }

  @Test
  void doorsAndTablesAreAdapters() {
    classes()
        .that()
        .areAnnotatedWith(Path.class)
        .or()
        .areAnnotatedWith(Entity.class)
        .should()
        .resideInAPackage("org.cfptrace.registry..adapter..")
        .check(classes);
  }

  @Test
  void noServiceDependsOnAnother() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.cfptrace.connector..", "org.cfptrace.aggregator..")
        .check(classes);
  }

  @Test
  void nothingParsesTokensByItself() {
    Walls.nobodyParsesTokens().check(classes);
    Walls.nobodyParsesCarriers().check(classes);
    Walls.nobodyOpensKeptTokens().check(classes);
    Walls.nobodyTakesPayloadsApart().check(classes);
  }

  @Test
  void everyDoorOfTheOperatorSaysSoInTheDocument() {
    methods()
        .that()
        .areAnnotatedWith(RolesAllowed.class)
        .should()
        .beAnnotatedWith(SecurityRequirement.class)
        .because("the test of all doors takes them from there")
        .check(classes);
  }

  /** Suspending and restoring note it, and share the write. */
  @Test
  void everyWriteIsInTheAuditTrail() {
    Walls.everyWriteIsNoted(
            Set.of(
                Writes.class.getName(), "org.cfptrace.registry.participant.adapter.OperatorWrites"),
            Set.of("StandingResource.change"),
            call -> call.getTargetOwner().isEquivalentTo(AuditTrail.class))
        .check(classes);
  }

  /**
   * Known exceptions: the log's writer is given transactions that are crash points already, by
   * LogBeans; the others only read.
   */
  @Test
  void transactionsOfTheirOwnHaveCrashPoints() {
    Walls.transactionsOfTheirOwnHaveCrashPoints(Set.of("LogWriter", "Gauges", "LogHealth"))
        .check(classes);
  }
}
