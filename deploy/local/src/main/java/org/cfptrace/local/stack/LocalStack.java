package org.cfptrace.local.stack;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The platform on one machine. {@link #start} returns when PostgreSQL, broker, OIDC provider, the
 * log's witnesses and the registry serve; companies come in one by one, each with a connector of
 * its own. Closing it stops everything in the reverse order.
 */
public final class LocalStack implements AutoCloseable {

  /** Key and name of the registry among the services. */
  public static final String REGISTRY = "registry";

  /** Key and name of the aggregator among the services. */
  public static final String AGGREGATOR = "aggregator";

  private static final int SERVICE_HEAP_MEGABYTES = 160;
  private static final Set<String> COMPANY_ROLES =
      Set.of(
          "supplier", "approver", "analyst", "auditor", "disclosure-officer", "operator", "admin");

  private final StackOptions options;
  private final DataDirectory data;
  private final Secrets secrets;
  private final Authority authority;
  private final Path agent;
  private final Ports ports = new Ports();
  private final Map<String, Login> analysts = new ConcurrentHashMap<>();
  private final Map<String, Service> services = Collections.synchronizedMap(new LinkedHashMap<>());
  private @Nullable Postgres postgres;
  private @Nullable Broker broker;
  private @Nullable Oidc oidc;
  private @Nullable Outsiders outsiders;

  private LocalStack(StackOptions options) {
    this.options = options;
    this.data = DataDirectory.open(options.dataDirectory());
    this.secrets = Secrets.in(data);
    this.authority = Authority.in(data, secrets);
    this.agent = AgentJar.writeTo(data.root());
  }

  /** Starts everything that is there before the first company; on failure nothing stays behind. */
  public static LocalStack start(StackOptions options, Progress progress) {
    LocalStack stack = new LocalStack(options);
    Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stack-shutdown"));
    try {
      stack.startAll(progress);
      return stack;
    } catch (RuntimeException e) {
      // Whatever went wrong, nothing that was started may stay behind.
      stack.close();
      throw e;
    }
  }

  private void startAll(Progress progress) {
    progress.say("Kafka broker (mutual TLS, access lists, deny by default)");
    broker =
        Broker.begin(
            data, agent, authority.broker(), authority.trust(), ports.free(), ports.free());
    progress.say("OIDC provider (one issuer per company)");
    oidc = Oidc.start(ports.free());
    progress.say("witnesses and time stamps of the public log");
    outsiders = Outsiders.start(data, secrets, authority.log(), ports.free());
    progress.say("PostgreSQL (one database and one role per service)");
    postgres = Postgres.start(data, secrets, ports.free());
    broker().awaitReady();
    progress.say("registry");
    startRegistry().awaitReady();
  }

  private Service startRegistry() {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("CFPTRACE_DATA_SPACE_DOMAIN", StackOptions.DOMAIN);
    environment.put("CFPTRACE_AUTHORITY_DIRECTORY", authority.directory().toString());
    environment.put("CFPTRACE_AUTHORITY_PASSWORD", authority.password());
    environment.putAll(present(outsiders).registrySettings());
    return start(REGISTRY, "registry-service", "cfp-registry", Set.of("operator"), environment);
  }

  /** Begins to start a company's connector; at its first start it enrols with {@code enrolment}. */
  public Service startConnector(String company, Optional<Enrolment> enrolment) {
    return startParticipant(company, "connector", "cfp-connector-" + company, enrolment);
  }

  /** Begins to start the aggregator, a participant like any other. */
  public Service startAggregator(Optional<Enrolment> enrolment) {
    return startParticipant(AGGREGATOR, "cfp-aggregator", "cfp-aggregator", enrolment);
  }

  private Service startParticipant(
      String name, String module, String audience, Optional<Enrolment> enrolment) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("CFPTRACE_REGISTRY_URL", registry().url().toString());
    environment.put("CFPTRACE_REGISTRY_TRUST_ANCHOR", authority.trustAnchor().toString());
    environment.put("CFPTRACE_KEYS_DIRECTORY", data.keysOf(name).toString());
    environment.put("CFPTRACE_KEYS_PASSWORD", secrets.of("keys." + name));
    enrolment.ifPresent(
        given -> {
          environment.put("CFPTRACE_ENROLMENT_PARTICIPANT", given.participant());
          environment.put("CFPTRACE_ENROLMENT_CODE", given.code());
        });
    return start(name, module, audience, COMPANY_ROLES, environment);
  }

  private Service start(
      String name,
      String module,
      String audience,
      Set<String> roles,
      Map<String, String> particular) {
    if (services.containsKey(name)) {
      throw new IllegalStateException(name + " was started already");
    }
    Path application = options.installation().application(module);
    int port = ports.free();
    Login login = login(name, audience, name + "-office", roles, Optional.empty());
    Map<String, String> environment = common(name, audience, port);
    environment.putAll(particular);
    environment.putAll(options.extraEnvironment().getOrDefault(name, Map.of()));
    List<String> command =
        new ArrayList<>(
            options.measuredHeapMegabytes() > 0
                ? JavaCommand.full(agent, options.measuredHeapMegabytes())
                : JavaCommand.lean(agent, SERVICE_HEAP_MEGABYTES));
    command.addAll(List.of("-jar", application.resolve("quarkus-run.jar").toString()));
    Service service =
        new Service(
            new ChildProcess(name, command, environment, data.subdirectory("run"), data.log(name)),
            URI.create("http://127.0.0.1:" + port),
            login);
    services.put(name, service);
    service.start();
    return service;
  }

  private Map<String, String> common(String name, String audience, int port) {
    Postgres.Database database = database(name);
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("QUARKUS_PROFILE", "local");
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
    environment.put("QUARKUS_DATASOURCE_USERNAME", database.username());
    environment.put("QUARKUS_DATASOURCE_PASSWORD", database.password());
    environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", oidc().issuerUrl(name));
    environment.put("QUARKUS_OIDC_TOKEN_AUDIENCE", audience);
    environment.put("KAFKA_BOOTSTRAP_SERVERS", broker().bootstrapServers());
    return environment;
  }

  private Login login(
      String issuer,
      String audience,
      String clientId,
      Set<String> roles,
      Optional<String> participant) {
    String secret = secrets.of("client." + issuer + "." + clientId);
    oidc().add(new Oidc.Client(issuer, audience, clientId, secret, roles, participant));
    return new Login(oidc().tokenUrl(issuer), clientId, secret, roles);
  }

  /** A further login at a service's own provider, with these roles only. */
  public Login login(String service, String clientId, Set<String> roles) {
    return login(service, audienceOf(service), clientId, roles, Optional.empty());
  }

  /** The login of a company's analysts and disclosure officers at the aggregator. */
  public Login analyst(String company, String participant) {
    return analysts.computeIfAbsent(company, first -> newAnalyst(first, participant));
  }

  /** Those who have one by now, by company. */
  public Map<String, Login> analysts() {
    return Map.copyOf(analysts);
  }

  private Login newAnalyst(String company, String participant) {
    return login(
        AGGREGATOR,
        audienceOf(AGGREGATOR),
        company + "-analyst",
        Set.of("analyst", "disclosure-officer"),
        Optional.of(participant));
  }

  private static String audienceOf(String service) {
    return switch (service) {
      case REGISTRY -> "cfp-registry";
      case AGGREGATOR -> "cfp-aggregator";
      default -> "cfp-connector-" + service;
    };
  }

  /** Whether a participant of this name enrolled at an earlier start. */
  public boolean isEnrolled(String participant) {
    return Files.exists(data.keysOf(participant).resolve("participant.json"));
  }

  /** The directory with a participant's keys, and what opens them: its owner's business only. */
  public KeyFile keysOf(String participant) {
    return new KeyFile(data.keysOf(participant), secrets.of("keys." + participant));
  }

  /** What a participant is given out of band to recognise the registry. */
  public Path trustAnchor() {
    return authority.trustAnchor();
  }

  public Service registry() {
    return service(REGISTRY);
  }

  public Service service(String name) {
    Service service = services.get(name);
    if (service == null) {
      throw new IllegalArgumentException("no service called " + name + " was started");
    }
    return service;
  }

  /** All services in the order of their start. */
  public List<Service> services() {
    synchronized (services) {
      return List.copyOf(services.values());
    }
  }

  /** The database of a service. */
  public Postgres.Database database(String service) {
    return postgres()
        .database(
            (service.equals(REGISTRY) ? service : "participant_" + service).replace('-', '_'));
  }

  public Postgres postgres() {
    return present(postgres);
  }

  public Broker broker() {
    return present(broker);
  }

  public Oidc oidc() {
    return present(oidc);
  }

  public DataDirectory data() {
    return data;
  }

  private static <T> T present(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("the platform is not started, or stopped already");
    }
    return part;
  }

  /** Stops what runs, services first; a second call does nothing. */
  @Override
  public synchronized void close() {
    List<Service> running = services();
    running.forEach(Service::askToStop);
    running.forEach(Service::close);
    services.clear();
    if (oidc != null) {
      oidc.close();
      oidc = null;
    }
    if (outsiders != null) {
      outsiders.close();
      outsiders = null;
    }
    if (broker != null) {
      broker.close();
      broker = null;
    }
    if (postgres != null) {
      postgres.close();
      postgres = null;
    }
    data.close();
  }
}
