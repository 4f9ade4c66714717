package org.cfptrace.local.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.cfptrace.log.Checkpoint;
import org.cfptrace.log.Witness;

/** The last checkpoint a witness signed, in a file. */
record WitnessFile(Path file) implements Witness.Memory {

  @Override
  public Optional<Checkpoint> last() {
    try {
      return Files.exists(file)
          ? Optional.of(Checkpoint.parse(Files.readString(file, UTF_8)))
          : Optional.empty();
    } catch (IOException e) {
      throw new StackFailure("cannot read " + file, e);
    }
  }

  @Override
  public void remember(Checkpoint checkpoint) {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.writeString(
          draft,
          checkpoint.text(),
          UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE,
          StandardOpenOption.SYNC);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new StackFailure("cannot write " + file, e);
    }
  }
}
