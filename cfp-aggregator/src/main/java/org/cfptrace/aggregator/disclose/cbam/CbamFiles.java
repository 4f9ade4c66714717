package org.cfptrace.aggregator.disclose.cbam;

import java.util.List;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.paper.Pdf;
import org.cfptrace.paper.Xlsx;

/** The files of a summary, in their order. */
final class CbamFiles {
  static final String XLSX = "operators-summary.xlsx";
  static final String PDF = "operators-summary.pdf";
  static final List<String> NAMES = List.of(SummaryJson.FILE, XLSX, PDF, CatenaXCbam.FILE);

  private static final String JSON = "application/json";

  private CbamFiles() {}

  static List<ExportFile> of(CbamFacts facts, Stamp stamp) {
    return List.of(
        new ExportFile(SummaryJson.FILE, JSON, SummaryJson.write(facts, stamp)),
        new ExportFile(
            XLSX,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Xlsx.write(SummaryWorkbook.of(facts, stamp), stamp.asOf())),
        new ExportFile(
            PDF, "application/pdf", Pdf.write(SummaryDocument.of(facts, stamp), stamp.asOf())),
        new ExportFile(CatenaXCbam.FILE, JSON, CatenaXCbam.write(facts, stamp)));
  }
}
