package org.cfptrace.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The last chapter: the maker of a final product orders an audit, and an accredited auditor
 * verifies the whole chain, company by company. It leaves the evidence behind for anybody to check.
 */
final class Audit {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DEPTH = "10";

  private final Desk auditor;
  private final String auditorName;
  private final Operator operator;
  private final List<Workshop> workshops;
  private final Path evidence;
  private final Narrator narrator;

  /**
   * An audit to be told.
   *
   * @param workshops in the order of supply
   * @param evidence the folder for what anybody may check
   */
  Audit(
      Desk auditor,
      String auditorName,
      Operator operator,
      List<Workshop> workshops,
      Path evidence,
      Narrator narrator) {
    this.auditor = auditor;
    this.auditorName = auditorName;
    this.operator = operator;
    this.workshops = List.copyOf(workshops);
    this.evidence = evidence;
    this.narrator = narrator;
  }

  /** A final product whose maker knows the auditor. */
  Optional<Workshop> audited() {
    return workshops.stream()
        .filter(workshop -> workshop.customers().isEmpty())
        .filter(workshop -> workshop.desk().partner(auditor.participantId()).isPresent())
        .findFirst();
  }

  void tell(Workshop product) {
    narrator.say("");
    narrator.say(
        "An audit (the auditor verifies the whole chain; the companies learn nothing more)");
    accredit();
    String mandate = order(product);
    narrator.say(
        "  "
            + product.maker()
            + " orders an audit of "
            + product.product()
            + " from "
            + auditorName
            + ", whom the registry has accredited");
    Workshop asking = askingFirst(product);
    workshops.stream()
        .filter(product::restsOn)
        .filter(workshop -> workshop != asking)
        .forEach(workshop -> answersAtOnce(workshop.desk()));
    JsonNode audit = carryOut(mandate, asking);
    auditor.door().all("audits/" + audit.path("auditId").asText() + "/hops").forEach(this::show);
    if (!audit.path("result").asText().equals("VERIFIED")) {
      throw new StillWaiting("the audit ended " + audit.path("result").asText());
    }
    auditor.door().post("audits/" + audit.path("auditId").asText() + "/attestation", null);
    narrator.say(
        String.format(
            Locale.ROOT,
            "  %s: %s of the emissions verified; report signed, attestation sent to %s",
            audit.path("result").asText(),
            audit.path("coverage").asText() + " %",
            product.maker()));
    leaveEvidence(audit.path("auditId").asText());
  }

  private void accredit() {
    String id = auditor.participantId();
    boolean isAccredited =
        operator.door().all("accreditations").stream()
            .anyMatch(granted -> granted.path("participantId").asText().equals(id));
    if (!isAccredited) {
      operator.accredit(id);
    }
  }

  private String order(Workshop product) {
    String id = auditor.participantId();
    ObjectNode order = JSON.createObjectNode().put("auditorId", id);
    order.put("traceId", product.traceId());
    order.set("period", product.footprint().path("period"));
    order.put("depth", DEPTH);
    order.put("until", LocalDate.now(ZoneOffset.UTC).plusDays(90).toString());
    String mandate =
        Desk.await("the accreditation at " + product.maker(), () -> ordered(product, order));
    Desk.await(
        "the mandate at the auditor",
        () ->
            auditor.door().all("audits/mandates?side=RECEIVED").stream()
                .filter(received -> received.path("mandateId").asText().equals(mandate))
                .findFirst());
    return mandate;
  }

  /** Empty as long as the company has not heard that the auditor is accredited. */
  private static Optional<String> ordered(Workshop product, ObjectNode order) {
    try {
      return Optional.of(
          product.desk().door().post("audits/mandates", order).path("mandateId").asText());
    } catch (DoorRefused refused) {
      if (refused.status() == 409) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  /** A supplier of the product where a person is asked first; the others answer at once. */
  private static Workshop askingFirst(Workshop product) {
    return product.suppliers().stream().findFirst().orElse(product);
  }

  private static void answersAtOnce(Desk desk) {
    Door.Answer settings = desk.door().answer("audits/settings");
    if (!settings.body().path("mode").asText().equals("AUTOMATIC")) {
      desk.door()
          .put(
              "audits/settings",
              JSON.createObjectNode().put("mode", "AUTOMATIC"),
              settings.version());
    }
  }

  private JsonNode carryOut(String mandate, Workshop asking) {
    String id =
        auditor
            .door()
            .post("audits", JSON.createObjectNode().put("mandateId", mandate))
            .path("auditId")
            .asText();
    return Desk.await(
        "the end of the audit",
        () -> {
          approve(asking);
          return Optional.of(auditor.door().get("audits/" + id))
              .filter(audit -> audit.path("state").asText().equals("DONE"));
        });
  }

  private void approve(Workshop asking) {
    for (JsonNode waiting : asking.desk().door().all("audits/requests?state=WAITING")) {
      asking
          .desk()
          .door()
          .post("audits/requests/" + waiting.path("auditRequestId").asText() + "/approval", null);
      narrator.say("  (a person at " + asking.maker() + " agrees to show it to the auditor)");
    }
  }

  private void show(JsonNode hop) {
    Map<String, Workshop> byCompany = new HashMap<>();
    workshops.forEach(workshop -> byCompany.put(workshop.desk().participantId(), workshop));
    String did = hop.path("companyId").asText();
    Workshop workshop = byCompany.get(did.substring(did.lastIndexOf(':') + 1));
    narrator.say(
        String.format(
            Locale.ROOT,
            "    %-28s %-24s %-10s %s",
            workshop == null ? did : workshop.maker(),
            workshop == null ? "" : workshop.product(),
            hop.path("outcome").asText(),
            hop.path("reason").asText("")));
  }

  private void leaveEvidence(String audit) {
    try {
      Path bundle = evidence.resolve("bundle.json");
      Files.write(bundle, auditor.door().bytes("audits/" + audit + "/bundle"));
      Files.write(
          evidence.resolve("report.pdf"), auditor.door().bytes("audits/" + audit + "/report.pdf"));
      Files.write(evidence.resolve("trust-anchor.json"), operator.door().bytes("trust-anchor"));
      narrator.say("  evidence for anybody: deploy/verify " + bundle);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the evidence to " + evidence, e);
    }
  }
}
