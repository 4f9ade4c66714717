package org.cfptrace.aggregator.disclose.cbam;

import java.util.ArrayList;
import java.util.List;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.paper.Pdf;
import org.cfptrace.paper.Xlsx;

/** The files of a summary, in their order. */
final class CbamFiles {
  static final String XLSX = "operators-summary.xlsx";
  static final String PDF = "operators-summary.pdf";

  private static final String JSON = "application/json";

  private CbamFiles() {}

  static List<String> names(CbamFacts facts) {
    List<String> names = new ArrayList<>(List.of(SummaryJson.FILE, XLSX, PDF));
    if (CatenaXCbam.isMade(facts)) {
      names.add(CatenaXCbam.FILE);
    }
    return names;
  }

  static List<ExportFile> of(CbamFacts facts, Stamp stamp) {
    List<ExportFile> files = new ArrayList<>();
    files.add(new ExportFile(SummaryJson.FILE, JSON, SummaryJson.write(facts, stamp)));
    files.add(
        new ExportFile(
            XLSX,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Xlsx.write(SummaryWorkbook.of(facts, stamp), stamp.asOf())));
    files.add(
        new ExportFile(
            PDF, "application/pdf", Pdf.write(SummaryDocument.of(facts, stamp), stamp.asOf())));
    if (CatenaXCbam.isMade(facts)) {
      files.add(new ExportFile(CatenaXCbam.FILE, JSON, CatenaXCbam.write(facts, stamp)));
    }
    return files;
  }
}
