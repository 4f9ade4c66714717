package org.cfptrace.bundle;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cfptrace.audit.AuditReport;
import org.cfptrace.audit.AuditResult;
import org.cfptrace.audit.Mandate;
import org.cfptrace.chain.AuditedRoot;
import org.cfptrace.chain.ChainVerdict;
import org.cfptrace.chain.ChainVerifier;
import org.cfptrace.chain.Check;
import org.cfptrace.chain.HopVerdict;
import org.cfptrace.chain.KeyHistory;
import org.cfptrace.declaration.ProductClaim;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.CryptoProvider;
import org.cfptrace.keys.CryptoProviders;
import org.cfptrace.log.LogTrust;
import org.cfptrace.log.SignedCheckpoint;
import org.cfptrace.participant.Accreditation;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.participant.StatusListToken;
import org.cfptrace.participant.TrustAnchor;
import org.cfptrace.participant.UntrustedException;
import org.cfptrace.rollup.Bilingual;
import org.cfptrace.verify.Reading;
import org.cfptrace.verify.Reason;
import org.cfptrace.verify.SignedTokens;

/**
 * Checks an evidence bundle against a trust anchor and nothing else. Everything the auditor's
 * report says is worked out again, and must come out the same.
 */
public final class BundleVerifier {
  private final TrustAnchor anchor;
  private final LogTrust log;
  private final CryptoProvider provider;

  /** A verifier that believes this anchor, which must name a log. */
  public BundleVerifier(TrustAnchor anchor) {
    this(anchor, CryptoProviders.chosen());
  }

  /** The same, with signatures of declarations checked by this provider. */
  public BundleVerifier(TrustAnchor anchor, CryptoProvider provider) {
    this.anchor = requireNonNull(anchor, "anchor");
    this.log =
        anchor
            .log()
            .orElseThrow(() -> new IllegalArgumentException("the trust anchor names no log"));
    this.provider = requireNonNull(provider, "provider");
  }

  /** Checks the bytes of a file; refused when they are no bundle. */
  public Reading<BundleVerdict> verify(byte[] file) {
    return BundleFile.read(file).then(bundle -> Reading.accepted(new Checking(bundle).verdict()));
  }

  /** One bundle under the lens. */
  private final class Checking {
    private final Bundle evidence;
    private final String reportToken;
    private final List<Step> steps = new ArrayList<>();

    Checking(SignedBundle bundle) {
      this.evidence = bundle.evidence();
      this.reportToken = bundle.report();
    }

    BundleVerdict verdict() {
      Optional<ChainVerdict> chain = Optional.empty();
      try {
        LogCheck logged = checkpoint();
        Map<ParticipantId, DirectoryEntry> directory = directory(logged);
        SignedTokens tokens =
            SignedTokens.ofHistory(
                new KeyHistory(who -> Optional.ofNullable(directory.get(who)), provider));
        Mandate mandate = mandate(tokens);
        AuditReport report = report(tokens, mandate, directory);
        requireMadeAfter(logged, report);
        StatusListToken statuses = statuses(logged, report);
        stamp(logged);
        ChainVerdict found = chain(mandate, directory, statuses, report.checkedAt());
        chain = Optional.of(found);
        compare(report, mandate, found);
        return new BundleVerdict(
            steps, chain, BundleVerdict.firstFailure(found).flatMap(HopVerdict::reason));
      } catch (Stopped stopped) {
        steps.add(stopped.step());
        return new BundleVerdict(steps, chain, Optional.of(stopped.reason()));
      }
    }

    private LogCheck checkpoint() {
      LogCheck logged = new LogCheck(log, evidence.checkpoint());
      logged.requireOneHistory(evidence);
      SignedCheckpoint checkpoint = logged.checkpoint();
      Instant seen = checkpoint.time().orElseThrow();
      long size = checkpoint.checkpoint().size();
      steps.add(
          Step.good(
              "the public log with " + size + " entries, as witnesses have seen it at " + seen,
              "公開ログ " + size + " 件(証人の署名: " + seen + ")"));
      return logged;
    }

    private Map<ParticipantId, DirectoryEntry> directory(LogCheck logged) {
      Map<ParticipantId, DirectoryEntry> entries = new HashMap<>();
      for (LoggedToken token : evidence.directory()) {
        DirectoryEntry entry = entry(token.token());
        logged.requireEntered(
            token,
            entry.record().logEntry(),
            "the directory entry of " + entry.participant(),
            "台帳の記載(" + entry.participant() + ")");
        if (entries.put(entry.participant(), entry) != null) {
          throw new Stopped(
              Reason.MALFORMED_PAYLOAD,
              "two directory entries of " + entry.participant(),
              "台帳の記載が重複しています: " + entry.participant());
        }
      }
      steps.add(
          Step.good(
              entries.size()
                  + " companies as the registry has signed them, with all their keys, in the log",
              "登録機関が署名しログに登録した事業者 " + entries.size() + " 社の記載(鍵の履歴を含む)"));
      return entries;
    }

