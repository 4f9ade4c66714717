package org.cfptrace.aggregator.disclose.cbam;

import java.util.ArrayList;
import java.util.List;
import org.cfptrace.aggregator.disclose.ExportFile;

/** Reads the files of a summary back and holds them against schemas, sum rules and facts. */
final class CbamFaults {
  private CbamFaults() {}

  static List<String> of(CbamFacts facts, List<ExportFile> files) {
    List<String> names = files.stream().map(ExportFile::name).toList();
    if (!names.equals(CbamFiles.names(facts))) {
      return List.of("expected the files " + CbamFiles.names(facts) + ", seen " + names);
    }
    List<String> faults = new ArrayList<>();
    faults.addAll(SummaryFaults.of(facts, files.get(0).bytes()));
    faults.addAll(WorkbookFaults.of(facts, files.get(1).bytes()));
    faults.addAll(DocumentFaults.of(facts, files.get(2).bytes()));
    if (CatenaXCbam.isMade(facts)) {
      faults.addAll(CatenaXFaults.of(facts, files.get(3).bytes()));
    }
    return List.copyOf(faults);
  }
}
