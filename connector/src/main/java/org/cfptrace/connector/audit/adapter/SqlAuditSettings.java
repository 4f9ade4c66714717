package org.cfptrace.connector.audit.adapter;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.cfptrace.connector.audit.AuditMode;
import org.cfptrace.connector.audit.AuditSettings;
import org.cfptrace.service.answer.ExpectedVersion;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.answer.Versioned;
import org.cfptrace.service.database.Sql;

/** The setting in its one row. */
public final class SqlAuditSettings implements AuditSettings {
  private static final String CHANGE =
      """
      insert into audit_setting as s (only_row, mode, changed_by, changed_at, version)
      values (true, ?, ?, ?, 1)
      on conflict (only_row) do update set mode = excluded.mode, changed_by = excluded.changed_by,
        changed_at = excluded.changed_at, version = s.version + 1
      where s.version = ?
      """;

  private final Sql sql;

  public SqlAuditSettings(Sql sql) {
    this.sql = requireNonNull(sql, "sql");
  }

  @Override
  public Versioned<AuditMode> mode() {
    return sql.first(
            "select mode, version from audit_setting",
            row -> new Versioned<>(AuditMode.valueOf(row.text("mode")), row.number("version")))
        .orElseGet(() -> new Versioned<>(AuditMode.ASK, 0));
  }

  @Override
  public Versioned<AuditMode> change(
      AuditMode mode, ExpectedVersion expected, String who, Instant at) {
    mode().refuseUnless(expected);
    if (sql.update(CHANGE, mode, who, at, expected.number()) == 0) {
      throw new Refused(ProblemCode.VERSION_OUTDATED, "the setting was changed in the meantime");
    }
    return mode();
  }
}
