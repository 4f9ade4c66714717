package org.cfptrace.trade;

import org.cfptrace.rollup.Bilingual;

/** How far a request is. Being overdue is not a state: an open request has a due day, or none. */
public enum RequestState {
  ASKED("asked", "依頼中"),
  LINKED("linked to a product of the supplier", "紐付け済み"),
  ANSWERED("answered by a declaration", "回答済み"),
  REJECTED("rejected by the supplier", "差戻し"),
  CANCELLED("cancelled by the customer", "取消");

  private final String en;
  private final String ja;

  RequestState(String en, String ja) {
    this.en = en;
    this.ja = ja;
  }

  /** Whether an answer is still awaited (Ouranos: NOT_COMPLETED). */
  public boolean isOpen() {
    return this == ASKED || this == LINKED;
  }

  /**
   * Whether nothing can follow any more; an answered request goes on as long as its answer does.
   */
  public boolean isOver() {
    return this == REJECTED || this == CANCELLED;
  }

  /** The state in a person's words. */
  public Bilingual text() {
    return new Bilingual(en, ja);
  }
}
