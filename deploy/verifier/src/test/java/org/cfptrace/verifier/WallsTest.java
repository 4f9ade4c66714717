package org.cfptrace.verifier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.cfptrace.strict.Base64Url;
import org.cfptrace.strict.StrictJson;
import org.junit.jupiter.api.Test;

/** The stranger's tool judges nothing itself: what was signed is read by schemas. */
class WallsTest {
  private static final JavaClasses VERIFIER =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.cfptrace.verifier");

  @Test
  void nothingParsesTokensByItself() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.nimbusds..")
        .orShould()
        .callMethod(StrictJson.class, "parseCarrier", byte[].class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Base64Url.class)
        .check(VERIFIER);
  }
}
