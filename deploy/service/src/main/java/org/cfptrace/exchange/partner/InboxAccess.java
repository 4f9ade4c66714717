package org.cfptrace.exchange.partner;

/** Whether a partner may write to our inbox. The broker asks the registry's rules, not us. */
public enum InboxAccess {
  /** The registry does not let it. */
  CLOSED,
  /** We want the registry to let it, and have not heard that it does. */
  OPENING,
  /** The registry lets it. */
  OPEN,
  /** We want the registry to let it no more, and have not heard that it does not. */
  CLOSING
}
