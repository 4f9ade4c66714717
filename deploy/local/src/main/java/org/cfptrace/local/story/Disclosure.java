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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cfptrace.local.stack.LocalStack;

/**
 * What authorities and customers are given: the mill's CBAM summary, the battery's declaration, the
 * car's part list, each ordered at the aggregator, signed by the company's own connector, and
 * written to a folder.
 */
final class Disclosure {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String INSTALLATION = "kitakami-works";
  private static final String REASON = "made for a demonstration, company data is not stated";

  private static final List<String> OF_THE_WHOLE =
      List.of("export.zip", "manifest.json", "signature.jwt", "log-proof.json", "job.json");

  private final LocalStack stack;
  private final Path folder;
  private final Narrator narrator;

  Disclosure(LocalStack stack, Path folder, Narrator narrator) {
    this.stack = stack;
    this.folder = folder;
    this.narrator = narrator;
  }

  void tell(Workshop workshop) {
    Door officer =
        Door.of(
            stack.service(LocalStack.AGGREGATOR).url(),
            stack.analyst(workshop.desk().service().name(), workshop.desk().did()));
    switch (workshop.category()) {
      case "steel" -> {
        calculateSteel(officer);
        export(workshop, officer, steelOrder(), "CBAM operator's summary");
      }
      case "battery" -> {
        tryWithoutTheSplit(workshop, officer);
        ExampleBattery battery = new ExampleBattery(workshop.desk().did());
        battery.write(officer);
        export(
            workshop,
            officer,
            batteryOrder(workshop, battery.traceId()),
            "EU battery declaration, Article 7(1), of " + ExampleBattery.NAME);
      }
      default ->
          export(
              workshop,
              officer,
              order("VEHICLE_PART_LIST", Optional.of(workshop.traceId())),
              "part list of the vehicle");
    }
  }

  /** Its steel came with a total alone: nobody can say how much of it belongs to which stage. */
  private void tryWithoutTheSplit(Workshop workshop, Door officer) {
    narrator.say("  " + workshop.maker() + ": EU battery declaration of " + workshop.product());
    String id = orderOnceAnchored(officer, batteryOrder(workshop, workshop.traceId()));
    if (officer.get("exports/" + id).path("state").asText().equals("BLOCKED")) {
      narrator.say(
          "    not possible: "
              + String.join(", ", blocking(officer, id))
              + " (its steel was told as a total, without stages)");
      officer.post("exports/" + id + "/cancellation", null);
    }
  }

  private void export(Workshop workshop, Door officer, ObjectNode order, String title) {
    narrator.say("  " + workshop.maker() + ": " + title);
    String id = orderOnceAnchored(officer, order);
    JsonNode export = officer.get("exports/" + id);
    if (export.path("state").asText().equals("BLOCKED")) {
      narrator.say("    blocked by " + String.join(", ", blocking(officer, id)));
      narrator.say("    the disclosure officer goes on: \"" + REASON + "\"");
      officer.post("exports/" + id + "/override", JSON.createObjectNode().put("reason", REASON));
      awaitOneOf(officer, id, List.of("READY", "SIGNED"));
    }
    results(officer, id);
    sign(workshop, officer, id);
    awaitLog(officer, id);
    Path at = write(officer, id, order.path("target").asText());
    narrator.say("    files " + at);
  }

  /** What was declared a moment ago may not be in the public log yet: the job waits for it. */
  private static String orderOnceAnchored(Door officer, ObjectNode order) {
    String id = officer.post("exports", order).path("id").asText();
    return Desk.await(
        "an export whose inputs are all in the public log",
        () -> {
          JsonNode seen = awaitOneOf(officer, id, List.of("READY", "SIGNED", "BLOCKED"));
          boolean waits = blocking(officer, id).contains("NOT_ANCHORED");
          // It may have gone on between the two questions.
          return waits || !officer.get("exports/" + id).equals(seen)
              ? Optional.empty()
              : Optional.of(id);
        });
  }

  private static JsonNode awaitOneOf(Door officer, String id, List<String> states) {
    return Desk.await(
        "an export that is one of " + states,
        () ->
            Optional.of(officer.get("exports/" + id))
                .filter(export -> states.contains(export.path("state").asText())));
  }

  private static List<String> blocking(Door officer, String id) {
    List<String> codes = new ArrayList<>();
    for (JsonNode subject : officer.all("exports/" + id + "/subjects")) {
      for (JsonNode finding : subject.path("findings")) {
        String code = finding.path("code").asText();
        if (!finding.path("weight").asText().equals("WARNS") && !codes.contains(code)) {
          codes.add(code);
        }
      }
    }
    return codes;
  }

