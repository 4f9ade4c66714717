package org.cfptrace.aggregator.gx;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** GX reductions never change a footprint: what adds up, and what is declared, cannot see them. */
class GxWallsTest {
  private static final JavaClasses AGGREGATOR =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.cfptrace.aggregator");

  @Test
  void nothingThatMakesAFootprintUsesTheLedger() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "org.cfptrace.aggregator.rollup..",
            "org.cfptrace.aggregator.live..",
            "org.cfptrace.aggregator.structure..",
            "org.cfptrace.aggregator.collect..",
            "org.cfptrace.aggregator.steel..",
            "org.cfptrace.aggregator.battery..",
            "org.cfptrace.aggregator.vehicle..",
            "org.cfptrace.aggregator.query..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.cfptrace.aggregator.gx..")
        .because("a reduction is told beside a footprint and is never in it")
        .check(AGGREGATOR);
  }

  @Test
  void theLedgerUsesNothingThatMakesAFootprint() {
    classes()
        .that()
        .resideInAPackage("org.cfptrace.aggregator.gx..")
        .should()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackages(
            "org.cfptrace.aggregator.rollup..",
            "org.cfptrace.aggregator.live..",
            "org.cfptrace.aggregator.structure..",
            "org.cfptrace.aggregator.collect..",
            "org.cfptrace.aggregator.steel..",
            "org.cfptrace.aggregator.battery..",
            "org.cfptrace.aggregator.vehicle..",
            "org.cfptrace.aggregator.query..")
        .because("so it cannot reach into one either")
        .check(AGGREGATOR);
  }
}
