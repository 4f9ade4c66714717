package org.cfptrace.local.story;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Products in an order in which each comes after everything that goes into it. */
final class SupplyOrder {

  /** A product and who makes it. */
  record Made(Company company, Company.Product product) {
    String id() {
      return company.key() + "/" + product.key();
    }
  }

  private final Map<String, Company> companies;
  private final List<Made> ordered = new ArrayList<>();
  private final Set<String> done = new LinkedHashSet<>();

  private SupplyOrder(List<Company> companies) {
    this.companies =
        companies.stream().collect(Collectors.toMap(Company::key, Function.identity()));
  }

  static List<Made> of(List<Company> companies) {
    SupplyOrder order = new SupplyOrder(companies);
    for (Company company : companies) {
      for (Company.Product product : company.products().values()) {
        order.visit(new Made(company, product), new LinkedHashSet<>());
      }
    }
    return order.ordered;
  }

  private void visit(Made made, Set<String> path) {
    if (done.contains(made.id())) {
      return;
    }
    if (!path.add(made.id())) {
      throw new BadCompanyFile("products use each other in a circle: " + path);
    }
    for (Company.BomLine line : made.product().lines()) {
      line.ownProduct()
          .ifPresent(own -> visit(made(made.company().key(), own), new LinkedHashSet<>(path)));
      for (Company.Source source : line.sources()) {
        visit(made(source.company(), source.product()), new LinkedHashSet<>(path));
      }
    }
    done.add(made.id());
    ordered.add(made);
  }

  private Made made(String company, String product) {
    Company maker = companies.get(company);
    if (maker == null || !maker.products().containsKey(product)) {
      throw new BadCompanyFile("no product " + product + " at a company " + company);
    }
    return new Made(maker, maker.products().get(product));
  }
}
