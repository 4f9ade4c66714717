package org.cfptrace.aggregator.disclose.vehicle;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.cfptrace.footprint.KgCo2e;
import org.cfptrace.footprint.PrimaryDataShare;
import org.cfptrace.footprint.VerificationShares;
import org.cfptrace.paper.Workbook;
import org.cfptrace.paper.Workbook.Cell;

/** The columns of a part list, in their order; what is not known stays empty, never 0. */
final class PartColumns {
  static final List<String> HEAD =
      List.of(
          "level",
          "path",
          "part_id",
          "part_name",
          "supplier_id",
          "plant_country",
          "qty",
          "qty_unit",
          "mass_kg",
          "pcf_per_unit_kgco2e",
          "pcf_contrib_incl_bio",
          "pcf_contrib_excl_bio",
          "stage",
          "data_type",
          "pds_pct",
          "dqr_te",
          "dqr_ti",
          "dqr_ge",
          "dqr_scale",
          "verif_type",
          "verif_share_pct",
          "pcf_id",
          "pcf_version",
          "valid_from",
          "valid_to",
          "boundary",
          "gwp_set",
          "ef_source");
  static final int INCLUDING = HEAD.indexOf("pcf_contrib_incl_bio");
  static final int EXCLUDING = HEAD.indexOf("pcf_contrib_excl_bio");
  static final int TYPE = HEAD.indexOf("data_type");
  static final int NAME = HEAD.indexOf("part_name");
  private static final int DECIMALS = 9;

  private PartColumns() {}

  /** One row as cells: numbers as numbers, days as days. */
  static List<Cell> cells(PartRow row) {
    return List.of(
        Cell.of(BigDecimal.valueOf(row.level()), 0),
        Cell.of(String.join("/", row.path())),
        Cell.of(row.partId()),
        Cell.of(row.name()),
        text(row.supplier()),
        Cell.EMPTY,
        number(row.quantity()),
        text(row.unit()),
        number(row.massKilograms()),
        amount(row.perUnit()),
        amount(row.inclBiogenicUptake()),
        amount(row.exclBiogenicUptake()),
        Cell.of(row.stage()),
        Cell.of(row.dataType().name()),
        number(row.primaryDataShare().map(PrimaryDataShare::percent)),
        number(row.rating().map(it -> it.ter())),
        number(row.rating().map(it -> it.tir())),
        number(row.rating().map(it -> it.ger())),
        text(row.scale().map(Enum::name)),
        text(row.verification().map(it -> it.isAnyAudited() ? "AUDITED" : "SIGNED")),
        number(
            row.verification()
                .filter(VerificationShares::isAnyAudited)
                .map(VerificationShares::audited)),
        text(row.declarationId()),
        Cell.EMPTY,
        row.validFrom().<Cell>map(Workbook.Day::new).orElse(Cell.EMPTY),
        row.validTo().<Cell>map(Workbook.Day::new).orElse(Cell.EMPTY),
        text(row.basis().map(it -> it.boundary().name())),
        text(row.basis().map(it -> it.gwp().name())),
        text(row.factor()));
  }

  /** One row as text. */
  static List<String> texts(PartRow row) {
    return cells(row).stream().map(PartColumns::text).toList();
  }

  static String text(Cell cell) {
    if (cell instanceof Workbook.Number number) {
      return number.value().toPlainString();
    }
    if (cell instanceof Workbook.Day day) {
      return day.date().toString();
    }
    return cell instanceof Workbook.Title title ? title.text() : ((Workbook.Text) cell).text();
  }

  private static Cell text(Optional<String> text) {
    return text.map(Cell::of).orElse(Cell.EMPTY);
  }

  private static Cell number(Optional<BigDecimal> number) {
    return number.map(it -> Cell.of(it, DECIMALS)).orElse(Cell.EMPTY);
  }

  private static Cell amount(Optional<KgCo2e> amount) {
    return number(amount.map(KgCo2e::value));
  }
}
