package org.cfptrace.aggregator.collect;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;

/** What was collected and carries an auditor's word. */
public interface AttestedDeclarations {
  /**
   * One whose word is to be judged.
   *
   * @param wanted the number of the judgement; it goes up when there is reason for another
   */
  record ToJudge(Tenant tenant, DeclarationId declaration, long wanted) {
    public ToJudge {
      requireNonNull(tenant, "tenant");
      requireNonNull(declaration, "declaration");
    }
  }

  /** The word and what it has to be about. */
  record Attached(ParticipantId issuer, TraceId product, Period period, JsonNode word) {
    public Attached {
      requireNonNull(issuer, "issuer");
      requireNonNull(product, "product");
      requireNonNull(period, "period");
      requireNonNull(word, "word");
    }
  }

  /** Those that are to be judged, at most so many, behind that one or from the first. */
  List<ToJudge> toJudge(Optional<ToJudge> after, int most);

  /** What one of them carries. */
  Optional<Attached> attached(ToJudge one);

  /**
   * Keeps a judgement and has the figure added up anew.
   *
   * @return false, and nothing is kept, where there is reason for another one by now
   */
  boolean judged(ToJudge one, AuditorsWord word);

  /** There is something new of an auditor: all of its words are to be judged again. */
  void judgeAgain(ParticipantId auditor);
}
