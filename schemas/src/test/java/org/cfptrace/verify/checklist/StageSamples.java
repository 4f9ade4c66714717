package org.cfptrace.verify.checklist;

import static org.cfptrace.verify.Reason.MALFORMED_CLAIM;
import static org.cfptrace.verify.checklist.Spoil.replacing;

import java.util.stream.Stream;

/** Stage profiles: a declaration divides all it says by the stages of one, within its boundary. */
final class StageSamples {
  private static final String RATING = "{\"TeR\":\"1\",\"TiR\":\"2\",\"GeR\":\"1.5\"}";

  private StageSamples() {}

  static Stream<Sample> all() {
    return Stream.of(
        accepted("accepted-battery", "the stages of a battery, to the end of its life", battery()),
        accepted(
            "accepted-catena-x",
            "the stages of Catena-X",
            DeclarationForge.nextTier()
                .claim("quality", quality("production"))
                .claim(
                    "stages",
                    "{\"profile\":\"CATENA_X\",\"cells\":{\"production\":{\"fossil\":\"3\","
                        + "\"biogenicUptake\":\"-0.5\",\"landManagementRemovals\":\"-0.25\"},"
                        + "\"packaging\":{\"fossil\":\"0.15\"},\"transport\":{\"fossil\":\"0.1\"}}}")),
        spoiled(
            "stages-of-another-profile",
            "a stage that the profile named does not have",
            "stages",
            "mainProduction",
            "main"),
        spoiled(
            "credit-before-the-end-of-life",
            "a credit for recycling in another stage",
            "stages",
            "\"fossil\":\"1\"},\"endOfLife\":{",
            "\"fossil\":\"1\","),
        spoiled(
            "own-of-another-profile",
            "own emissions in stages of another profile",
            "own",
            "mainProduction",
            "main"),
        spoiled(
            "quality-of-another-profile",
            "a rating of a process of another profile",
            "quality",
            "rawMaterial",
            "pre"),
        spoiled(
            "quality-of-two-profiles",
            "ratings of processes of two profiles",
            "quality",
            "{\"rawMaterial\"",
            "{\"main\":" + RATING + ",\"rawMaterial\""),
        spoiled(
            "own-quality-of-another-profile",
            "a rating of own emissions for a process of another profile",
            "process",
            "mainProduction",
            "production"),
        spoiled(
            "sizes-of-another-profile",
            "sizes of lines without a declaration in a stage of another profile",
            "process",
            "\"rawMaterial\":\"0.5\"",
            "\"main\":\"0.5\""),
        spoiled(
            "rest-quality-of-another-profile",
            "a rating of lines without a declaration for a process of another profile",
            "process",
            "\"rawMaterial\":{",
            "\"main\":{"),
        spoiled(
            "end-of-life-within-the-gate",
            "an end of life in a declaration that ends at the gate",
            "method",
            "CRADLE_TO_GRAVE",
            "CRADLE_TO_GATE"));
  }

  /** The same kilograms as the other samples, and what an auditor is shown beside them. */
  private static DeclarationForge battery() {
    return DeclarationForge.nextTier()
        .claim(
            "method",
            "{\"standards\":[\"ISO 14067:2018\"],\"gwp\":\"AR6\","
                + "\"boundary\":\"CRADLE_TO_GRAVE\"}")
        .claim("quality", quality("rawMaterial"))
        .claim(
            "stages",
            "{\"profile\":\"EU_BATTERY\",\"cells\":{\"rawMaterial\":{\"fossil\":\"2.25\","
                + "\"biogenicUptake\":\"-0.5\"},\"mainProduction\":{\"fossil\":\"1\"},"
                + "\"endOfLife\":{\"endOfLifeCredit\":\"-0.25\"}}}")
        .claim(
            "own",
            "{\"mainProduction\":{\"fossil\":\"1\"},\"endOfLife\":{\"endOfLifeCredit\":\"-0.25\"}}")
        .claim(
            "process",
            "{\"own\":"
                + quality("mainProduction")
                + ",\"rest\":{\"sizes\":{\"rawMaterial\":\"0.5\"},\"quality\":"
                + quality("rawMaterial")
                + ",\"estimatedShare\":\"1\"}}");
  }

  private static String quality(String process) {
    return "{\"primaryDataShare\":\"100\",\"scale\":\"ONE_TO_FIVE\",\"byProcess\":{\""
        + process
        + "\":"
        + RATING
        + "}}";
  }

  private static Sample accepted(String name, String what, DeclarationForge forge) {
    return Samples.declaration(0, name, what, Sample.ACCEPTED, Setting.STANDARD, forge);
  }

  private static Sample spoiled(
      String defect, String spoiled, String claim, String from, String to) {
    return Samples.declaration(
        0,
        defect,
        spoiled,
        MALFORMED_CLAIM.name(),
        Setting.STANDARD,
        battery().content(claim, replacing(from, to)));
  }
}
