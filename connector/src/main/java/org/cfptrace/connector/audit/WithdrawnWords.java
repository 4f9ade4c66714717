package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cfptrace.audit.AttestationWithdrawal;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;

/** The words that auditors have taken back: ours as an auditor, about us, about our suppliers. */
public interface WithdrawnWords {

  /** When and why a word was taken back. */
  record Withdrawn(Instant at, String reason) {
    public Withdrawn {
      requireNonNull(at, "at");
      requireNonNull(reason, "reason");
    }
  }

  /** A company that was shown a word with a declaration of this product. */
  record Reader(ParticipantId company, TraceId product) {
    public Reader {
      requireNonNull(company, "company");
      requireNonNull(product, "product");
    }
  }

  /** Keeps one; says whether it was not there before. */
  boolean keep(AttestationWithdrawal withdrawal, String token, Instant at);

  /** Whether this auditor has taken the word of this digest back. */
  Optional<Withdrawn> of(ParticipantId auditor, String digest);

  /** The customers and aggregators whom we have ever shown the word of this digest. */
  List<Reader> readersOf(String digest);

  /** How many words about a company we know to be taken back. */
  long numberAbout(ParticipantId company);

  /** Whether a company has ever shown us the word of this digest with a declaration of its own. */
  boolean isShownBy(ParticipantId company, String digest);
}
