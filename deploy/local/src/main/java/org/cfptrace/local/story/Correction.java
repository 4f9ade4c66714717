package org.cfptrace.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The last chapter: the company at the top corrects a figure, and the figures of all tiers below
 * follow without anybody's doing; then it corrects back, and they follow again.
 */
final class Correction {

  private static final BigDecimal MORE = new BigDecimal("0.6");

  private final List<Workshop> workshops;
  private final FinalProducts finalProducts;
  private final Narrator narrator;

  /** The workshops in the order of supply. */
  Correction(List<Workshop> workshops, FinalProducts finalProducts, Narrator narrator) {
    this.workshops = List.copyOf(workshops);
    this.finalProducts = finalProducts;
    this.narrator = narrator;
  }

  /** The first product that somebody buys and that has emissions to correct. */
  Optional<Workshop> corrected() {
    return workshops.stream()
        .filter(workshop -> !workshop.customers().isEmpty())
        .filter(workshop -> workshop.latestEmissions().flatMap(Correction::raised).isPresent())
        .findFirst();
  }

  void tell(Workshop first) {
    ObjectNode fromFile = first.latestEmissions().orElseThrow();
    int postedSinceFile = first.emissionsPosted() - first.emissionsInFile();
    narrator.say("");
    if (postedSinceFile > 1) {
      narrator.say("A correction: told at an earlier start; a product's figure goes out by itself");
      narrator.say(
          "  three times a day to each customer, what comes after that waits for a person");
      return;
    }
    narrator.say("A correction (the first company posts another figure; all others only watch)");
    if (postedSinceFile == 0) {
      correct(
          first,
          raised(fromFile).orElseThrow(),
          "corrects its own figure by +" + MORE + " kg CO2e");
    }
    correct(first, fromFile, "corrects it back");
  }

  private void correct(Workshop first, ObjectNode emissions, String what) {
    narrator.say("  " + first.maker() + " " + what);
    Map<Workshop, String> before = new LinkedHashMap<>();
    for (Workshop workshop : workshops) {
      if (workshop.restsOn(first)) {
        before.put(workshop, Answers.total(workshop.footprint()));
      }
    }
    first.desk().postEmissions(first.traceId(), emissions);
    before.forEach(this::follow);
  }

  private void follow(Workshop workshop, String before) {
    workshop.suppliers().forEach(supplier -> awaitTold(workshop, supplier));
    String listed = workshop.customers().isEmpty() ? "   listed by the aggregator: " : "";
    if (!listed.isEmpty()) {
      listed +=
          finalProducts.awaitListed(
              workshop.desk(), workshop.traceId(), () -> agreeToChanges(workshop));
    }
    narrator.say(
        String.format(
            Locale.ROOT,
            "    %-28s %-24s %6s → %s%s",
            workshop.maker(),
            workshop.product(),
            before,
            Answers.total(workshop.footprint()),
            listed));
  }

  /** Until the buyer holds the figure that the supplier's own footprint shows now. */
  private void awaitTold(Workshop buyer, Workshop supplier) {
    JsonNode footprint = supplier.footprint();
    String supplierId = supplier.desk().participantId();
    Desk.await(
        "the figure of " + Answers.total(footprint) + " from " + supplier.maker(),
        () -> {
          agreeToChanges(supplier);
          return buyer.desk().declarationsReceived().stream()
              .filter(received -> Answers.isFrom(received, supplierId))
              .filter(received -> Answers.traceId(received).equals(supplier.traceId()))
              .filter(Answers::isActive)
              .filter(received -> Answers.isSameFigure(received, footprint))
              .findFirst();
        });
  }

  /** What is too small, or too often a day, to go out by itself waits for a person. */
  private void agreeToChanges(Workshop maker) {
    if (maker.desk().approveCorrections(maker.traceId()) > 0) {
      narrator.say("    (a person at " + maker.maker() + " agrees to " + maker.product() + ")");
    }
  }

  /** The same emissions with more of the first plain fossil value, if there is one. */
  private static Optional<ObjectNode> raised(ObjectNode emissions) {
    ObjectNode raised = emissions.deepCopy();
    for (JsonNode value : raised.path("values")) {
      if (value instanceof ObjectNode cell && cell.path("account").asText().equals("fossil")) {
        BigDecimal more = new BigDecimal(cell.path("value").asText("0")).add(MORE);
        cell.put("value", more.toPlainString());
        return Optional.of(raised);
      }
    }
    return Optional.empty();
  }
}
