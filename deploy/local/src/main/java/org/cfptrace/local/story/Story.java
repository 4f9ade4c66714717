package org.cfptrace.local.story;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.cfptrace.local.stack.LocalStack;
import org.cfptrace.local.stack.StackFailure;

/**
 * The whole story on a running platform: companies are admitted, become partners, ask for figures
 * and pass them down the chain, correct one, and have the chain audited. What was done at an
 * earlier start is recognised and not done again.
 */
public final class Story {
  // More at once only take the processor from each other, until the first one's patience ends.
  private static final int STARTING_AT_ONCE =
      Math.max(4, 2 * Runtime.getRuntime().availableProcessors());

  private final LocalStack stack;
  private final List<Company> companies;
  private final Narrator narrator;
  private boolean hasFiles = true;
  private final Map<String, Desk> desks = new LinkedHashMap<>();

  public Story(LocalStack stack, List<Company> companies, Narrator narrator) {
    this.stack = stack;
    this.companies = List.copyOf(companies);
    this.narrator = narrator;
  }

  /** Plays it to the end, or fails with the step at which it stopped. */
  public List<Chapter> tell() {
    List<SupplyOrder.Made> order = SupplyOrder.of(companies);
    openTheDoors();
    makePartners();
    return passTheFigures(order);
  }

  /** The same story without the files at its end, for those who need the companies alone. */
  public Story withoutFiles() {
    hasFiles = false;
    return this;
  }

  /** Admits the companies and starts their connectors. */
  public void openTheDoors() {
    Admission admission = new Admission(stack, narrator);
    step("admission of the aggregator", LocalStack.REGISTRY, admission::admitAggregator);
    Deque<Company> starting = new ArrayDeque<>();
    for (Company company : companies) {
      if (starting.size() == STARTING_AT_ONCE) {
        awaitReady(starting.remove());
      }
      step("admission of " + company.name(), LocalStack.REGISTRY, () -> admission.admit(company));
      starting.add(company);
    }
    starting.forEach(this::awaitReady);
    step(
        "first start of the aggregator",
        LocalStack.AGGREGATOR,
        () -> stack.service(LocalStack.AGGREGATOR).awaitReady());
    for (Company company : companies) {
      narrator.say("  " + company.name() + " is " + desk(company.key()).participantId());
    }
  }

  private void awaitReady(Company company) {
    step(
        "first start of the connector of " + company.name(),
        company.key(),
        () -> stack.service(company.key()).awaitReady());
    desks.put(company.key(), new Desk(stack.service(company.key())));
  }

  /** Each company invites those its file names; they accept after comparing fingerprints. */
  public void makePartners() {
    narrator.say("");
    narrator.say("Partners (each side compares the other's key fingerprint by telephone)");
    for (Company company : companies) {
      for (String invited : company.invites()) {
        step(
            "partnership of " + company.key() + " and " + invited,
            company.key(),
            () -> new Partnership(desk(company.key()), desk(invited)).begin());
        narrator.say("  " + company.name() + " ⇄ " + named(invited).name());
      }
    }
  }

  /**
   * Every product in turn: emissions, parts asked for, sum; then what nobody sees, a change, and an
   * audit.
   */
  private List<Chapter> passTheFigures(List<SupplyOrder.Made> order) {
    Map<String, Workshop> workshops = new LinkedHashMap<>();
    FinalProducts finalProducts = new FinalProducts(stack, narrator);
    for (SupplyOrder.Made made : order) {
      Workshop workshop = new Workshop(made, companies, desks, workshops, finalProducts, narrator);
      workshops.put(made.id(), workshop);
      step(
          made.product().name() + " of " + made.company().name(),
          made.company().key(),
          workshop::make);
    }
    Horizon horizon = horizon(workshops);
    showTheHorizon(horizon);
    correct(new Correction(List.copyOf(workshops.values()), finalProducts, narrator));
    audit(List.copyOf(workshops.values()));
    confirmTheHorizon(horizon);
    addUpAtTheAggregator(List.copyOf(workshops.values()));
    if (hasFiles) {
      disclose(List.copyOf(workshops.values()));
    }
    List<Chapter> chapters = new ArrayList<>();
    for (SupplyOrder.Made made : order) {
      Workshop workshop = Objects.requireNonNull(workshops.get(made.id()));
      chapters.add(
          stepWithResult(
              "the end of " + made.product().name(), made.company().key(), workshop::readBack));
    }
    return chapters;
  }

