package org.cfptrace.local.story;

/** A company's file says something that cannot be played; the message names file and member. */
public final class BadCompanyFile extends RuntimeException {

  BadCompanyFile(String message) {
    super(message);
  }

  BadCompanyFile(String message, Throwable cause) {
    super(message, cause);
  }
}
