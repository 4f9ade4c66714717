package org.cfptrace.aggregator.disclose.pack;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cfptrace.aggregator.disclose.Evidence.FactorSource;
import org.cfptrace.aggregator.disclose.Evidence.Input;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.SourceFacts;
import org.cfptrace.footprint.DataQuality;
import org.cfptrace.footprint.PrimaryDataShare;
import org.cfptrace.paper.Csv;

/**
 * Every source of a product with its evidence, then the inputs no source counts, then the sets of
 * emission factors. No row is a total; what is missing or not told has no number.
 */
final class DataCsv {
  static final String NAME = "data.csv";
  static final List<String> HEAD =
      List.of(
          "kind",
          "level",
          "path",
          "lines",
          "part_id",
          "part_name",
          "supplier",
          "plant",
          "amount",
          "unit",
          "mass_kg",
          "state",
          "origin",
          "complete",
          "excl_biogenic_uptake_kgco2e",
          "incl_biogenic_uptake_kgco2e",
          "pds_pct",
          "dqr_scale",
          "dqr_ter_tir_ger",
          "period_from",
          "period_to",
          "factor",
          "declaration_id",
          "sha256",
          "signer",
          "algorithm",
          "declaration_state",
          "evidence",
          "log_index",
          "valid_until",
          "evidence_file");
  private static final int OF_SOURCES = HEAD.indexOf("declaration_id");
  private static final int OF_INPUTS = HEAD.size() - OF_SOURCES;

  private DataCsv() {}

  static ExportFile file(PackFacts facts) {
    return new ExportFile(NAME, "text/csv", Csv.write(HEAD, rows(facts)));
  }

  static List<List<String>> rows(PackFacts facts) {
    Map<String, Input> inputs = new HashMap<>();
    facts.evidence().inputs().forEach(it -> inputs.put(it.declarationId(), it));
    Map<String, String> files = EvidenceFiles.tokenFiles(facts);
    List<List<String>> rows = new ArrayList<>();
    Set<String> named = new HashSet<>();
    for (SourceFacts source : facts.product().sources()) {
      List<String> row = new ArrayList<>(source(source, facts.split()));
      source.declarationId().ifPresent(named::add);
      row.addAll(
          input(source.declarationId().flatMap(it -> Optional.ofNullable(inputs.get(it))), files));
      rows.add(row);
    }
    for (Input input : facts.evidence().inputs()) {
      if (!named.contains(input.declarationId())) {
        List<String> row = new ArrayList<>(blank("INPUT", OF_SOURCES));
        row.addAll(input(Optional.of(input), files));
        rows.add(row);
      }
    }
    for (FactorSource set : facts.evidence().factorSets()) {
      List<String> row = new ArrayList<>(blank("FACTOR_SET", HEAD.size()));
      row.set(HEAD.indexOf("part_id"), set.id());
      row.set(HEAD.indexOf("part_name"), set.source());
      row.set(HEAD.indexOf("factor"), set.id() + " " + set.version());
      rows.add(row);
    }
    return rows;
  }

  private static List<String> source(SourceFacts source, Split split) {
    boolean isMissing =
        source.origin().equals("NONE")
            || source.partName().equals(Withheld.NAME)
            || split == Split.LEFT_OUT;
    return List.of(
        source.kind(),
        Integer.toString(source.level()),
        String.join("/", source.path()),
        String.join("/", source.lines()),
        source.partId(),
        source.partName(),
        source.supplier().orElse(""),
        source.plant().orElse(""),
        source.amount().map(BigDecimal::toPlainString).orElse(""),
        source.unit().orElse(""),
        source.massKilograms().map(BigDecimal::toPlainString).orElse(""),
        source.state(),
        source.origin(),
        Boolean.toString(source.complete()),
        isMissing ? "" : source.emissions().exclBiogenicUptake().text(),
        isMissing ? "" : source.emissions().inclBiogenicUptake().text(),
        source.primaryDataShare().map(PrimaryDataShare::text).orElse(""),
        source.quality().map(it -> it.scale().name()).orElse(""),
        source.quality().map(DataCsv::ratings).orElse(""),
        source.period().map(it -> it.from().toString()).orElse(""),
        source.period().map(it -> it.to().toString()).orElse(""),
        source.factor().orElse(""));
  }

  private static String ratings(DataQuality quality) {
    return quality.byProcess().entrySet().stream()
        .map(
            it ->
                it.getKey().jsonName()
                    + " "
                    + it.getValue().ter().toPlainString()
                    + "/"
                    + it.getValue().tir().toPlainString()
                    + "/"
                    + it.getValue().ger().toPlainString())
        .collect(Collectors.joining("; "));
  }

  private static List<String> input(Optional<Input> input, Map<String, String> files) {
    return input
        .map(
            it ->
                List.of(
                    it.declarationId(),
                    it.sha256(),
                    it.signer(),
                    it.algorithm(),
                    it.state(),
                    it.evidence(),
                    it.logIndex().map(Object::toString).orElse(""),
                    it.validUntil().toString(),
                    files.getOrDefault(it.declarationId(), "")))
        .orElseGet(() -> blank("", OF_INPUTS));
  }

  private static List<String> blank(String first, int columns) {
    List<String> blank = new ArrayList<>();
    blank.add(first);
    while (blank.size() < columns) {
      blank.add("");
    }
    return blank;
  }
}
