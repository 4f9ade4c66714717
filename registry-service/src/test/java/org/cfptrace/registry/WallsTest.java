package org.cfptrace.registry;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
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
    noClasses().should().dependOnClassesThat().resideInAnyPackage("com.nimbusds..").check(classes);
  }
}
