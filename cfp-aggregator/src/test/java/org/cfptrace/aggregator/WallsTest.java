package org.cfptrace.aggregator;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
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
  void noServiceDependsOnAnother() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.cfptrace.connector..", "org.cfptrace.registry..")
        .check(AGGREGATOR);
  }
}
