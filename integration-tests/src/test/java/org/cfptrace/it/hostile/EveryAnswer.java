package org.cfptrace.it.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.cfptrace.it.Platform;
import org.cfptrace.local.stack.LocalStack;
import org.cfptrace.local.story.Desk;
import org.cfptrace.local.story.Door;
import org.cfptrace.local.story.DoorRefused;

/**
 * Every answer that a login can get by asking, without anybody having listed the doors: they are
 * taken from the service's own OpenAPI document, and what stands for {@code {traceId}} or {@code
 * {declarationId}} from the answers before.
 */
final class EveryAnswer {

  /** A stream says what its list says, and has no end. */
  static final String ENDLESS = "/api/v1/notifications/stream";

  /** What has to be asked for in so many words. */
  private static final Map<String, List<String>> QUESTIONS =
      Map.of(
          "/api/v1/declarations", List.of("direction=ISSUED", "direction=RECEIVED"),
          "/api/v1/requests", List.of("direction=SENT", "direction=RECEIVED"),
          "/api/v1/audits/mandates", List.of("side=ISSUED", "side=RECEIVED"),
          "/api/v1/products/{traceId}/comparison", List.of("from=2026-03-31"),
          "/api/v1/products/{traceId}/breakdown",
              List.of("by=stage", "by=account", "by=supplier", "by=plant", "by=material"));

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");
  private static final int MOST = 20_000;

  /** What one object of an answer says of the things that paths name, and where it was said. */
  private record Fact(String place, Map<String, String> values) {}

  private final Door door;
  private final String name;
  private final BiConsumer<String, byte[]> visitor;
  private final Map<String, List<String>> ways = new TreeMap<>();
  private final Set<String> names = new HashSet<>();
  private final Set<Fact> facts = new LinkedHashSet<>();
  private final Set<String> asked = new HashSet<>();
  private final Set<String> unopened = new TreeSet<>();

  private EveryAnswer(Door door, String name, BiConsumer<String, byte[]> visitor) {
    this.door = door;
    this.name = name;
    this.visitor = visitor;
  }

  /** Shows all that a company's own connector answers; returns the doors that gave no answer. */
  static Set<String> ofConnector(
      Platform platform, String company, BiConsumer<String, byte[]> visitor) {
    return of(platform.desk(company).door(), "door ", visitor);
  }

  /** Shows all that the aggregator answers to a company's analyst. */
  static Set<String> ofAggregator(
      Platform platform, String company, BiConsumer<String, byte[]> visitor) {
    Desk desk = platform.desk(company);
    LocalStack stack = platform.stack();
    Door door =
        Door.of(stack.service(LocalStack.AGGREGATOR).url(), stack.analyst(company, desk.did()));
    return of(door, "aggregator's door ", visitor);
  }

  /** Shows all that these doors answer, under names that begin so. */
  static Set<String> of(Door door, String name, BiConsumer<String, byte[]> visitor) {
    return new EveryAnswer(door, name, visitor).visit();
  }

  private Set<String> visit() {
    findWays();
    unopened.addAll(ways.keySet());
    boolean isNew = true;
    while (isNew) {
      isNew = false;
      for (Map.Entry<String, List<String>> way : ways.entrySet()) {
        for (Fact filling : fillings(way.getKey(), way.getValue())) {
          isNew |= askAll(way.getKey(), filling.values());
        }
      }
    }
    return unopened;
  }

  private void findWays() {
    JsonNode paths = door.get("/q/openapi?format=json").path("paths");
    for (Map.Entry<String, JsonNode> path : paths.properties()) {
      if (path.getValue().has("get") && !path.getKey().equals(ENDLESS)) {
        List<String> inPath =
            PARAMETER.matcher(path.getKey()).results().map(each -> each.group(1)).toList();
        ways.put(path.getKey(), inPath);
        names.addAll(inPath);
      }
    }
    if (ways.isEmpty()) {
      throw new AssertionError("the OpenAPI document names no door");
    }
  }

  private List<Fact> fillings(String path, List<String> parameters) {
    if (parameters.isEmpty()) {
      return List.of(new Fact(path, Map.of()));
    }
    // A bare id means something only where it was listed.
    String listedAt = parameters.contains("id") ? path.substring(0, path.indexOf('{')) : "";
    return facts.stream()
        .filter(fact -> fact.values().keySet().containsAll(parameters))
        .filter(fact -> (fact.place() + "/").startsWith(listedAt))
        .toList();
  }

  private boolean askAll(String way, Map<String, String> values) {
    String path =
        PARAMETER
            .matcher(way)
            .replaceAll(
                found -> Door.encode(values.getOrDefault(found.group(1), "")).replace("%2F", "/"));
    boolean isNew = ask(way, path, values);
    for (String question : QUESTIONS.getOrDefault(way, List.of())) {
      isNew |= ask(way, path + "?" + question, values);
    }
    return isNew;
  }

  private boolean ask(String way, String first, Map<String, String> values) {
    if (!asked.add(first)) {
      return false;
    }
    if (asked.size() > MOST) {
      throw new AssertionError("more than " + MOST + " answers: the last one was " + first);
    }
    String separator = first.contains("?") ? "&" : "?";
    String next = "";
    do {
      String path = next.isEmpty() ? first : first + separator + "after=" + Door.encode(next);
      JsonNode answer = answer(way, path);
      learn(pathOf(first), answer, values);
      next = answer.path("next").asText("");
    } while (!next.isEmpty() && !next.equals("null"));
    return true;
  }

  private static String pathOf(String address) {
    int question = address.indexOf('?');
    return question < 0 ? address : address.substring(0, question);
  }

  private JsonNode answer(String way, String path) {
    try {
      byte[] answer = door.bytes(path);
      unopened.remove(way);
      visitor.accept(name + path, answer);
      unpack(name + path, answer);
      return JSON.readTree(answer);
    } catch (DoorRefused refused) {
      // Closed to this login is an answer too: nothing is behind it.
      if (refused.status() == 403 || refused.status() == 204) {
        unopened.remove(way);
      }
      visitor.accept(name + path, refused.problem().toString().getBytes(UTF_8));
    } catch (IOException noJson) {
      // A report or a bundle: shown as it is, and nothing to learn from.
    }
    return JSON.nullNode();
  }

  private void unpack(String place, byte[] answer) {
    if (answer.length < 4 || answer[0] != 'P' || answer[1] != 'K') {
      return;
    }
    try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(answer))) {
      for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
        visitor.accept(place + ", file name", file.getName().getBytes(UTF_8));
        visitor.accept(place + ", file " + file.getName(), files.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What an object says holds for all within it. */
  private void learn(String place, JsonNode node, Map<String, String> around) {
    Map<String, String> values = new HashMap<>(around);
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (field.getValue().isValueNode() && !field.getValue().isNull()) {
        String meant = meaning(place, field.getKey());
        if (names.contains(meant)) {
          values.put(meant, field.getValue().asText());
        }
      }
    }
    if (!values.isEmpty()) {
      facts.add(new Fact(place, Map.copyOf(values)));
    }
    for (JsonNode within : node) {
      learn(place, within, values);
    }
  }

  /** Among exports, an exportId is what a path calls the id. */
  private static String meaning(String place, String field) {
    String listed = place.substring(place.lastIndexOf('/') + 1);
    return listed.endsWith("s") && field.equals(listed.substring(0, listed.length() - 1) + "Id")
        ? "id"
        : field;
  }
}
