package org.cfptrace.service.journal;

import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;

/**
 * Who did what, and when: every write and every reading of a received figure. Entries are made in
 * the transaction of the act itself, so an act that was rolled back leaves none. The subject is an
 * identifier (a trace id, a declaration id, a participant); a figure or a note never goes in here.
 */
public interface Journal {
  /**
   * Notes an act of the caller of this request, or of the service itself where there is none.
   *
   * @param action thing and act, such as {@code product.created} or {@code received-figure.read}
   * @param subject the identifier of what it was done to
   */
  void note(String action, String subject);

  /** The entries, newest first. */
  Page<JournalEntry> newestFirst(PageRequest page);
}
