package org.cfptrace.it.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.cfptrace.local.stack.DataDirectory;
import org.cfptrace.local.stack.Installation;
import org.cfptrace.local.stack.LocalStack;
import org.cfptrace.local.stack.Service;
import org.cfptrace.local.stack.StackOptions;
import org.cfptrace.local.story.Company;
import org.cfptrace.local.story.CompanyFiles;
import org.cfptrace.local.story.Door;
import org.cfptrace.local.story.DoorRefused;
import org.cfptrace.local.story.Story;

/**
 * An analyst's questions at the aggregator while it holds many products of one company: each the
 * footprint of one product, drawn by seed, over HTTP with a token, one after the other; against the
 * bare round trip to the same process in the same run. Before that the products go in as a file,
 * and after a {@code kill -9} the company's graph is read anew; both are told.
 *
 * <p>Arguments: products (default 1,000,000), questions (default 5,000), seed (default 1).
 */
public final class QueryBench {
  private static final String COMPANY = "steel-mill";
  private static final int USUAL = 1_000_000;
  private static final int QUESTIONS = 5000;
  private static final int HEAP_MEGABYTES = 6144;
  private static final int UNAVAILABLE = 503;
  private static final Duration PATIENCE = Duration.ofHours(1);
  private static final ObjectMapper JSON = new ObjectMapper();

  private QueryBench() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    int products = arguments.length > 0 ? Integer.parseInt(arguments[0]) : USUAL;
    int questions = arguments.length > 1 ? Integer.parseInt(arguments[1]) : QUESTIONS;
    long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
    Path data = Files.createTempDirectory("cfptrace-bench");
    StackOptions options = StackOptions.in(data).measured(HEAP_MEGABYTES);
    try (LocalStack stack = LocalStack.start(options, line -> say("starting %s", line))) {
      List<Company> companies =
          CompanyFiles.read(Installation.find().examples("three-tiers")).stream()
              .filter(company -> company.key().equals(COMPANY))
              .toList();
      Story story = new Story(stack, companies, line -> {});
      story.openTheDoors();
      Door analyst =
          Door.of(
              stack.service(LocalStack.AGGREGATOR).url(),
              stack.analyst(COMPANY, story.desk(COMPANY).did()));
      SeededProducts drawn = new SeededProducts(products, seed);
      say("%,d products, sent as one file ...", products);
      long start = System.nanoTime();
      load(analyst, drawn, data.resolve("products.ndjson"));
      double loaded = since(start);
      say("taken in %.0f s: %,.0f products a second", loaded, products / loaded);
      measure(stack.service(LocalStack.AGGREGATOR), analyst, drawn, questions, new Random(seed));
    } finally {
      DataDirectory.delete(data);
    }
  }

  private static void measure(
      Service aggregator, Door analyst, SeededProducts products, int questions, Random random)
      throws InterruptedException {
    aggregator.kill();
    aggregator.start();
    aggregator.awaitReady();
    long start = System.nanoTime();
    awaitGraph(analyst, products);
    say("after kill -9: products read and added up anew in %.0f s", since(start));
    HeapWatch heap = new HeapWatch(aggregator.url());
    ask(analyst, products, questions, random);
    Latencies asked = ask(analyst, products, questions, random);
    heap.look();
    Latencies bare = bare(aggregator.url(), questions);
    say("footprint of one product of %,d  %s   (aim p99 10)", products.products(), asked);
    say("bare round trip to the process   %s", bare);
    say("heap in use %,d MB", heap.most() >> 20);
  }

  /** Sends all products as one file. */
  static void load(Door analyst, SeededProducts products, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (int number = 0; number < products.products(); number++) {
        out.write(line(products, number));
      }
    }
    JsonNode answer =
        analyst.upload(
            "structure-imports",
            "application/x-ndjson",
            HttpRequest.BodyPublishers.ofFile(file),
            PATIENCE);
    if (!answer.path("state").asText().equals("DONE")) {
      throw new IllegalStateException("the import ended as " + answer);
    }
  }

  /** Asks for the footprints of so many products, one after the other. */
  static Latencies ask(Door analyst, SeededProducts products, int questions, Random random) {
    Latencies asked = new Latencies();
    for (int i = 0; i < questions; i++) {
      String path = footprint(products, random.nextInt(products.products()));
      long start = System.nanoTime();
      analyst.get(path);
      asked.add(System.nanoTime() - start);
    }
    return asked;
  }

  static String footprint(SeededProducts products, int number) {
    return "products/" + Door.encode(products.id(number).toString()) + "/footprint";
  }

  private static void awaitGraph(Door analyst, SeededProducts products)
      throws InterruptedException {
    while (true) {
      try {
        analyst.get(footprint(products, 0));
        return;
      } catch (DoorRefused refused) {
        if (refused.status() != UNAVAILABLE) {
          throw refused;
        }
        Thread.sleep(100);
      }
    }
  }

  private static Latencies bare(URI service, int times) throws InterruptedException {
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    HttpRequest live = HttpRequest.newBuilder(service.resolve("/q/health/live")).build();
    Latencies bare = new Latencies();
    for (int i = 0; i < times; i++) {
      long start = System.nanoTime();
      try {
        http.send(live, HttpResponse.BodyHandlers.ofByteArray());
      } catch (IOException e) {
        throw new IllegalStateException("no answer from " + live.uri(), e);
      }
      bare.add(System.nanoTime() - start);
    }
    return bare;
  }

  /** A product as the aggregator's door takes it; what it buys is put in as an estimate. */
  private static byte[] line(SeededProducts products, int number) {
    ObjectNode product = JSON.createObjectNode();
    product.put("traceId", products.id(number).toString());
    product.put("name", "part " + number).put("unit", "piece");
    ObjectNode own = product.putObject("own");
    own.put("primaryActivityData", true).put("primaryEmissionFactor", true);
    values(own.putArray("values"), products.amounts(number));
    ArrayNode lines = product.putArray("lines");
    for (SeededProducts.Line line : products.lines(number)) {
      ObjectNode written = lines.addObject();
      written.put("lineId", Integer.toString(lines.size())).put("partName", "part");
      written.put("amount", BigDecimal.valueOf(line.thousandths(), 3).toPlainString());
      written.put("unit", "piece");
      written.put("yield", BigDecimal.valueOf(line.yieldPercent(), 2).toPlainString());
      if (line.part() < products.products()) {
        written.put("kind", "OWN").put("ownTraceId", products.id(line.part()).toString());
      } else {
        ObjectNode estimate = written.put("kind", "TERMINAL").putObject("estimate");
        values(estimate.putArray("values"), products.amounts(line.part()));
        estimate.put("origin", "SECONDARY");
      }
    }
    return (product + "\n").getBytes(UTF_8);
  }

  private static void values(ArrayNode values, long[] micrograms) {
    value(values, "pre", micrograms[0]);
    value(values, "main", micrograms[1]);
  }

  private static void value(ArrayNode values, String stage, long micrograms) {
    values
        .addObject()
        .put("stage", stage)
        .put("account", "fossil")
        .put("value", BigDecimal.valueOf(micrograms, 9).toPlainString());
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  @SuppressWarnings("SystemOut") // a program for people: what it prints is what it is for
  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
