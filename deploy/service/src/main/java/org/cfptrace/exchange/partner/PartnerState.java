package org.cfptrace.exchange.partner;

/** How far two companies have come with each other, seen from ours. */
public enum PartnerState {
  /** We have invited them; they have not answered. */
  INVITED,
  /** They have invited us; a person here has to answer. */
  INVITES_US,
  /** Both want it. */
  ACCEPTED,
  /** One of the two does not. */
  REFUSED
}
