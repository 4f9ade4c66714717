package org.cfptrace.decision;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.ClaimName;
import org.cfptrace.policy.AudienceViews;
import org.cfptrace.policy.Release;
import org.cfptrace.policy.ReleaseSwitch;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every file in {@code scenarios/} is a question and the whole expected answer, claim by claim. */
class ScenariosTest {
  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  private static final Map<String, ClaimName> CLAIMS =
      Arrays.stream(ClaimName.values()).collect(toMap(ClaimName::jsonName, claim -> claim));

  record Scenario(
      String story,
      Audience audience,
      Set<ReleaseSwitch> switchedOn,
      List<String> openedByPolicy,
      Map<Ground, List<String>> expected,
      boolean carriesOpening) {}

  @TestFactory
  Stream<DynamicTest> decidesAsTheScenarioSays() throws IOException, URISyntaxException {
    return scenarios().entrySet().stream()
        .map(each -> dynamicTest(each.getKey(), () -> decidesAs(each.getValue())));
  }

  @Test
  void everyAudienceHasAScenario() throws IOException, URISyntaxException {
    assertThat(scenarios().values().stream().map(Scenario::audience).collect(toUnmodifiableSet()))
        .containsExactlyInAnyOrder(Audience.values());
  }

  private static void decidesAs(Scenario scenario) {
    ViewDecision decision =
        new DecideView(AudienceViews.standard())
            .decide(
                scenario.audience(),
                new Release(scenario.switchedOn(), claims(scenario.openedByPolicy())));

    assertThat(decision.grounds()).as(scenario.story()).isEqualTo(grounds(scenario.expected()));
    assertThat(decision.carriesOpening()).isEqualTo(scenario.carriesOpening());
  }

  private static Map<ClaimName, Ground> grounds(Map<Ground, List<String>> expected) {
    Map<ClaimName, Ground> grounds = new EnumMap<>(ClaimName.class);
    expected.forEach(
        (ground, names) ->
            claims(names)
                .forEach(
                    claim ->
                        assertThat(grounds.put(claim, ground)).as("%s twice", claim).isNull()));
    return grounds;
  }

  private static Set<ClaimName> claims(Collection<String> names) {
    return names.stream()
        .map(
            name -> {
              assertThat(CLAIMS).containsKey(name);
              return CLAIMS.get(name);
            })
        .collect(toUnmodifiableSet());
  }

  private static Map<String, Scenario> scenarios() throws IOException, URISyntaxException {
    Path folder = Path.of(ScenariosTest.class.getResource("/scenarios").toURI());
    Map<String, Scenario> scenarios = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        scenarios.put(file.getFileName().toString(), YAML.readValue(file.toFile(), Scenario.class));
      }
    }
    return scenarios;
  }
}
