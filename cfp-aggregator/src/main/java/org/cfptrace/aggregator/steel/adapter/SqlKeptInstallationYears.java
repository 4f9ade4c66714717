package org.cfptrace.aggregator.steel.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.cfptrace.aggregator.steel.CalculateEmbeddedEmissions;
import org.cfptrace.aggregator.steel.DefaultValues;
import org.cfptrace.aggregator.steel.InstallationId;
import org.cfptrace.aggregator.steel.InstallationYear;
import org.cfptrace.aggregator.steel.KeptInstallationYear;
import org.cfptrace.aggregator.steel.KeptInstallationYears;
import org.cfptrace.aggregator.steel.ReportingYear;
import org.cfptrace.aggregator.steel.SteelResult;
import org.cfptrace.aggregator.steel.adapter.InstallationYearTable.Kept;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.http.Body;

/**
 * Computes a kept input again, with the set of default values its result names, and holds the
 * outcome against the result that was kept: a figure that has been answered is never replaced by
 * another one in silence.
 */
@ApplicationScoped
class SqlKeptInstallationYears implements KeptInstallationYears {
  private final InstallationYearTable years;
  private final DefaultValueSetTable defaults;
  private final ObjectMapper json;

  SqlKeptInstallationYears(
      InstallationYearTable years, DefaultValueSetTable defaults, ObjectMapper json) {
    this.years = years;
    this.defaults = defaults;
    this.json = json;
  }

  @Override
  public Optional<KeptInstallationYear> asOf(
      InstallationId installation, ReportingYear year, Instant asOf) {
    return years.asOf(installation, year, asOf).map(kept -> again(installation, year, kept));
  }

  private KeptInstallationYear again(InstallationId installation, ReportingYear year, Kept kept) {
    JsonNode answered = figures(tree(kept.result()));
    String name = answered.path("defaultValues").asText();
    DefaultValues atHand =
        defaults.named(name).orElseThrow(() -> changed(kept, "its default values: " + name));
    InstallationYear input =
        InstallationYearReader.read(Body.parse(kept.input().getBytes(UTF_8)), installation, year);
    SteelResult result =
        new CalculateEmbeddedEmissions(atHand)
            .of(input)
            .fold(
                done -> done,
                faults -> {
                  throw changed(kept, "its input is refused today: " + faults.get(0).message());
                });
    if (!figures(json.valueToTree(SteelResultForm.of(result))).equals(answered)) {
      throw changed(kept, "other figures come out of its input today");
    }
    return new KeptInstallationYear(
        kept.version(), kept.savedAt(), sha256(kept.input()), result, atHand);
  }

  /** What was answered but for its sentences: another wording is no other figure. */
  private static JsonNode figures(JsonNode result) {
    if (result instanceof ObjectNode object) {
      object.remove("explanation");
      object.remove("flags");
    }
    return result;
  }

  private static Refused changed(Kept kept, String why) {
    return new Refused(
        ProblemCode.CONFLICT,
        "version " + kept.version() + " cannot be reproduced, calculate it anew: " + why);
  }

  private JsonNode tree(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was kept is not JSON", e);
    }
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
