package org.cfptrace.aggregator;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.cfptrace.service.Walls;
import org.cfptrace.service.http.Fields;
import org.junit.jupiter.api.Test;

/** The walls of the aggregator: stories in plain Java, frameworks at the edge. */
class WallsTest {
  private static final JavaClasses AGGREGATOR =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.cfptrace.aggregator");

  @Test
  void theStoriesKnowNoFramework() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..adapter..", "org.cfptrace.aggregator.wiring..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.quarkus..",
            "io.smallrye..",
            "io.micrometer..",
            "io.vertx..",
            "jakarta..",
            "org.eclipse.microprofile..",
            "org.hibernate..",
            "org.jboss..",
            "org.apache.kafka..",
            "javax.sql..",
            "java.sql..")
        .because("a story must be readable, and testable, without the machinery around it")
        .check(AGGREGATOR);
  }

  @Test
  void theStoriesDoNotKnowTheirAdapters() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..adapter..", "org.cfptrace.aggregator.wiring..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "..adapter..", "org.cfptrace.service.http..", "org.cfptrace.service.form..")
                .and(not(equivalentTo(Fields.class))))
        .check(AGGREGATOR);
  }

  /** A breach that is known: each target of an export reads its options in its own words. */
  @Test
  void ofTheStoriesOnlyTargetsOfExportsReadFieldsOfABody() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "..adapter..", "org.cfptrace.aggregator.wiring..", "org.cfptrace.aggregator.disclose..")
        .or()
        .resideInAPackage("org.cfptrace.aggregator.disclose.job..")
        .should()
        .dependOnClassesThat(equivalentTo(Fields.class))
        .check(AGGREGATOR);
  }

  @Test
  void nobodyReadsWhatOthersHaveSignedByItself() {
    Walls.nobodyParsesTokens().check(AGGREGATOR);
    Walls.nobodyParsesCarriers().check(AGGREGATOR);
    Walls.nobodyOpensKeptTokens().check(AGGREGATOR);
    Walls.nobodyTakesPayloadsApart().check(AGGREGATOR);
  }

  /** A file is noted by what the import calls when all of it has been taken. */
  @Test
  void everyWriteIsInTheJournal() {
    Walls.everyWriteIsInTheJournal(Set.of("ImportResource.take")).check(AGGREGATOR);
  }

  /**
   * Known exceptions: the aggregator's own jobs, each with a claim that lapses. No test dies at
   * their borders in one JVM; integration-tests kill the whole process at an export and while a
   * declaration is on its way.
   */
  @Test
  void transactionsOfTheirOwnHaveCrashPoints() {
    Walls.transactionsOfTheirOwnHaveCrashPoints(
            Set.of(
                "ImportStructures",
                "SqlStructureImports",
                "LiveGraphs",
                "SqlTenantLeases",
                "RunExports"))
        .check(AGGREGATOR);
  }

  @Test
  void noServiceDependsOnAnother() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.cfptrace.connector..", "org.cfptrace.registry..")
        .check(AGGREGATOR);
  }
}