  /** The figures of the first subject, as its manifest has them. */
  private void results(Door officer, String id) {
    officer
        .get("exports/" + id + "/subjects/1")
        .path("results")
        .forEach(
            result ->
                narrator.say(
                    "    " + result.path("name").asText() + ": " + result.path("text").asText()));
  }

  /** The company's own disclosure officer compares the digest and signs, at its own connector. */
  private void sign(Workshop workshop, Door officer, String id) {
    Door connector = workshop.desk().door();
    String exportId = officer.get("exports/" + id).path("exportId").asText();
    JsonNode request =
        Desk.await(
            "the request to sign at " + workshop.maker(),
            () ->
                connector.all("signature-requests").stream()
                    .filter(each -> each.path("exportId").asText().equals(exportId))
                    .filter(each -> each.path("state").asText().equals("WAITING"))
                    .findFirst());
    connector.post(
        "signature-requests/" + request.path("requestId").asText() + "/signature",
        JSON.createObjectNode().put("manifestSha256", request.path("manifestSha256").asText()));
    awaitOneOf(officer, id, List.of("SIGNED"));
    narrator.say("    signed by the connector of " + workshop.maker());
  }

  /** Whoever gets the files can prove by the log since when the signature is there. */
  private static void awaitLog(Door officer, String id) {
    Desk.await(
        "the proof of the public log for the signature of an export",
        () ->
            Optional.of(officer.get("exports/" + id))
                .filter(export -> export.path("signature").hasNonNull("loggedAt")));
  }

  /**
   * Its files as they are in the ZIP, unpacked; the ZIP beside them, and what makes it a proof: the
   * manifest, its signature, the log's proof of that, and the times of the job.
   */
  private Path write(Door officer, String id, String target) {
    Path at = folder.resolve(target);
    try {
      Path whole = Files.createDirectories(at.resolve("signed"));
      for (JsonNode subject : officer.all("exports/" + id + "/subjects")) {
        JsonNode one = officer.get("exports/" + id + "/subjects/" + subject.path("place").asText());
        for (JsonNode file : one.path("files")) {
          String path = file.path("path").asText();
          Files.write(
              at.resolve(path.substring(path.lastIndexOf('/') + 1)),
              officer.bytes("exports/" + id + "/files/" + path));
        }
      }
      for (String name : OF_THE_WHOLE) {
        Files.write(whole.resolve(name), officer.bytes("exports/" + id + "/files/" + name));
      }
      return at;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the files of an export to " + at, e);
    }
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  private static int year() {
    return today().getYear();
  }

  private static ObjectNode order(String target, Optional<String> product) {
    ObjectNode order = JSON.createObjectNode().put("target", target);
    order
        .putObject("period")
        .put("from", today().minusYears(1).plusDays(1).toString())
        .put("to", today().toString());
    product.ifPresent(traceId -> order.putArray("products").addObject().put("traceId", traceId));
    return order;
  }

  private static ObjectNode batteryOrder(Workshop workshop, String product) {
    ObjectNode order = order("EU_BATTERY_ART7", Optional.of(product));
    ObjectNode options = order.putObject("options");
    options
        .putObject("manufacturer")
        .put("name", workshop.maker())
        .put("tradeMark", "SUWA")
        .put("address", "4-5-6 Kogan-dori, Suwa, Nagano 諏訪市湖岸通り");
    options.put("declarationOfConformity", "EU-DoC-BP-8-2026");
    options.put("study", "https://battery.example/studies/bp-8.pdf");
    return order;
  }

  private static ObjectNode steelOrder() {
    ObjectNode order = order("CBAM_SUMMARY_2547", Optional.empty());
    order.put("plant", INSTALLATION);
    order.putObject("period").put("from", year() + "-01-01").put("to", year() + "-12-31");
    return order;
  }

  /** The published chain: sinter, pig iron, crude steel, hot-rolled coil. */
  private static void calculateSteel(Door officer) {
    String path = "steel/installations/" + INSTALLATION + "/years/" + year();
    try {
      officer.get(path);
    } catch (DoorRefused notThereYet) {
      if (notThereYet.status() != 404) {
        throw notThereYet;
      }
      officer.put(path, SteelYear.of(year()), Optional.empty());
    }
  }
}
