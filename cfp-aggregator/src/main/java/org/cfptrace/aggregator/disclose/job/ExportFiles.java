package org.cfptrace.aggregator.disclose.job;

import static java.util.Objects.requireNonNull;

import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cfptrace.aggregator.disclose.ExportFile;
import org.cfptrace.aggregator.tenant.Tenant;

/** The files of exports, kept. */
public interface ExportFiles {
  /**
   * A file without its bytes.
   *
   * @param path folder and name
   * @param sha256 hexadecimal
   * @param beside for the company alone, not in the ZIP
   */
  record Filed(String path, String mediaType, String sha256, long bytes, boolean beside) {
    public Filed {
      requireNonNull(path, "path");
      requireNonNull(mediaType, "mediaType");
      requireNonNull(sha256, "sha256");
    }
  }

  /**
   * Keeps files in a folder.
   *
   * @param place of the subject; 0 for the whole, whose folder is empty
   */
  void keep(Tenant tenant, UUID export, int place, String folder, List<ExportFile> files);

  /** Keeps a file of a folder for the company alone: it is not in the ZIP. */
  void keepBeside(Tenant tenant, UUID export, int place, String folder, ExportFile file);

  /** Forgets all files: what could not be finished leaves none. */
  void forgetFiles(Tenant tenant, UUID export);

  /** Files of one subject, or of the whole at place 0, in their order. */
  List<Filed> list(Tenant tenant, UUID export, int place);

  /** One file by folder and name. */
  Optional<ExportFile> find(Tenant tenant, UUID export, String path);

  /** Whether every file still is what its digest says, and every subject's manifest is there. */
  boolean isWhole(Tenant tenant, UUID export);

  /** Writes all files that are not beside as one ZIP, one after the other. */
  void zip(Tenant tenant, UUID export, Instant asOf, OutputStream out);
}
