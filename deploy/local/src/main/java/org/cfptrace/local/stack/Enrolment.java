package org.cfptrace.local.stack;

/** What an operator hands to an admitted company: its id and a code that works once. */
public record Enrolment(String participant, String code) {

  @Override
  public String toString() {
    return "Enrolment[" + participant + "]";
  }
}
