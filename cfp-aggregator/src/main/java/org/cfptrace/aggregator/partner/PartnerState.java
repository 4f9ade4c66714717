package org.cfptrace.aggregator.partner;

/** How far we have come with a company. */
public enum PartnerState {
  /** It has knocked at our door; a person here has to answer. */
  INVITES_US,
  /** A person has let it in. */
  ACCEPTED,
  /** One of the two does not want it, or no more. */
  REFUSED
}
