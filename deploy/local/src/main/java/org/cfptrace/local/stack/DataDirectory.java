package org.cfptrace.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The one place where a local platform keeps what it writes. It is readable by its owner only, and
 * locked while in use: two launchers on the same data would spoil it.
 */
public final class DataDirectory implements AutoCloseable {

  /** Locked while a launcher uses the directory; also the mark by which we know it as ours. */
  private static final String IN_USE = "in-use";

  private final Path root;
  private final FileChannel channel;
  private final FileLock lock;

  private DataDirectory(Path root, FileChannel channel, FileLock lock) {
    this.root = root;
    this.channel = channel;
    this.lock = lock;
  }

  /** Opens, and makes where missing, the directory; fails when another launcher uses it. */
  public static DataDirectory open(Path path) {
    Path root = path.toAbsolutePath().normalize();
    try {
      makePrivate(root);
      FileChannel channel =
          FileChannel.open(
              root.resolve(IN_USE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      return new DataDirectory(root, channel, lock(root, channel));
    } catch (IOException e) {
      throw new StackFailure(
          "the data directory "
              + root
              + " cannot be written ("
              + e
              + "); choose another with --data",
          e);
    }
  }

  private static FileLock lock(Path root, FileChannel channel) throws IOException {
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException heldHere) {
      // Held by this very JVM: the same answer as held by another.
    }
    if (lock == null) {
      channel.close();
      throw new StackFailure("the data directory " + root + " is in use by another launcher");
    }
    return lock;
  }

  /**
   * Forgets everything below {@code path}; a directory in use is refused, and so is one that no
   * launcher made: a slip in a path must not cost a home directory.
   */
  public static void delete(Path path) {
    if (!Files.exists(path)) {
      return;
    }
    if (!isOurs(path)) {
      throw new StackFailure(
          path + " was not made by this launcher and is not empty; it is not deleted");
    }
    open(path).close();
    try (Stream<Path> found = Files.walk(path)) {
      found
          .sorted(Comparator.reverseOrder())
          .forEach(
              file -> {
                try {
                  Files.delete(file);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    } catch (IOException | UncheckedIOException e) {
      throw new StackFailure("cannot delete " + path + ": " + e.getMessage(), e);
    }
  }

  private static boolean isOurs(Path path) {
    if (Files.isRegularFile(path.resolve(IN_USE))) {
      return true;
    }
    try (Stream<Path> inside = Files.list(path)) {
      return inside.findAny().isEmpty();
    } catch (IOException e) {
      throw new StackFailure(path + " cannot be read: " + e, e);
    }
  }

  public Path root() {
    return root;
  }

  public Path logs() {
    return subdirectory("logs");
  }

  /** Where an audit leaves what anybody may check. */
  public Path evidence() {
    return subdirectory("evidence");
  }

  /** Where exports are left for those who take them. */
  public Path exports() {
    return subdirectory("exports");
  }

  /** The log file of the process called {@code name}. */
  public Path log(String name) {
    return logs().resolve(name + ".log");
  }

  /** A sub-directory, made where missing. */
  public Path subdirectory(String name) {
    Path path = root.resolve(name);
    try {
      makePrivate(path);
    } catch (IOException e) {
      throw new StackFailure("cannot make " + path + ": " + e, e);
    }
    return path;
  }

  /** Where a participant's connector keeps its keys. */
  public Path keysOf(String participant) {
    return subdirectory("keys").resolve(participant);
  }

  private static void makePrivate(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      return;
    }
    Files.createDirectories(path);
    if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Override
  public void close() {
    if (!channel.isOpen()) {
      return;
    }
    try (channel) {
      lock.release();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
