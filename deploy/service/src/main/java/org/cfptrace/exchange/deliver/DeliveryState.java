package org.cfptrace.exchange.deliver;

/** How far a message has come. */
public enum DeliveryState {
  /** It lies in the outbox; nobody else has it. */
  PENDING,
  /** The broker has it. */
  SENT,
  /** Its reader has signed a receipt for it. */
  DELIVERED,
  /** Its reader has signed that it will not have it, and why. */
  REFUSED
}
