package org.cfptrace.connector.exchange;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cfptrace.service.database.Sql;

/**
 * What the tables of a company say that is the same in every run of a story, with or without a
 * death in it; identifiers, bytes and times are not.
 */
public final class ComparedRows {
  private static final Map<String, String> COLUMNS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("partner", "name, state, note, reason, inbox, cardinality(trusted_keys)"),
              Map.entry("directory_entry", "sequence > 0"),
              Map.entry("alarm", "kind"),
              Map.entry("outbox", "way, type, seq, state, reason"),
              Map.entry("outgoing_thread", "last_seq"),
              Map.entry("incoming_thread", "last_seq"),
              Map.entry("incoming_message", "outcome, seq, digest is null"),
              Map.entry("quarantine", "state, reason, sender is null"),
              Map.entry("received_declaration", "product_name, unit, opening is not null"),
              Map.entry(
                  "issued_declaration", "audience, array_to_string(shown, ' '), state, cause"),
              Map.entry(
                  "footprint_request",
                  "side, state, part_name, is_placed, linked_name, own_move_seq > 0,"
                      + " told_progress"),
              Map.entry("request_event", "side, by_side, who, move, state, note"),
              Map.entry("supplier_word", "is_linked, withheld, is_complete, asked, answered"),
              Map.entry("product_release", "audience, switches, rule, released_by, version"),
              Map.entry("stale_product", "cause"),
              Map.entry("footprint_history", "excl_biogenic_uptake, is_complete"),
              Map.entry(
                  "correction", "reason, before_total, after_total, state, settled_by is null"),
              Map.entry("notification", "type, number is not null, read_by"),
              Map.entry("introduction", "purpose, inbox"),
              Map.entry("log_entry", "recipient is null, log_index is not null, proof is not null"),
              Map.entry("log_fallen", "bit, told_at is not null"),
              Map.entry("log_export", "proof is not null"),
              Map.entry("received_proof", "is_late"),
              Map.entry("mandate", "side, depth, issued_by"),
              Map.entry("audit_request", "way, leave_kind, depth, state, reason, settled_by"),
              Map.entry(
                  "access_journal",
                  "side, outcome, array_to_string(claims, ' '), leave_kind, reason"),
              Map.entry("audit_hop", "leave_kind, depth, state, reason, parts"),
              Map.entry("audit_part", "part"),
              Map.entry("audit", "state, result, coverage, started_by")));

  private ComparedRows() {}

  /** The tables that are compared. */
  static Set<String> tables() {
    return COLUMNS.keySet();
  }

  /** What they say, by table. */
  public static Map<String, List<String>> of(Sql sql) {
    Map<String, List<String>> rows = new TreeMap<>();
    COLUMNS.forEach((table, columns) -> rows.put(table, of(sql, table, columns)));
    return rows;
  }

  /** What these columns of a table say. */
  public static List<String> of(Sql sql, String table, String columns) {
    return sql.list(
        "select row(" + columns + ")::text as seen from " + table + " order by 1",
        row -> row.text("seen"));
  }
}
