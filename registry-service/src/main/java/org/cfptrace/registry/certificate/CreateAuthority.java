package org.cfptrace.registry.certificate;

import java.nio.file.Path;

/**
 * The operator's first command: makes the files of a new data space. Arguments: directory and data
 * space domain; the password comes from {@code CFPTRACE_AUTHORITY_PASSWORD}, never from the command
 * line, where every user of the machine could read it.
 */
public final class CreateAuthority {
  private CreateAuthority() {}

  public static void main(String[] arguments) {
    var password = System.getenv("CFPTRACE_AUTHORITY_PASSWORD");
    if (arguments.length != 2 || password == null || password.length() < 12) {
      System.err.println(
          "usage: CFPTRACE_AUTHORITY_PASSWORD=<12 characters or more> CreateAuthority <directory>"
              + " <data space domain>");
      System.exit(2);
      return;
    }
    AuthorityFiles.create(Path.of(arguments[0]), arguments[1], password.toCharArray());
    System.out.println("authority written to " + arguments[0] + "; take root.p12 offline now");
  }
}
