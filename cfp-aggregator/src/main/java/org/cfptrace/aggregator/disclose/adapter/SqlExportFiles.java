package org.cfptrace.aggregator.disclose.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.cfptrace.aggregator.disclose.Digests;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.disclose.job.ExportFiles;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.aggregator.tenant.adapter.Tenancy;
import org.cfptrace.paper.StoredZip;
import org.cfptrace.service.database.Sql;

/** The files of exports in PostgreSQL, so that any instance can hand them out. */
@ApplicationScoped
class SqlExportFiles implements ExportFiles {
  private static final int BEHIND_ALL = 1000;
  private static final String KEEP =
      """
      insert into export_file (export, place, path, nr, media_type, sha256, beside, content)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String LIST =
      """
      select path, media_type, sha256, octet_length(content) as bytes, beside from export_file
      where export = ? and place = ? order by nr
      """;
  // Files that are not what was made, and subjects whose manifest is not the one that is named.
  private static final String CHANGED =
      """
      select (
        select count(*) from export_file
        where export = ? and encode(sha256(content), 'hex') <> sha256
      ) + (
        select count(*) from export_subject s
        where s.export = ? and not exists (
          select 1 from export_file f where f.export = s.export
            and f.path = s.folder || '/manifest.json' and f.sha256 = s.manifest_sha256)
      )
      """;

  private final Tenancy tenancy;
  private final Sql sql;

  SqlExportFiles(Tenancy tenancy, DataSource database) {
    this.tenancy = tenancy;
    this.sql = new Sql(database);
  }

  @Override
  public void keep(Tenant tenant, UUID export, int place, String folder, List<ExportFile> files) {
    tenancy.doAs(
        tenant,
        () -> {
          for (int nr = 0; nr < files.size(); nr++) {
            keep(export, place, folder, nr, files.get(nr), false);
          }
        });
  }

  @Override
  public void keepBeside(Tenant tenant, UUID export, int place, String folder, ExportFile file) {
    tenancy.doAs(tenant, () -> keep(export, place, folder, BEHIND_ALL, file, true));
  }

  private void keep(
      UUID export, int place, String folder, int nr, ExportFile file, boolean beside) {
    byte[] bytes = file.bytes();
    sql.update(
        KEEP,
        export,
        place,
        folder.isEmpty() ? file.name() : folder + "/" + file.name(),
        nr,
        file.mediaType(),
        Digests.sha256(bytes),
        beside,
        bytes);
  }

  @Override
  public void forgetFiles(Tenant tenant, UUID export) {
    tenancy.doAs(tenant, () -> sql.update("delete from export_file where export = ?", export));
  }

  @Override
  public List<Filed> list(Tenant tenant, UUID export, int place) {
    return tenancy.as(tenant, () -> sql.list(LIST, SqlExportFiles::filed, export, place));
  }

  private static Filed filed(Sql.Row row) throws SQLException {
    return new Filed(
        row.text("path"),
        row.text("media_type"),
        row.text("sha256"),
        row.number("bytes"),
        row.flag("beside"));
  }

  @Override
  public Optional<ExportFile> find(Tenant tenant, UUID export, String path) {
    return tenancy.as(
        tenant,
        () ->
            sql.first(
                "select media_type, content from export_file where export = ? and path = ?",
                row ->
                    new ExportFile(
                        path.substring(path.lastIndexOf('/') + 1),
                        row.text("media_type"),
                        row.bytes("content")),
                export,
                path));
  }

  @Override
  public boolean isWhole(Tenant tenant, UUID export) {
    return tenancy.as(tenant, () -> sql.number(CHANGED, export, export)) == 0;
  }

  /** Each file is read by itself: a slow reader holds no connection. */
  @Override
  public void zip(Tenant tenant, UUID export, Instant asOf, OutputStream out) {
    try (StoredZip zip = new StoredZip(out, asOf)) {
      for (String path : tenancy.as(tenant, () -> paths(export))) {
        zip.add(path, find(tenant, export, path).orElseThrow().bytes());
      }
    }
  }

  /** The manifest of the whole first, then the subjects in their order. */
  private List<String> paths(UUID export) {
    return sql.list(
        "select path from export_file where export = ? and not beside order by place, nr",
        row -> row.text("path"),
        export);
  }
}
