package org.cfptrace.aggregator.disclose.shell;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.digitaltwin.aas4j.v3.dataformat.aasx.AASXSerializer;
import org.eclipse.digitaltwin.aas4j.v3.dataformat.core.SerializationException;
import org.eclipse.digitaltwin.aas4j.v3.dataformat.json.JsonSerializer;
import org.eclipse.digitaltwin.aas4j.v3.dataformat.xml.XmlSerializer;
import org.eclipse.digitaltwin.aas4j.v3.model.Environment;

/**
 * Lets the library of the Asset Administration Shell find its own classes. It looks for them once,
 * when it is first used, in the jars that the thread's class loader shows, and cannot look into
 * those of Quarkus. What it then finds is nothing, or classes of another loader, and it writes
 * round in circles.
 */
final class LibraryClasses {
  // One for as long as the program runs: what the library makes may look for classes at any time.
  private static final Jars JARS = new Jars(LibraryClasses.class.getClassLoader());

  private LibraryClasses() {}

  /** Makes one of the library's, while the thread's class loader shows the library's jars. */
  static <T> T visibleTo(Supplier<T> maker) {
    Thread thread = Thread.currentThread();
    ClassLoader usual = thread.getContextClassLoader();
    thread.setContextClassLoader(JARS);
    try {
      return maker.get();
    } finally {
      thread.setContextClassLoader(usual);
    }
  }

  /** Shows the library's jars, and has its classes from the loader that all of us use. */
  private static final class Jars extends URLClassLoader {
    private final ClassLoader ours;

    Jars(ClassLoader ours) {
      super(locations(), null);
      this.ours = ours;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      return Class.forName(name, false, ours);
    }
  }

  private static URL[] locations() {
    return Stream.of(
            Environment.class,
            SerializationException.class,
            JsonSerializer.class,
            XmlSerializer.class,
            AASXSerializer.class)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
        .distinct()
        .toArray(URL[]::new);
  }
}
