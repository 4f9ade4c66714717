package org.cfptrace.aggregator.disclose.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.Character.UnicodeScript;
import java.util.Set;
import java.util.UUID;
import org.eclipse.digitaltwin.aas4j.v3.model.AssetKind;
import org.eclipse.digitaltwin.aas4j.v3.model.Environment;
import org.eclipse.digitaltwin.aas4j.v3.model.KeyTypes;
import org.eclipse.digitaltwin.aas4j.v3.model.ReferenceTypes;
import org.eclipse.digitaltwin.aas4j.v3.model.Submodel;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultAssetAdministrationShell;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultAssetInformation;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultEnvironment;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultKey;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultLangStringTextType;
import org.eclipse.digitaltwin.aas4j.v3.model.impl.DefaultReference;

/** A shell around one submodel, for a type of product: items of it are not told apart. */
final class ShellEnvironment {
  private static final int LONGEST_TEXT = 1000;
  private static final Set<UnicodeScript> JAPANESE =
      Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);

  private ShellEnvironment() {}

  /**
   * The environment.
   *
   * @param assetId the product's global id
   * @param name of the product, in Japanese or English
   */
  static Environment of(String assetId, String name, Submodel submodel) {
    var shell =
        new DefaultAssetAdministrationShell.Builder()
            .id(urn("shell", assetId))
            .idShort("CarbonFootprintShell")
            .description(
                new DefaultLangStringTextType.Builder()
                    .language(language(name))
                    .text(shortened(name))
                    .build())
            .assetInformation(
                new DefaultAssetInformation.Builder()
                    .assetKind(AssetKind.TYPE)
                    .globalAssetId(assetId)
                    .build())
            .submodels(
                new DefaultReference.Builder()
                    .type(ReferenceTypes.MODEL_REFERENCE)
                    .keys(
                        new DefaultKey.Builder()
                            .type(KeyTypes.SUBMODEL)
                            .value(submodel.getId())
                            .build())
                    .build())
            .build();
    return new DefaultEnvironment.Builder()
        .assetAdministrationShells(shell)
        .submodels(submodel)
        .build();
  }

  /** The same names make the same id, on every machine and in every year. */
  static String urn(String... names) {
    byte[] bytes = String.join("\n", names).getBytes(UTF_8);
    return "urn:uuid:" + UUID.nameUUIDFromBytes(bytes);
  }

  /** {@code ja} for a text with Japanese letters in it, and else {@code en}. */
  static String language(String text) {
    return text.codePoints().mapToObj(UnicodeScript::of).anyMatch(JAPANESE::contains) ? "ja" : "en";
  }

  private static String shortened(String text) {
    int length = text.codePointCount(0, text.length());
    return length <= LONGEST_TEXT
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT));
  }
}
