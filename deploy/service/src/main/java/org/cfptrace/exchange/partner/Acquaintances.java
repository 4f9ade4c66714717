package org.cfptrace.exchange.partner;

import static java.util.Objects.requireNonNull;

import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.service.database.Transactions;

/**
 * Companies that are no partners of ours and whose word counts here all the same: from when one is
 * met, the directory is followed for it as for a partner.
 */
public final class Acquaintances {
  private final Directory directory;
  private final KnownEntries known;
  private final Transactions transactions;

  public Acquaintances(Directory directory, KnownEntries known, Transactions transactions) {
    this.directory = requireNonNull(directory, "directory");
    this.known = requireNonNull(known, "known");
    this.transactions = requireNonNull(transactions, "transactions");
  }

  /**
   * Keeps the entry of a company, which is followed from then on.
   *
   * @return whether there is one now that was not there
   * @throws Registry.RegistryAway when it cannot be asked
   */
  public boolean meet(ParticipantId company) {
    if (known.find(company).isPresent() || !keep(company)) {
      return false;
    }
    // What was published between the answer and its keeping was of nobody we knew.
    keep(company);
    return true;
  }

  private boolean keep(ParticipantId company) {
    return directory
        .ask(company)
        .filter(entry -> transactions.inNew(() -> known.keep(entry)))
        .isPresent();
  }
}
