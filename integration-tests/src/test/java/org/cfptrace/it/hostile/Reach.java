package org.cfptrace.it.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.header.Header;
import org.cfptrace.it.Platform;
import org.cfptrace.local.stack.Postgres;
import org.cfptrace.local.story.Desk;
import org.cfptrace.local.story.Door;
import org.cfptrace.local.story.DoorRefused;
import org.cfptrace.verify.Seen;
import org.cfptrace.verify.StrictReader;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Everything a company can lay its hands on: its database, its log, every byte on every topic it
 * may read, what its own keys open, every answer of its own doors, its metrics. The public
 * directory is left out; it is looked at elsewhere.
 */
final class Reach {

  private static final String DIRECTORY = "cfp.directory";

  private final Platform platform;
  private final String company;
  private final BiConsumer<String, byte[]> visitor;

  private Reach(Platform platform, String company, BiConsumer<String, byte[]> visitor) {
    this.platform = platform;
    this.company = company;
    this.visitor = visitor;
  }

  /** Shows the visitor each thing with the place where it lies. */
  static void of(Platform platform, String company, BiConsumer<String, byte[]> visitor)
      throws Exception {
    Reach reach = new Reach(platform, company, visitor);
    reach.doors();
    EveryAnswer.ofConnector(platform, company, visitor);
    EveryAnswer.ofAggregator(platform, company, visitor);
    reach.topics();
    dump(platform.stack().database(company), visitor);
    visitor.accept("log", Files.readAllBytes(platform.stack().data().log(company)));
  }

  /** Every row of every table of a database. */
  static void dump(Postgres.Database database, BiConsumer<String, byte[]> visitor)
      throws SQLException, IOException {
    try (Connection connection =
        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password())) {
      CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
      for (String table : tables(connection)) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        copy.copyOut("COPY " + table + " TO STDOUT", out);
        visitor.accept("database " + table, out.toByteArray());
      }
    }
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables"
                    + " WHERE schemaname NOT IN ('pg_catalog', 'information_schema')")) {
      while (found.next()) {
        tables.add(found.getString(1));
      }
    }
    return tables;
  }

  private void doors() throws Exception {
    Desk desk = platform.desk(company);
    for (String path : List.of("participant", "plants", "quarantine", "journal", "alarms")) {
      show(desk.door(), path);
    }
    show(desk.door(), "partners");
    for (String direction : List.of("ISSUED", "RECEIVED")) {
      for (JsonNode item : list(desk.door(), "declarations?direction=" + direction)) {
        show(desk.door(), "declarations/" + item.path("declarationId").asText());
      }
    }
    for (JsonNode item : list(desk.door(), "products")) {
      String product = "products/" + item.path("traceId").asText();
      for (String part : List.of("", "/bill-of-materials", "/emissions", "/footprint")) {
        show(desk.door(), product + part);
      }
    }
    show(desk.door(), "audits/settings");
    for (String path :
        List.of(
            "audits",
            "audits/mandates?side=ISSUED",
            "audits/mandates?side=RECEIVED",
            "audits/requests",
            "audits/access-journal",
            "audits/attestations")) {
      list(desk.door(), path);
    }
    for (String path : List.of("/q/metrics", "/q/health", "/q/openapi")) {
      HttpResponse<byte[]> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(desk.service().url().resolve(path)).build(),
                  HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new AssertionError(path + " answers " + answer.statusCode());
      }
      visitor.accept("door " + path, answer.body());
    }
  }

  private List<JsonNode> list(Door door, String path) {
    List<JsonNode> items = door.all(path);
    items.forEach(item -> visitor.accept("door " + path, item.toString().getBytes(UTF_8)));
    return items;
  }

  private void show(Door door, String path) {
    try {
      String answer = door.get(path).toString();
      visitor.accept("door " + path, answer.getBytes(UTF_8));
    } catch (DoorRefused refused) {
      visitor.accept("door " + path, refused.problem().toString().getBytes(UTF_8));
    }
  }

  private void topics() throws Exception {
    Properties settings = platform.kafkaOf(company);
    List<String> topics;
    try (Admin admin = Admin.create(settings)) {
      topics = List.copyOf(admin.listTopics().names().get());
    }
    for (String topic : topics) {
      if (!topic.equals(DIRECTORY)) {
        readIfAllowed(settings, topic);
      }
    }
  }

  // Who may write to a topic sees that it is there; what is in it, the broker shows its owner only.
  private void readIfAllowed(Properties settings, String topic) {
    boolean isOwn = topic.endsWith("." + platform.id(company));
    try {
      Topic.read(settings, topic, this::show);
    } catch (TopicAuthorizationException denied) {
      if (isOwn) {
        throw denied;
      }
    }
  }

  private void show(ConsumerRecord<byte[], byte[]> record) {
    String place = "topic " + record.topic() + " at " + record.offset();
    if (record.key() != null) {
      visitor.accept(place + ", key", record.key());
    }
    for (Header header : record.headers()) {
      visitor.accept(place + ", header", header.value());
      visitor.accept(place + ", header name", header.key().getBytes(UTF_8));
    }
    if (record.value() != null) {
      visitor.accept(place, record.value());
      reader()
          .open(record.value(), List.of(platform.keys(company).encryption()))
          .asOptional()
          .ifPresent(opened -> visitor.accept("envelope at " + record.offset(), opened));
    }
  }

  private StrictReader reader() {
    return new StrictReader(
        platform.identity(company), nobody -> Optional.empty(), Seen.nothing(), Clock.systemUTC());
  }
}