    private DirectoryEntry entry(String token) {
      try {
        return DirectoryEntry.read(token, anchor);
      } catch (UntrustedException e) {
        throw new Stopped(
            e.reason(),
            "a directory entry is not the registry's: " + e.getMessage(),
            "登録機関の署名が確認できない記載があります");
      }
    }

    private Mandate mandate(SignedTokens tokens) {
      Mandate mandate =
          Mandate.read(evidence.mandate(), tokens)
              .fold(
                  accepted -> accepted.value(),
                  held -> {
                    throw new Stopped(
                        held.reason(), "the mandate: " + held.detail(), "監査委任が確認できません");
                  },
                  refused -> {
                    throw new Stopped(
                        refused.reason(), "the mandate: " + refused.detail(), "監査委任が確認できません");
                  });
      steps.add(
          Step.good(
              "the mandate of " + mandate.issuer() + " for " + mandate.period(),
              "監査委任: " + mandate.issuer() + "、対象期間 " + mandate.period()));
      return mandate;
    }

    private AuditReport report(
        SignedTokens tokens, Mandate mandate, Map<ParticipantId, DirectoryEntry> directory) {
      AuditReport report =
          AuditReport.read(reportToken, tokens)
              .fold(
                  accepted -> accepted.value(),
                  held -> {
                    throw new Stopped(
                        held.reason(), "the report: " + held.detail(), "監査報告が確認できません");
                  },
                  refused -> {
                    throw new Stopped(
                        refused.reason(), "the report: " + refused.detail(), "監査報告が確認できません");
                  });
      Instant at = report.checkedAt();
      Stopped.unless(
          report.auditor().equals(mandate.auditor())
              && report.mandateId().equals(mandate.jti())
              && !at.isBefore(mandate.issuedAt())
              && !mandate.isExpiredAt(at),
          Reason.NOT_THE_ONE_ASKED,
          "the report is not by the auditor of the mandate, in its time",
          "報告が委任を受けた監査人によるものでないか、期間外です");
      Stopped.unless(
          Optional.ofNullable(directory.get(report.auditor()))
              .filter(entry -> entry.isAccredited(Accreditation.CFP_AUDIT, at))
              .isPresent(),
          Reason.NOT_ACCREDITED,
          "the auditor was not accredited at " + at,
          "監査人は " + at + " の時点で認定されていません");
      Stopped.unless(
          PinnedSigner.of(reportToken, directory.get(report.auditor()), mandate.auditorKey()),
          Reason.KEY_NOT_PINNED,
          "the report is not signed by the key of the auditor that the company had compared",
          "報告は、委任者が確認した監査人の鍵で署名されたものではありません");
      Stopped.unless(
          report.evidenceSha256().equals(BundleFile.digestOf(evidence)),
          Reason.EVIDENCE_DIFFERS,
          "the evidence is not the one that the report names",
          "証拠が報告の示すものと一致しません");
      steps.add(
          Step.good(
              "the report of " + report.auditor() + ", accredited, of " + at,
              "認定監査人 " + report.auditor() + " の報告(" + at + ")"));
      return report;
    }

    /** What witnesses had not seen yet, no report can rest on: so none can be dated back. */
    private void requireMadeAfter(LogCheck logged, AuditReport report) {
      Instant seen = logged.checkpoint().time().orElseThrow();
      Stopped.unless(
          !report.checkedAt().plus(Stamp.CLOCKS_DIFFER).isBefore(seen),
          Reason.EVIDENCE_DIFFERS,
          "the report is of " + report.checkedAt() + ", older than its evidence, " + seen,
          "報告の日時(" + report.checkedAt() + ")は証拠(" + seen + ")より前です");
    }

    private StatusListToken statuses(LogCheck logged, AuditReport report) {
      LoggedToken token = evidence.statusList();
      StatusListToken statuses = statuses(token.token());
      logged.requireEntered(token, statuses.entry(), "the status list", "取下げ・訂正の一覧");
      Stopped.unless(
          statuses.isFreshAt(report.checkedAt()),
          Reason.STATUS_UNKNOWN,
          "the status list is of " + statuses.asOf() + ", too long before the report",
          "取下げ・訂正の一覧(" + statuses.asOf() + ")は報告に対して古すぎます");
      steps.add(
          Step.good(
              "the registry's list of recalls and corrections, version "
                  + statuses.version()
                  + ", in the log",
              "ログに登録された取下げ・訂正の一覧(第 " + statuses.version() + " 版)"));
      return statuses;
    }

