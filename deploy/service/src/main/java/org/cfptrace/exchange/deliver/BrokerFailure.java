package org.cfptrace.exchange.deliver;

/**
 * Why the broker has not taken a message, in words that stay the same whatever client carries it:
 * they are shown as the reason of a delivery that is still PENDING. All of them are tried again.
 */
public enum BrokerFailure {
  /** Nobody answers at the broker's address, or not in time. */
  BROKER_UNREACHABLE,
  /** It answers, and cannot keep what it is given: its disk is full, or copies are missing. */
  BROKER_CANNOT_STORE,
  /** It does not accept our certificate, or does not let us write to this topic. */
  BROKER_DENIES_US,
  /** The recipient's topic is not there. */
  NO_SUCH_TOPIC,
  /** The message is larger than the broker takes. */
  TOO_LARGE_FOR_BROKER,
  /** The round ended before anything was heard. */
  NO_ANSWER_FROM_BROKER,
  /** Something else; the log says what. */
  BROKER_FAILED
}
