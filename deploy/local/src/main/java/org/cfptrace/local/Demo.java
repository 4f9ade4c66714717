package org.cfptrace.local;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import org.cfptrace.local.DemoOptions.Misunderstood;
import org.cfptrace.local.stack.DataDirectory;
import org.cfptrace.local.stack.Installation;
import org.cfptrace.local.stack.LocalStack;
import org.cfptrace.local.stack.Login;
import org.cfptrace.local.stack.Service;
import org.cfptrace.local.stack.StackFailure;
import org.cfptrace.local.stack.StackOptions;
import org.cfptrace.local.story.BadCompanyFile;
import org.cfptrace.local.story.Chapter;
import org.cfptrace.local.story.Company;
import org.cfptrace.local.story.CompanyFiles;
import org.cfptrace.local.story.StepFailed;
import org.cfptrace.local.story.Story;

/** The program behind {@code deploy/demo}. */
public final class Demo {

  private static final int MISUNDERSTOOD = 2;

  private final DemoOptions options;
  private final PrintStream out;
  private final Instant begin = Instant.now();

  private Demo(DemoOptions options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  /** Ends with 0 when the story was told to its end, 1 when it was not, 2 for a wrong option. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.exit(run(List.of(arguments), out));
  }

  static int run(List<String> arguments, PrintStream out) {
    DemoOptions options;
    try {
      options = DemoOptions.parse(arguments);
    } catch (Misunderstood e) {
      out.println("demo: " + e.getMessage());
      out.println("try deploy/demo --help");
      return MISUNDERSTOOD;
    }
    try {
      new Demo(options, out).run();
      return 0;
    } catch (StepFailed e) {
      out.println();
      out.println("FAILED at: " + e.step());
      out.println("  " + e.getCause().getMessage());
      out.println("  log: " + e.log());
      return 1;
    } catch (StackFailure | BadCompanyFile e) {
      out.println();
      out.println("FAILED: " + e.getMessage());
      return 1;
    }
  }

  private void run() {
    Installation installation = Installation.find();
    Path data = options.data().orElse(installation.defaultData());
    List<Company> companies =
        CompanyFiles.read(options.examples().orElse(installation.examples("three-tiers")));
    if (options.clean()) {
      DataDirectory.delete(data);
    }
    StackOptions stackOptions = StackOptions.in(data).with(Company.environments(companies));
    out.println("CFP Trace: a carbon footprint passes from company to company");
    out.println();
    out.println("Starting (data and logs in " + data + ")");
    try (LocalStack stack = LocalStack.start(stackOptions, line -> out.println("  " + line))) {
      List<Chapter> chapters = tell(stack, companies);
      Duration elapsed = Duration.between(begin, Instant.now());
      conclude(chapters, elapsed);
      options.json().ifPresent(file -> Report.write(Report.of(stack, chapters, elapsed), file));
      if (options.keep()) {
        keepOpen(stack);
      }
    }
  }

  private List<Chapter> tell(LocalStack stack, List<Company> companies) {
    out.println();
    out.println("Companies (apply at the registry, the operator approves, connectors enrol)");
    return new Story(stack, companies, out::println).tell();
  }

  private void conclude(List<Chapter> chapters, Duration elapsed) {
    out.println();
    for (Chapter chapter : chapters) {
      out.printf(
          Locale.ROOT,
          "  %-28s %-24s own %6s   cumulative %6s kg CO2e per %s%n",
          chapter.company(),
          chapter.product(),
          chapter.own(),
          chapter.cumulative(),
          chapter.unit());
    }
    out.println();
    out.printf(Locale.ROOT, "Done in %.1f s.%n", elapsed.toMillis() / 1000.0);
  }

  private void keepOpen(LocalStack stack) {
    out.println();
    out.println("Running until Ctrl-C:");
    for (Service service : stack.services()) {
      out.println("  " + service.name() + "  " + service.url() + "/q/swagger-ui");
      printLogin(service.login());
    }
    stack
        .analysts()
        .forEach(
            (company, login) -> {
              out.println("  aggregator, for analysts of " + company);
              printLogin(login);
            });
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void printLogin(Login login) {
    out.println(
        "    token: curl -u "
            + login.clientId()
            + ":"
            + login.clientSecret()
            + " -d grant_type=client_credentials "
            + login.tokenUrl());
    out.println("    roles: " + String.join(" ", new TreeSet<>(login.roles())));
  }
}
