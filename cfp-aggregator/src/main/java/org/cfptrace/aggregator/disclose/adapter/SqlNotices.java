package org.cfptrace.aggregator.disclose.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import javax.sql.DataSource;
import org.cfptrace.aggregator.disclose.job.Notices;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.database.Sql;

/** Notices are marks of exports: written by whoever marks, and told once an export has files. */
@ApplicationScoped
class SqlNotices implements Notices {
  private static final String TOLD =
      """
      select m.number, m.export, m.declaration_id, m.source, m.kind, m.marked_at
      from export_mark m join export_job j on j.id = m.export
      where m.told and m.number < ? and j.state in ('READY', 'SIGNED', 'SUPERSEDED', 'REVOKED')
      order by m.number desc limit ?
      """;

  private final Tenancy tenancy;
  private final Sql sql;

  SqlNotices(Tenancy tenancy, DataSource database) {
    this.tenancy = tenancy;
    this.sql = new Sql(database);
  }

  @Override
  public Page<Notice> newestFirst(Tenant tenant, PageRequest page) {
    List<Notice> notices =
        tenancy.as(
            tenant,
            () ->
                sql.list(
                    TOLD,
                    row ->
                        new Notice(
                            row.number("number"), row.uuid("export"), SqlExportInputs.mark(row)),
                    page.beforeNumber(),
                    page.rowsToFetch()));
    return Page.of(notices, page, notice -> Long.toString(notice.number()));
  }
}