    private StatusListToken statuses(String token) {
      try {
        return StatusListToken.read(token, anchor);
      } catch (UntrustedException e) {
        throw new Stopped(
            e.reason(),
            "the status list is not the registry's: " + e.getMessage(),
            "取下げ・訂正の一覧が確認できません");
      }
    }

    private void stamp(LogCheck logged) {
      steps.add(
          logged
              .stamp(evidence.stamp())
              .map(
                  shown ->
                      Step.good(
                          "the log as it was with "
                              + shown.entries()
                              + " entries, stamped at "
                              + shown.at(),
                          "ログ(" + shown.entries() + " 件)の時刻認証: " + shown.at()))
              .orElseGet(
                  () ->
                      Step.good(
                          "no time stamp beside the witnesses' is in the bundle",
                          "証人以外のタイムスタンプは含まれていません")));
    }

    private ChainVerdict chain(
        Mandate mandate,
        Map<ParticipantId, DirectoryEntry> directory,
        StatusListToken statuses,
        Instant checkedAt) {
      ChainVerifier verifier =
          new ChainVerifier(
              who -> Optional.ofNullable(directory.get(who)), log, statuses, checkedAt, provider);
      ChainVerdict chain =
          verifier.verify(
              new AuditedRoot(
                  mandate.issuer(),
                  mandate.product(),
                  mandate.period(),
                  evidence.companyKey(),
                  mandate.depth()),
              evidence.root(),
              evidence.answers(),
              evidence.earlier());
      chain.hops().forEach(hop -> steps.add(step(hop, directory)));
      return chain;
    }

    private void compare(AuditReport report, Mandate mandate, ChainVerdict chain) {
      AuditReport again =
          AuditReport.of(mandate, chain, report.checkedAt(), report.evidenceSha256());
      if (!report.equals(again)) {
        throw new Stopped(
            BundleVerdict.firstFailure(chain)
                .flatMap(HopVerdict::reason)
                .orElse(Reason.REPORT_DIFFERS),
            "the report says something else than what the evidence shows",
            "報告の内容が証拠から導かれる結果と一致しません");
      }
      boolean isGood = report.result() != AuditResult.FAILED;
      Bilingual text =
          new Bilingual(
              "the report says the same: "
                  + report.result().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                  + ", "
                  + report.coverage()
                  + " of the emissions verified",
              "報告と一致: 排出量の " + report.coverage() + " を検証(" + report.result() + ")");
      steps.add(new Step(isGood, text));
    }
  }

  private static Step step(HopVerdict hop, Map<ParticipantId, DirectoryEntry> directory) {
    String who =
        Optional.ofNullable(directory.get(hop.company()))
            .map(DirectoryEntry::name)
            .orElse(hop.company().did());
    String what = hop.product().map(ProductClaim::productName).orElse("?");
    String en = who + ", " + what + " (" + hop.share() + " of the emissions): ";
    String ja = who + "、" + what + "(排出量の " + hop.share() + "): ";
    String detail = hop.detail().filter(text -> !isSaid(hop, text)).map(": "::concat).orElse("");
    String remarks =
        hop.remarks().stream().map(remark -> "; " + remark.en()).reduce("", String::concat);
    String remarksJa =
        hop.remarks().stream().map(remark -> "。" + remark.ja()).reduce("", String::concat);
    return switch (hop.outcome()) {
      case VERIFIED -> Step.good(en + "verified" + remarks, ja + "検証済み" + remarksJa);
      case REFUSED_BY_OWNER -> Step.good(en + "not shown by its owner" + detail, ja + "開示拒否");
      case UNAVAILABLE -> Step.good(en + "not available" + detail, ja + "入手不可");
      case FAILED -> {
        Reason reason = hop.reason().orElseThrow();
        yield Step.bad(
            en + reason.sentence() + detail + " (" + reason + ")",
            ja + "不成立: " + Check.of(reason).ja() + "(" + reason + ")");
      }
    };
  }

  /** Where there is nothing to add, the detail is the sentence of the reason again. */
  private static boolean isSaid(HopVerdict hop, String detail) {
    return hop.reason().filter(reason -> reason.sentence().equals(detail)).isPresent();
  }
}
