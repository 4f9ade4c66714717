package org.cfptrace.aggregator.disclose;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.footprint.Period;
import org.cfptrace.service.http.Fields;

/**
 * A kind of files. Gathering reads what is known; everything after it is a function of the facts,
 * so that a job which was killed goes on, and the same facts give the same bytes.
 *
 * @param <O> options: what a request says of a subject beside plant and period; of the same kinds
 *     of components as facts
 * @param <F> facts: a record of records, lists, optionals, texts, numbers and the types that {@link
 *     FactsJson} knows
 */
public interface Target<O, F> {
  TargetName name();

  /** Which total its files show. */
  Shown shows();

  /** Whether its subjects are products; otherwise its one subject is the plant. */
  default boolean isOfProducts() {
    return true;
  }

  /** The type of the options. */
  Class<O> optionsType();

  /** Reads the options of one subject; faults are noted in {@code fields}. */
  O options(Fields fields);

  /** Why the period or the plant does not fit this target; the text says what would. */
  default Optional<String> complaint(Optional<String> plant, Period period) {
    return Optional.empty();
  }

  /** The type of the facts. */
  Class<F> facts();

  /**
   * Finds out all that the files will say.
   *
   * @throws org.cfptrace.service.answer.Refused where the subject is not known or cannot be worked
   *     out
   */
  Gathered<F> gather(Tenant tenant, Subject<O> subject);

  /** As whom the policy knows those who get these files. */
  default Audience audience(F facts) {
    return name().audience();
  }

  /** As whom the policy may know them: each with what the files then disclose. */
  default Set<Audience> audiences() {
    return Set.of(name().audience());
  }

  /** Which claims of a footprint the files disclose to such an audience. */
  default Set<ClaimName> disclosed(Audience audience) {
    return name().disclosed();
  }

  /** Makes the files, in a fixed order. */
  List<ExportFile> files(F facts, Stamp stamp);

  /**
   * Reads files back and holds them against their schemas and the facts.
   *
   * @return what does not hold, in sentences; nothing where all holds
   */
  List<String> faults(F facts, List<ExportFile> files);
}