  private Horizon horizon(Map<String, Workshop> workshops) {
    Map<String, String> traceIds = new LinkedHashMap<>();
    workshops.forEach((id, workshop) -> traceIds.put(id, workshop.traceId()));
    return new Horizon(companies, desks, traceIds);
  }

  private void showTheHorizon(Horizon horizon) {
    narrator.say("");
    narrator.say("What they cannot see (looked for in all lists, products and declarations)");
    for (Company company : companies) {
      for (Company hidden : horizon.behind(company)) {
        narrator.say(
            "  "
                + company.name()
                + " sees nothing of "
                + hidden.name()
                + ": no name, id or product in "
                + answersWithout(hidden, company, horizon)
                + " answers");
      }
    }
  }

  private int answersWithout(Company hidden, Company company, Horizon horizon) {
    return stepWithResult(
        "what " + company.name() + " sees of " + hidden.name(),
        company.key(),
        () -> horizon.confirmUnseen(company, hidden));
  }

  /** Once more after the audit, in which companies answer questions about those behind them. */
  private void confirmTheHorizon(Horizon horizon) {
    int answers = 0;
    for (Company company : companies) {
      for (Company hidden : horizon.behind(company)) {
        answers += answersWithout(hidden, company, horizon);
      }
    }
    narrator.say("  no company sees more of others than before (" + answers + " answers)");
  }

  private void correct(Correction correction) {
    correction
        .corrected()
        .ifPresent(
            workshop ->
                step(
                    "a correction of " + workshop.product() + " of " + workshop.maker(),
                    workshop.desk().service().name(),
                    () -> correction.tell(workshop)));
  }

  private void audit(List<Workshop> workshops) {
    for (Company company : companies) {
      if (company.isAuditor()) {
        Audit audit =
            new Audit(
                desk(company.key()),
                company.name(),
                new Operator(stack.registry()),
                workshops,
                stack.data().evidence(),
                narrator);
        audit
            .audited()
            .ifPresent(
                product ->
                    step(
                        "an audit of " + product.product(),
                        company.key(),
                        () -> audit.tell(product)));
      }
    }
  }

  private void addUpAtTheAggregator(List<Workshop> workshops) {
    narrator.say("");
    narrator.say("Product footprints (added up by the aggregator, each for its own company alone)");
    ProductLevel level = new ProductLevel(stack, narrator);
    for (Workshop workshop : workshops) {
      if (ProductLevel.adds(workshop)) {
        step(
            "the product footprint of " + workshop.product(),
            LocalStack.AGGREGATOR,
            () -> level.tell(workshop));
      }
    }
  }

  private void disclose(List<Workshop> workshops) {
    narrator.say("");
    narrator.say("Files for authorities and customers (signed by each company's own connector)");
    Disclosure disclosure = new Disclosure(stack, stack.data().exports(), narrator);
    for (Workshop workshop : workshops) {
      if (ProductLevel.adds(workshop)) {
        step(
            "the files of " + workshop.product(),
            LocalStack.AGGREGATOR,
            () -> disclosure.tell(workshop));
      }
    }
  }

  public Desk desk(String company) {
    Desk desk = desks.get(company);
    if (desk == null) {
      throw new IllegalArgumentException("no company " + company + " in this story");
    }
    return desk;
  }

  private Company named(String key) {
    return companies.stream()
        .filter(company -> company.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no company " + key + " in this story"));
  }

  private void step(String name, String service, Runnable action) {
    stepWithResult(
        name,
        service,
        () -> {
          action.run();
          return name;
        });
  }

  private <T> T stepWithResult(String name, String service, Supplier<T> action) {
    try {
      return action.get();
    } catch (DoorRefused | DoorClosed | StillWaiting | StackFailure e) {
      Path log = stack.data().log(service);
      throw new StepFailed(name, log, e);
    }
  }
}
