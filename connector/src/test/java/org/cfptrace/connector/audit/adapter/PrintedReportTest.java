package org.cfptrace.connector.audit.adapter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.cfptrace.audit.AuditReport;
import org.cfptrace.audit.AuditResult;
import org.cfptrace.audit.ReportedHop;
import org.cfptrace.chain.Check;
import org.cfptrace.chain.Coverage;
import org.cfptrace.chain.HopOutcome;
import org.cfptrace.chain.Remark;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.Period;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.strict.Base64Url;
import org.junit.jupiter.api.Test;

/** The printed report says what the signed one says. */
class PrintedReportTest {
  private static final ParticipantId COMPANY =
      ParticipantId.of("registry.cfptrace.example", "cccccccccccccccc");
  private static final ParticipantId AUDITOR =
      ParticipantId.of("registry.cfptrace.example", "xxxxxxxxxxxxxxxx");
  private static final String DIGEST = Base64Url.encode(new byte[32]);

  @Test
  void anIncompleteTotalIsToldInBothLanguages() {
    AuditReport report = report(Set.of(Remark.INCOMPLETE_TOTAL));

    assertThat(printed(report, PrintedReport.Language.ENGLISH))
        .contains(shown("To note: " + Remark.INCOMPLETE_TOTAL.en() + " (1 declaration)"));
    assertThat(printed(report, PrintedReport.Language.JAPANESE))
        .contains(shown("留意事項: " + Remark.INCOMPLETE_TOTAL.ja()));
  }

  @Test
  void whereNothingIsRemarkedNothingIsNoted() {
    assertThat(printed(report(Set.of()), PrintedReport.Language.ENGLISH))
        .doesNotContain(shown("To note"));
  }

  private static String printed(AuditReport report, PrintedReport.Language language) {
    return new String(PrintedReport.of(report, DIGEST, language), ISO_8859_1);
  }

  /** As it stands in the file. */
  private static String shown(String text) {
    return HexFormat.of().withUpperCase().formatHex(text.getBytes(UTF_16BE));
  }

  private static AuditReport report(Set<Remark> remarks) {
    return new AuditReport(
        AUDITOR,
        COMPANY,
        "urn:uuid:22222222-2222-4222-8222-222222222222",
        Instant.parse("2026-11-27T12:00:00Z"),
        TraceId.of("urn:uuid:11111111-1111-4111-8111-111111111111"),
        Period.ofYear(2025),
        AuditResult.PARTLY_VERIFIED,
        Coverage.of("100"),
        EnumSet.allOf(Check.class),
        List.of(
            new ReportedHop(
                OptionalInt.empty(),
                COMPANY,
                new DeclarationId("A".repeat(43)),
                HopOutcome.VERIFIED,
                Optional.empty(),
                Optional.empty(),
                remarks,
                Coverage.of("100"))),
        DIGEST);
  }
}
