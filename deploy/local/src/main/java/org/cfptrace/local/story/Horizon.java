package org.cfptrace.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How far a company sees: it knows its own suppliers, and of those behind them nothing, neither
 * name nor id nor product, in any list its connector gives, nor in what it says of each product and
 * declaration.
 */
final class Horizon {

  private static final List<String> LISTS =
      List.of(
          "plants",
          "partners",
          "requests",
          "requests/renewals",
          "releases",
          "corrections",
          "notifications",
          "quarantine",
          "journal",
          "alarms",
          "audits",
          "audits/requests",
          "audits/mandates?side=ISSUED",
          "audits/mandates?side=RECEIVED",
          "audits/access-journal",
          "audits/attestations",
          "proposals",
          "signature-requests");

  private final List<Company> companies;
  private final Map<String, Desk> desks;
  private final Map<String, String> traceIds;

  Horizon(List<Company> companies, Map<String, Desk> desks, Map<String, String> traceIds) {
    this.companies = companies;
    this.desks = desks;
    this.traceIds = traceIds;
  }

  /** Companies from which {@code company} gets something only by way of others. */
  List<Company> behind(Company company) {
    Set<String> known = suppliers(company);
    known.add(company.key());
    known.addAll(company.invites());
    companies.stream()
        .filter(other -> other.invites().contains(company.key()))
        .forEach(other -> known.add(other.key()));
    Set<String> upstream = new LinkedHashSet<>();
    suppliers(company).forEach(supplier -> climb(supplier, upstream));
    return companies.stream()
        .filter(other -> upstream.contains(other.key()) && !known.contains(other.key()))
        .toList();
  }

  private void climb(String key, Set<String> upstream) {
    companies.stream()
        .filter(company -> company.key().equals(key))
        .flatMap(company -> suppliers(company).stream())
        .filter(upstream::add)
        .forEach(supplier -> climb(supplier, upstream));
  }

  private static Set<String> suppliers(Company company) {
    return company.products().values().stream()
        .flatMap(product -> product.lines().stream())
        .flatMap(line -> line.sources().stream())
        .map(Company.Source::company)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Looks through these answers to {@code company} and returns how many there were. */
  int confirmUnseen(Company company, Company hidden) {
    List<String> marks = new ArrayList<>();
    marks.add(hidden.name());
    marks.add(desk(hidden).participantId());
    hidden
        .products()
        .forEach(
            (key, product) -> {
              marks.add(product.name());
              marks.add(traceIds.getOrDefault(hidden.key() + "/" + key, product.name()));
            });
    List<String> answers = answers(desk(company));
    for (String answer : answers) {
      for (String mark : marks) {
        if (answer.contains(mark)) {
          throw new StillWaiting(company.name() + " can see \"" + mark + "\" of " + hidden.name());
        }
      }
    }
    return answers.size();
  }

  private static List<String> answers(Desk desk) {
    List<String> answers = new ArrayList<>();
    for (String list : LISTS) {
      desk.door().all(list).forEach(item -> answers.add(item.toString()));
    }
    desk.declarationsIssued().forEach(item -> answers.add(item.toString()));
    for (JsonNode item : desk.declarationsReceived()) {
      answers.add(item.toString());
      answers.add(
          desk.door().get("declarations/" + item.path("declarationId").asText()).toString());
    }
    for (JsonNode item : desk.door().all("products")) {
      String product = "products/" + Door.encode(Answers.traceId(item));
      answers.add(item.toString());
      for (String part : List.of("/bill-of-materials", "/emissions", "/footprint", "/progress")) {
        answers.add(desk.door().get(product + part).toString());
      }
    }
    return answers;
  }

  private Desk desk(Company company) {
    Desk desk = desks.get(company.key());
    if (desk == null) {
      throw new IllegalArgumentException("no company " + company.key());
    }
    return desk;
  }
}
