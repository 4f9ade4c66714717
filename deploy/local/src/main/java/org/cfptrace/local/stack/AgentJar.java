package org.cfptrace.local.stack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Writes the one-class jar that ties a child process to its launcher. */
final class AgentJar {

  private AgentJar() {}

  static Path writeTo(Path directory) {
    Path jar = directory.resolve("ends-with-launcher.jar");
    String entry = EndsWithLauncher.class.getName().replace('.', '/') + ".class";
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", EndsWithLauncher.class.getName());
    try (InputStream code = EndsWithLauncher.class.getResourceAsStream("/" + entry);
        JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      if (code == null) {
        throw new StackFailure("cannot find the class file " + entry);
      }
      out.putNextEntry(new JarEntry(entry));
      code.transferTo(out);
      out.closeEntry();
      return jar;
    } catch (IOException e) {
      throw new StackFailure("cannot write " + jar, e);
    }
  }
}
