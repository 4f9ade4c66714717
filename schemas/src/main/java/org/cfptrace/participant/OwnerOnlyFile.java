package org.cfptrace.participant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Writes a file that nobody but its owner may read; a crash leaves the old one or the new one. */
final class OwnerOnlyFile {
  private OwnerOnlyFile() {}

  static void write(Path file, byte[] bytes) throws IOException {
    var directory = file.toAbsolutePath().getParent();
    Files.createDirectories(directory);
    var draft = directory.resolve(file.getFileName() + ".new");
    Files.deleteIfExists(draft);
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      var mode = PosixFilePermissions.fromString("rw-------");
      Files.newByteChannel(draft, options, PosixFilePermissions.asFileAttribute(mode)).close();
    }
    Files.write(draft, bytes, StandardOpenOption.CREATE, StandardOpenOption.SYNC);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
