package org.cfptrace.it.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.cfptrace.local.stack.Installation;
import org.cfptrace.local.stack.Login;
import org.cfptrace.local.story.Door;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo command as a visitor types it. */
class DemoIT {

  @TempDir Path directory;

  @Test
  void runsOnNoDataAndLeavesTheFiguresTheEvidenceAndNoProcessBehind() throws Exception {
    Path report = directory.resolve("report.json");

    Ended ended = demo("--data", data(), "--json", report.toString());

    assertThat(ended.code()).as(ended.output()).isZero();
    assertThat(cumulative(report)).containsExactly("3", "8", "18");
    assertThat(ended.output())
        .contains("  asks  Kitakami Steel Works for the footprint of its part Steel of the housing")
        .contains("  asks  Suwa Battery for the footprint of its part Traction battery")
        .contains("Kitakami Steel Works corrects its own figure by +0.6 kg CO2e")
        .contains("Electric car HM-18           18 → 18.6   listed by the aggregator: 18.6")
        .contains("Electric car HM-18         18.6 → 18   listed by the aggregator: 18")
        .contains("Hot-rolled coil HR-270   3 kg CO2e per kilogram")
        .contains("Battery pack BP-8   8 kg CO2e per piece   (handed on: Hot-rolled coil HR-270)")
        .contains("0.166666667 kg CO2e per kWh delivered over its life")
        .contains("Electric car HM-18   18 kg CO2e per piece   (handed on: Battery pack BP-8)")
        .contains("2 per kg, 0.00009 per km, 8 of it the battery")
        .contains("biggest: Electric car HM-18 10 (55.56 %), Traction battery 8 (44.44 %)")
        .contains("72083600 of Hot strip mill, specific total, t CO2e/t: 1.77514")
        .contains("not possible: SPLIT_WITHHELD")
        .contains("carbonFootprint kgCO2e/kWh: 0.158333")
        .contains("signed by the connector of Kitakami Steel Works")
        .contains("signed by the connector of Suwa Battery")
        .contains("signed by the connector of Hama Motors");
    DemoFiles files = new DemoFiles(directory.resolve("data"));
    files.assertArePrinted(ended.output());
    files.assertHoldTheirFigures();
    files.assertAreSignedAndInThePublicLog();
    assertThat(processesOn(data())).isEmpty();
    assertHasAllThatTheNextProgramNeeds(report);
    assertHoldsAndIsRefusedWithOneBitFlipped(directory.resolve("data/evidence/bundle.json"));
    startsAgainOnWhatItLeftAndStaysUntilItIsStopped();
  }

  private void assertHoldsAndIsRefusedWithOneBitFlipped(Path bundle) throws Exception {
    Ended evidence = run("verify", bundle.toString());
    assertThat(evidence.code()).as(evidence.output()).isZero();

    byte[] spoiled = Files.readAllBytes(bundle);
    spoiled[spoiled.length / 2] ^= 1;
    // Beside the good one, where the trust anchor is: only the bundle can be at fault.
    Path copy = Files.write(bundle.resolveSibling("spoiled.json"), spoiled);
    Ended refused = run("verify", copy.toString());
    assertThat(refused.code()).as(refused.output()).isBetween(1, 2);
    assertThat(refused.output()).doesNotContain("no trust anchor");
  }

  private void startsAgainOnWhatItLeftAndStaysUntilItIsStopped() throws Exception {
    Map<String, String> enrolled = participants();
    Path report = directory.resolve("second.json");
    Path output = directory.resolve("second.txt");
    Process demo = start("demo", output, "--data", data(), "--json", report.toString(), "--keep");
    try {
      awaitLine(demo, output, "Running until Ctrl-C");

      assertThat(cumulative(report)).containsExactly("3", "8", "18");
      assertThat(participants()).isEqualTo(enrolled).hasSize(5);
      assertThat(processesOn(data())).as("the search finds what runs").isNotEmpty();
      assertItsLoginsWork(report);
      assertThat(Files.readString(output, UTF_8))
          .as("URLs and log-ins for a person")
          .containsPattern("car-maker  http://127.0.0.1:\\d+/q/swagger-ui")
          .containsPattern("token: curl -u \\S+:\\S+ -d grant_type=client_credentials http://");
      demo.destroy();
      assertThat(demo.waitFor(60, TimeUnit.SECONDS)).as("ends when it is told to").isTrue();
      assertThat(processesOn(data())).isEmpty();
    } finally {
      demo.destroyForcibly();
    }
  }

