package org.cfptrace.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.local.stack.DataDirectory;
import org.cfptrace.local.stack.Installation;
import org.cfptrace.local.stack.KeyFile;
import org.cfptrace.local.stack.LocalStack;
import org.cfptrace.local.stack.StackOptions;
import org.cfptrace.local.story.Chapter;
import org.cfptrace.local.story.Company;
import org.cfptrace.local.story.CompanyFiles;
import org.cfptrace.local.story.Desk;
import org.cfptrace.local.story.Story;
import org.cfptrace.participant.ParticipantKeys;

/**
 * The one platform of this JVM: the three companies that are shipped and a second steel maker, with
 * their first story told. It starts when it is first asked for and ends with the JVM.
 */
public final class Platform {

  /** The first tier, whose affairs are nobody's business but its customer's. */
  public static final String A = "steel-mill";

  /** The second tier. */
  public static final String B = "parts-maker";

  /** The third tier. */
  public static final String C = "car-maker";

  /** Another company of the first tier. */
  public static final String A2 = "scrap-mill";

  private final LocalStack stack;
  private final Story story;
  private final List<Company> companies;
  private final List<Chapter> chapters;
  private final Map<String, String> ids = new HashMap<>();
  private final Map<String, ParticipantKeys> keys = new HashMap<>();

  private Platform(LocalStack stack, Story story, List<Company> companies) {
    this.stack = stack;
    this.story = story;
    this.companies = companies;
    this.chapters = story.tell();
    for (Company company : companies) {
      ids.put(company.key(), desk(company.key()).participantId());
    }
  }

  private static final class Holder {
    static final Platform PLATFORM = start();
  }

  public static Platform get() {
    return Holder.PLATFORM;
  }

  private static Platform start() {
    Installation installation = Installation.find();
    Path target = installation.root().resolve("integration-tests/target");
    Path data = target.resolve("platform");
    DataDirectory.delete(data);
    List<Company> companies = CompanyFiles.read(companyFiles(installation, target));
    Map<String, Map<String, String>> environments = new HashMap<>(Company.environments(companies));
    // The last tier writes down everything it knows: the search for leaks reads its log.
    environments.put(C, Map.of("QUARKUS_LOG_LEVEL", "DEBUG"));
    StackOptions options = StackOptions.in(data).with(environments);
    LocalStack stack = LocalStack.start(options, line -> System.out.println("platform: " + line));
    try {
      return new Platform(
          stack,
          new Story(stack, companies, line -> System.out.println("story: " + line)).withoutFiles(),
          companies);
    } catch (RuntimeException e) {
      stack.close();
      throw e;
    }
  }

  /** The shipped files, and one more beside them: adding a file adds a company. */
  private static Path companyFiles(Installation installation, Path target) {
    Path folder = target.resolve("companies");
    try {
      Files.createDirectories(folder);
      try (Stream<Path> shipped = Files.list(installation.examples("three-tiers"))) {
        for (Path file : shipped.toList()) {
          Files.copy(
              file,
              folder.resolve(file.getFileName().toString()),
              StandardCopyOption.REPLACE_EXISTING);
        }
      }
      String added = A2 + ".yaml";
      try (InputStream file = Platform.class.getResourceAsStream("/companies/" + added)) {
        if (file == null) {
          throw new IOException("no " + added + " among the resources");
        }
        Files.copy(file, folder.resolve(added), StandardCopyOption.REPLACE_EXISTING);
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public LocalStack stack() {
    return stack;
  }

  /** What the companies did and saw in the story that is shipped. */
  public List<Chapter> chapters() {
    return chapters;
  }

  public Desk desk(String company) {
    return story.desk(company);
  }

  /** The short id under which a company was admitted; known even while its connector is down. */
  public String id(String company) {
    return Objects.requireNonNull(ids.get(company), company);
  }

  /** Settings of a Kafka client with a company's own certificate. */
  public Properties kafkaOf(String company) {
    KeyFile keys = stack.keysOf(company);
    Properties settings =
        new KeyFile(keys.path().resolve("kafka-client.p12"), keys.password())
            .kafkaClient(stack.broker().bootstrapServers(), stack.broker().trust());
    settings.put("default.api.timeout.ms", "10000");
    settings.put("request.timeout.ms", "5000");
    return settings;
  }

  /** A company's private keys: only its own tests may ask. Opened once, for that takes its time. */
  public ParticipantKeys keys(String company) {
    return keys.computeIfAbsent(company, this::opened);
  }

  private ParticipantKeys opened(String company) {
    KeyFile file = stack.keysOf(company);
    return ParticipantKeys.open(file.path().resolve("keys.p12"), file.password().toCharArray());
  }

  /** Under which name a company is known in the data space. */
  public ParticipantId identity(String company) {
    return ParticipantId.of(StackOptions.DOMAIN, id(company));
  }

  public Company company(String key) {
    return companies.stream()
        .filter(company -> company.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no company " + key));
  }
}
