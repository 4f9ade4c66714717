package org.cfptrace.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParticipantKeysTest {
  private static final char[] PASSWORD = "a password of the test".toCharArray();

  @TempDir Path directory;

  @Test
  void threeKeysThatDifferComeBackFromTheFile() {
    var file = directory.resolve("keys.p12");
    var made = ParticipantKeys.make();
    made.save(file, PASSWORD);
    var read = ParticipantKeys.open(file, PASSWORD);

    assertThat(read.signing().thumbprint()).isEqualTo(made.signing().thumbprint());
    assertThat(read.encryption().thumbprint()).isEqualTo(made.encryption().thumbprint());
    assertThat(read.tls().getPublic()).isEqualTo(made.tls().getPublic());
    assertThat(made.signing().thumbprint()).isNotEqualTo(made.encryption().thumbprint());
    var text = "signed".getBytes(StandardCharsets.UTF_8);
    assertThat(made.signing().verificationKey().verifies(text, read.signing().sign(text))).isTrue();
  }

  @Test
  void onlyTheOwnerMayReadTheFile() throws Exception {
    var file = directory.resolve("keys.p12");
    ParticipantKeys.make().save(file, PASSWORD);
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    try (var files = Files.list(directory)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aWrongPasswordOpensNothingAndIsNotTold() {
    var file = directory.resolve("keys.p12");
    ParticipantKeys.make().save(file, PASSWORD);
    assertThatThrownBy(() -> ParticipantKeys.open(file, "something else".toCharArray()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("keys could not be read from " + file);
  }

  @Test
  void theTrustAnchorIsWrittenAndReadBack() {
    var anchor = new TestRegistry().anchor;
    assertThat(TrustAnchor.parse(anchor.toJson())).isEqualTo(anchor);
    assertThatThrownBy(() -> TrustAnchor.parse("{}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("domain");
  }
}
