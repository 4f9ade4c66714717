package org.cfptrace.it.hostile;

import java.util.Map;

/**
 * Doors behind which the third tier has nothing, each with the reason. Any other door must have
 * given an answer, or the search for leaks has not been everywhere.
 */
final class EmptyDoors {

  private static final String PUBLIC = "the public directory, which is looked at elsewhere";
  private static final String AUDITS_NOBODY = "it is no auditor";
  private static final String ASKED_BY_SIDE = "its list wants a side, and is asked with each";
  private static final String LOADS_NONE = "it loads no set of its own";
  private static final String MAKES_CARS = "it makes neither steel nor batteries";
  private static final String HAS_NO_REDUCTIONS = "it keeps no pool of reductions";
  private static final String MAKES_NO_FILES = "the story of this platform makes no files";

  static final Map<String, String> OF_CONNECTOR =
      Map.ofEntries(
          Map.entry("/api/v1/participants", PUBLIC),
          Map.entry("/api/v1/releases/{partnerId}/{traceId}", "it releases to no customer"),
          Map.entry("/api/v1/declarations/{declarationId}/attestation", "where none was given"),
          Map.entry("/api/v1/proposals/{proposalId}", "where no aggregator has proposed"),
          Map.entry("/api/v1/signature-requests/{requestId}", MAKES_NO_FILES),
          Map.entry("/api/v1/audits/mandates/{mandateId}", ASKED_BY_SIDE),
          Map.entry("/api/v1/audits/{auditId}", AUDITS_NOBODY),
          Map.entry("/api/v1/audits/{auditId}/asked", AUDITS_NOBODY),
          Map.entry("/api/v1/audits/{auditId}/hops", AUDITS_NOBODY),
          Map.entry("/api/v1/audits/{auditId}/report", AUDITS_NOBODY),
          Map.entry("/api/v1/audits/{auditId}/report.pdf", AUDITS_NOBODY),
          Map.entry("/api/v1/audits/{auditId}/bundle", AUDITS_NOBODY));

  static final Map<String, String> OF_AGGREGATOR =
      Map.ofEntries(
          Map.entry("/api/v1/participants", PUBLIC),
          Map.entry("/api/v1/structure-imports/{importId}", "it imports no file"),
          Map.entry("/api/v1/factor-sets/{id}/versions/{version}", LOADS_NONE),
          Map.entry("/api/v1/battery-circular-parameters/{id}/versions/{version}", LOADS_NONE),
          Map.entry("/api/v1/steel/default-values", "public values, and one must be named"),
          Map.entry("/api/v1/steel/installations/{id}/years/{year}", MAKES_CARS),
          Map.entry("/api/v1/steel/installations/{id}/years/{year}/result", MAKES_CARS),
          Map.entry("/api/v1/batteries/{traceId}/model", MAKES_CARS),
          Map.entry("/api/v1/batteries/{traceId}/footprint", MAKES_CARS),
          Map.entry("/api/v1/gx/pools/{id}", HAS_NO_REDUCTIONS),
          Map.entry("/api/v1/gx/pools/{id}/entries", HAS_NO_REDUCTIONS),
          Map.entry("/api/v1/gx/certificates/{certificateId}", HAS_NO_REDUCTIONS),
          Map.entry("/api/v1/exports/{id}", MAKES_NO_FILES),
          Map.entry("/api/v1/exports/{id}/subjects", MAKES_NO_FILES),
          Map.entry("/api/v1/exports/{id}/subjects/{place}", MAKES_NO_FILES),
          Map.entry("/api/v1/exports/{id}/files/{path}", MAKES_NO_FILES));

  private EmptyDoors() {}
}
