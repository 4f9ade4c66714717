package org.cfptrace.exchange.deliver;

/** Which of a participant's two topics a message goes to. */
public enum Way {
  /** First contact: open to every admitted participant, small messages only. */
  DOOR("cfp.door."),
  /** For partners its owner has accepted. */
  INBOX("cfp.inbox.");

  private final String prefix;

  Way(String prefix) {
    this.prefix = prefix;
  }

  /** The topic of a participant, named by its short id. */
  public String topicOf(String shortId) {
    return prefix + shortId;
  }
}
