package org.cfptrace.verify.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cfptrace.keys.CryptoProvider;
import org.cfptrace.keys.CryptoProviders;
import org.junit.jupiter.api.Test;

/** The published table is what the reader does today. */
class ChecklistTableTest {
  private static final Path GENERATED = Path.of("target", "checklist.md");

  @Test
  void thePublishedTableIsTheOneGenerated() throws IOException {
    List<CryptoProvider> providers = CryptoProviders.all();
    String table = ChecklistTable.of(Checklist.all(), providers);
    Files.createDirectories(GENERATED.getParent());
    Files.writeString(GENERATED, table);

    // The table names all three; where one cannot be loaded, it has a column less.
    assumeTrue(providers.size() == 3, "not every provider works on this machine");

    assertThat(Files.readString(PublishedSamples.TABLE))
        .as("copy %s to %s when a change is meant", GENERATED, PublishedSamples.TABLE)
        .isEqualTo(table);
  }
}
