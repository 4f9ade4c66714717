package org.cfptrace.connector.audit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.audit.AuditResult;
import org.cfptrace.chain.Coverage;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.participant.Fingerprint;
import org.cfptrace.rollup.Bilingual;

/**
 * An audit that we carry out.
 *
 * @param mandateId the order
 * @param companyKey the company's fingerprint as it was pinned when the audit began: what becomes
 *     of the partnership later does not change whom it is about
 * @param waitingFor what it could not be concluded for when that was tried last
 * @param withoutReport why there is no report, once it has ended without one
 * @param report the signed report, once it is done
 * @param attestation our signed word, once it was sent
 * @param number counts up as they are started
 */
public record Audit(
    UUID id,
    UUID mandateId,
    ParticipantId company,
    Fingerprint companyKey,
    TraceId product,
    Period period,
    State state,
    Optional<WaitingFor> waitingFor,
    Optional<WithoutReport> withoutReport,
    Optional<AuditResult> result,
    Optional<Coverage> coverage,
    Optional<String> report,
    Optional<String> attestation,
    String startedBy,
    Instant startedAt,
    Optional<Instant> doneAt,
    long number) {

  /** How far it has come. */
  public enum State {
    /** Companies are asked, or waited for. */
    RUNNING,
    /** Nothing is awaited any more: the report is signed, or the company has shown nothing. */
    DONE,
    /** It ended without anything being judged. */
    FAILED
  }

  /** What an audit waits for. */
  public enum WaitingFor {
    /** Companies that have not answered yet. */
    COMPANIES("the answers of companies", "事業者の回答"),
    /** The public log, which does not answer. */
    LOG("the public log", "公開ログ"),
    /** The registry, which does not answer. */
    REGISTRY("the registry", "登録機関"),
    /** A status list that speaks of everything that was shown, and is of today. */
    STATUS_LIST("an up-to-date list of recalls and corrections", "取下げ・訂正の一覧の更新"),
    /** Our own accreditation, which has ended. */
    ACCREDITATION("our accreditation", "監査人の認定");

    private final String en;
    private final String ja;

    WaitingFor(String en, String ja) {
      this.en = en;
      this.ja = ja;
    }

    /** What it is, for people. */
    public Bilingual words() {
      return new Bilingual(en, ja);
    }
  }

  /** Why there is no report. */
  public enum WithoutReport {
    /** The company that ordered the audit has not shown its own declaration. */
    NOTHING_SHOWN("the company has shown nothing", "委任した事業者が何も開示しませんでした"),
    /** A report is signed while the mandate holds, or not at all: nobody would accept it. */
    MANDATE_OVER("the mandate ended before the chain could be judged", "検証が終わる前に監査委任の期限が切れました"),
    /** By the company's key history the mandate does not stand. */
    MANDATE_NOT_GOOD("the mandate does not stand any more", "監査委任が有効と確認できません"),
    /** It was tried several times. */
    CANNOT_BE_JUDGED("what was shown cannot be judged", "開示内容を検証できませんでした");

    private final String en;
    private final String ja;

    WithoutReport(String en, String ja) {
      this.en = en;
      this.ja = ja;
    }

    /** Why, for people. */
    public Bilingual words() {
      return new Bilingual(en, ja);
    }
  }

  public Audit {
    requireNonNull(id, "id");
    requireNonNull(mandateId, "mandateId");
    requireNonNull(company, "company");
    requireNonNull(companyKey, "companyKey");
    requireNonNull(product, "product");
    requireNonNull(period, "period");
    requireNonNull(state, "state");
    requireNonNull(waitingFor, "waitingFor");
    requireNonNull(withoutReport, "withoutReport");
    requireNonNull(result, "result");
    requireNonNull(coverage, "coverage");
    requireNonNull(report, "report");
    requireNonNull(attestation, "attestation");
    requireNonNull(startedBy, "startedBy");
    requireNonNull(startedAt, "startedAt");
    requireNonNull(doneAt, "doneAt");
  }
}
