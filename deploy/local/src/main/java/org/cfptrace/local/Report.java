package org.cfptrace.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.cfptrace.local.stack.KeyFile;
import org.cfptrace.local.stack.LocalStack;
import org.cfptrace.local.stack.Postgres;
import org.cfptrace.local.stack.Service;
import org.cfptrace.local.stack.StackFailure;
import org.cfptrace.local.story.Chapter;

/** What a run was, as JSON for programs that go on from here. */
final class Report {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Report() {}

  static ObjectNode of(LocalStack stack, List<Chapter> chapters, Duration elapsed) {
    ObjectNode report = JSON.createObjectNode();
    ArrayNode steps = report.putArray("steps");
    chapters.forEach(chapter -> steps.add(step(chapter)));
    ArrayNode services = report.putArray("services");
    stack.services().forEach(service -> services.add(service(service)));
    report.set("kafka", kafka(stack));
    ObjectNode databases = report.putObject("databases");
    stack
        .services()
        .forEach(
            service -> databases.set(service.name(), database(stack.database(service.name()))));
    report.put("elapsedMs", elapsed.toMillis());
    return report;
  }

  private static ObjectNode step(Chapter chapter) {
    ObjectNode step =
        JSON.createObjectNode()
            .put("company", chapter.company())
            .put("product", chapter.product())
            .put("own", chapter.own())
            .put("cumulative", chapter.cumulative())
            .put("unit", chapter.unit());
    ArrayNode sees = step.putArray("sees");
    chapter
        .sees()
        .forEach(
            seen ->
                sees.addObject()
                    .put("company", seen.company())
                    .put("product", seen.product())
                    .put("cumulative", seen.cumulative())
                    .put("unit", seen.unit()));
    return step;
  }

  private static ObjectNode service(Service service) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("name", service.name())
            .put("url", service.url().toString())
            .put("tokenUrl", service.login().tokenUrl())
            .put("clientId", service.login().clientId())
            .put("clientSecret", service.login().clientSecret());
    new TreeSet<>(service.login().roles()).forEach(node.putArray("roles")::add);
    return node;
  }

  private static ObjectNode kafka(LocalStack stack) {
    KeyFile trust = stack.broker().trust();
    return JSON.createObjectNode()
        .put("bootstrapServers", stack.broker().bootstrapServers())
        .put("securityProtocol", "SSL")
        .put("truststore", trust.path().toString())
        .put("truststorePassword", trust.password());
  }

  private static ObjectNode database(Postgres.Database database) {
    return JSON.createObjectNode()
        .put("jdbcUrl", database.jdbcUrl())
        .put("username", database.username())
        .put("password", database.password());
  }

  /** Writes all of it or, when that fails, leaves what was there. */
  static void write(ObjectNode report, Path file) {
    try {
      Path beside = Files.createTempFile(file.getParent(), "report", ".json");
      JSON.writerWithDefaultPrettyPrinter().writeValue(beside.toFile(), report);
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new StackFailure("cannot write " + file + ": " + e, e);
    }
  }
}
