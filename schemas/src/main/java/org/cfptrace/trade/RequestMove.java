package org.cfptrace.trade;

import static org.cfptrace.trade.RequestSide.ANSWERER;
import static org.cfptrace.trade.RequestSide.ASKER;

/** What can be done to a request that was asked, and by whom. */
public enum RequestMove {
  /** Asks once more, perhaps with another due day. */
  REMIND(ASKER),
  /** Takes the request back. */
  CANCEL(ASKER),
  /** Names the supplier's product that the request is about, or another one than before. */
  LINK(ANSWERER),
  /** Sends word that is no answer yet. */
  REPLY(ANSWERER),
  /** Sends the request back with a reason. */
  REJECT(ANSWERER),
  /** A declaration with its total is there; follows from the declaration alone. */
  ANSWER(ANSWERER),
  /** The answer is withheld or recalled; follows from the declaration alone. */
  WITHDRAW(ANSWERER);

  private final RequestSide side;

  RequestMove(RequestSide side) {
    this.side = side;
  }

  public RequestSide side() {
    return side;
  }

  /** Whether a person makes it, rather than a declaration that comes, is withheld or recalled. */
  boolean isMadeByAPerson() {
    return this != ANSWER && this != WITHDRAW;
  }
}