  private static void assertItsLoginsWork(Path report) throws IOException {
    JsonNode services = new ObjectMapper().readTree(report.toFile()).path("services");
    for (JsonNode service : services) {
      Set<String> roles = new HashSet<>();
      service.path("roles").forEach(role -> roles.add(role.asText()));
      Login login =
          new Login(
              service.path("tokenUrl").asText(),
              service.path("clientId").asText(),
              service.path("clientSecret").asText(),
              roles);
      Door door = Door.of(URI.create(service.path("url").asText()), login);
      String path = roles.equals(Set.of("operator")) ? "applications" : "partners";
      assertThat(door.all(path)).as(service.path("name").asText()).isNotEmpty();
    }
    assertThat(services).hasSizeGreaterThanOrEqualTo(5);
  }

  /** Who enrolled, by the folder of its keys. */
  private Map<String, String> participants() throws IOException {
    Map<String, String> participants = new TreeMap<>();
    try (Stream<Path> folders = Files.list(directory.resolve("data/keys"))) {
      for (Path folder : folders.toList()) {
        participants.put(
            folder.getFileName().toString(), Files.readString(folder.resolve("participant.json")));
      }
    }
    return participants;
  }

  private static void awaitLine(Process process, Path output, String line)
      throws IOException, InterruptedException {
    Instant end = Instant.now().plus(Duration.ofMinutes(10));
    while (!Files.readString(output, UTF_8).contains(line)) {
      assertThat(process.isAlive() && Instant.now().isBefore(end))
          .as(Files.readString(output, UTF_8))
          .isTrue();
      Thread.sleep(200);
    }
  }

  private static void assertHasAllThatTheNextProgramNeeds(Path report) throws IOException {
    JsonNode root = new ObjectMapper().readTree(report.toFile());

    assertThat(root.fieldNames())
        .toIterable()
        .containsExactly("steps", "services", "kafka", "databases", "elapsedMs");
    assertThat(root.path("steps").get(0).fieldNames())
        .toIterable()
        .containsExactly("company", "product", "own", "cumulative", "unit", "sees");
    assertThat(root.path("services").get(0).fieldNames())
        .toIterable()
        .containsExactly("name", "url", "tokenUrl", "clientId", "clientSecret", "roles");
  }

  @Test
  void endsWithTwoAndItsUsageForAWordItDoesNotKnow() throws Exception {
    Ended ended = demo("--kepe");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.output()).contains("unknown option --kepe").contains("usage: deploy/demo");
  }

  @Test
  void namesTheStepThatFailedWithTheProblemAndTheLog() throws Exception {
    Path companies = Files.createDirectory(directory.resolve("companies"));
    Files.writeString(
        companies.resolve("careless.yaml"),
        """
        application:
          name: Careless Company
          address: somewhere
          country: JP
          corporateNumber: "1234567890123"
          contact: {name: x, email: x@careless.example}
          roles: [SUPPLIER]
        """,
        UTF_8);

    Ended ended = demo("--data", data(), "--examples", companies.toString());

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.output())
        .contains("FAILED at: admission of Careless Company")
        .contains("corporateNumber")
        .contains("registry.log");
    assertThat(processesOn(data())).isEmpty();
    forgetsWhatItLeft("--data", data(), "--examples", companies.toString(), "--clean");
  }

  private void forgetsWhatItLeft(String... options) throws Exception {
    Path anchor = directory.resolve("data/authority/trust-anchor.json");
    String before = Files.readString(anchor, UTF_8);

    demo(options);

    assertThat(Files.readString(anchor, UTF_8)).as("of another registry").isNotEqualTo(before);
    assertThat(processesOn(data())).isEmpty();
  }

  private String data() {
    return directory.resolve("data").toString();
  }

  private record Ended(int code, String output) {}

  private Ended demo(String... options) throws IOException, InterruptedException {
    return run("demo", options);
  }

  private Ended run(String program, String... options) throws IOException, InterruptedException {
    Path output = Files.createTempFile(directory, program, ".txt");
    Process process = start(program, output, options);
    assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
    return new Ended(process.exitValue(), Files.readString(output, UTF_8));
  }

  private static Process start(String program, Path output, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Installation.find().root().resolve("deploy").resolve(program).toString());
    command.addAll(List.of(options));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }

  private static List<String> cumulative(Path report) throws IOException {
    List<String> figures = new ArrayList<>();
    for (JsonNode step : new ObjectMapper().readTree(report.toFile()).path("steps")) {
      figures.add(
          new BigDecimal(step.path("cumulative").asText()).stripTrailingZeros().toPlainString());
    }
    return figures;
  }

  private static List<String> processesOn(String data) {
    return ProcessHandle.allProcesses()
        .map(process -> process.info().commandLine().orElse(""))
        .filter(line -> line.contains(data))
        .toList();
  }
}
