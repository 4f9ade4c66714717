package org.cfptrace.local.story;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cfptrace.local.story.Company.BomLine;
import org.cfptrace.local.story.Company.Product;
import org.cfptrace.local.story.Company.Source;

/** Reads the companies of a story: every {@code *.yaml} file of a folder is one. */
public final class CompanyFiles {

  private static final Set<String> MEMBERS =
      Set.of("application", "invites", "plants", "products", "terms");
  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private CompanyFiles() {}

  /** All companies of {@code folder}, by file name; references between them are checked. */
  public static List<Company> read(Path folder) {
    List<Path> files;
    try (Stream<Path> found = Files.list(folder)) {
      files = found.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new BadCompanyFile(folder + " cannot be read: " + e, e);
    }
    if (files.isEmpty()) {
      throw new BadCompanyFile("no company in " + folder + ": expected files named <key>.yaml");
    }
    List<Company> companies = new ArrayList<>();
    for (Path file : files) {
      companies.add(company(file));
    }
    checkReferences(companies);
    return companies;
  }

  private static Company company(Path file) {
    String name = file.getFileName().toString();
    String key = name.substring(0, name.length() - ".yaml".length());
    if (!key.matches("[a-z][a-z0-9-]{0,30}") || Set.of("registry", "aggregator").contains(key)) {
      throw new BadCompanyFile(
          file
              + ": the file name is the company's key: a small letter, then up to 30 small"
              + " letters, digits or hyphens; registry and aggregator are taken");
    }
    try {
      JsonNode root = YAML.readTree(file.toFile());
      Form form = new Form(file, asText(root));
      form.allowOnly(MEMBERS);
      return new Company(
          key,
          form.object("application"),
          form.texts("invites"),
          form.objects("plants"),
          products(form),
          onward(form));
    } catch (IOException e) {
      throw new BadCompanyFile(file + " is not readable YAML: " + e.getMessage(), e);
    }
  }

  private static Optional<List<String>> onward(Form company) {
    if (!company.node().has("terms")) {
      return Optional.empty();
    }
    Form terms = company.at("terms", company.object("terms"));
    terms.allowOnly(Set.of("onward"));
    return Optional.of(terms.texts("onward"));
  }

  private static Map<String, Product> products(Form company) {
    Map<String, Product> products = new LinkedHashMap<>();
    company
        .objects("products")
        .forEach(
            (key, node) -> {
              Form form = company.at("products." + key, node);
              form.allowOnly(Set.of("product", "emissions", "billOfMaterials"));
              products.put(
                  key,
                  new Product(key, form.object("product"), form.list("emissions"), lines(form)));
            });
    return products;
  }

  private static List<BomLine> lines(Form product) {
    List<BomLine> lines = new ArrayList<>();
    for (ObjectNode node : product.list("billOfMaterials")) {
      Form line = product.at("billOfMaterials", node);
      List<Source> sources = new ArrayList<>();
      for (ObjectNode source : line.list("sources")) {
        Form form = line.at("sources", source);
        sources.add(
            new Source(
                form.text("company"), form.text("product"), form.without("company", "product")));
      }
      Optional<String> own =
          node.has("ownProduct") ? Optional.of(line.text("ownProduct")) : Optional.empty();
      lines.add(new BomLine(line.without("sources", "ownProduct"), own, sources));
    }
    return lines;
  }

  private static void checkReferences(List<Company> companies) {
    Map<String, Company> byKey =
        companies.stream().collect(Collectors.toMap(Company::key, company -> company));
    for (Company company : companies) {
      for (String partner : company.invites()) {
        if (!byKey.containsKey(partner) || partner.equals(company.key())) {
          throw new BadCompanyFile(
              company.key()
                  + ".yaml: invites: no other company "
                  + partner
                  + " among "
                  + new TreeSet<>(byKey.keySet()));
        }
      }
      for (Product product : company.products().values()) {
        checkLines(company, product, byKey);
      }
    }
  }

  private static void checkLines(Company company, Product product, Map<String, Company> byKey) {
    String where = company.key() + ".yaml: products." + product.key() + ".billOfMaterials: ";
    for (BomLine line : product.lines()) {
      line.ownProduct()
          .filter(own -> !company.products().containsKey(own))
          .ifPresent(
              own -> {
                throw new BadCompanyFile(where + "no own product " + own);
              });
      for (Source source : line.sources()) {
        Company seller = byKey.get(source.company());
        if (seller == null || !seller.products().containsKey(source.product())) {
          throw new BadCompanyFile(
              where + "no product " + source.product() + " at a company " + source.company());
        }
      }
    }
  }

  /** Numbers may be written without quotes; they travel as the decimal text that was written. */
  private static JsonNode asText(JsonNode node) {
    if (node.isNumber()) {
      return JsonNodeFactory.instance.textNode(node.decimalValue().toPlainString());
    }
    if (node instanceof ObjectNode object) {
      object.properties().forEach(member -> member.setValue(asText(member.getValue())));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, asText(array.get(i)));
      }
    }
    return node;
  }

  /** A part of a file, with its place for messages. */
  private record Form(String place, JsonNode node) {

    Form(Path file, JsonNode node) {
      this(file.getFileName().toString() + ": ", node);
      if (!node.isObject()) {
        throw new BadCompanyFile(place + "expected members " + new TreeSet<>(MEMBERS));
      }
    }

    Form at(String member, JsonNode inner) {
      return new Form(place + member + ".", inner);
    }

    void allowOnly(Set<String> members) {
      node.fieldNames()
          .forEachRemaining(
              name -> {
                if (!members.contains(name)) {
                  throw new BadCompanyFile(
                      place + "unknown member " + name + ", known are " + new TreeSet<>(members));
                }
              });
    }

    ObjectNode object(String member) {
      if (node.get(member) instanceof ObjectNode object) {
        return object;
      }
      throw new BadCompanyFile(place + member + " is missing");
    }

    String text(String member) {
      String text = node.path(member).asText("");
      if (text.isEmpty()) {
        throw new BadCompanyFile(place + member + " is missing");
      }
      return text;
    }

    List<String> texts(String member) {
      List<String> texts = new ArrayList<>();
      node.path(member).forEach(item -> texts.add(item.asText()));
      return texts;
    }

    List<ObjectNode> list(String member) {
      List<ObjectNode> list = new ArrayList<>();
      for (JsonNode item : node.path(member)) {
        if (!(item instanceof ObjectNode object)) {
          throw new BadCompanyFile(place + member + ": expected a list of objects");
        }
        list.add(object);
      }
      return list;
    }

    Map<String, ObjectNode> objects(String member) {
      Map<String, ObjectNode> objects = new LinkedHashMap<>();
      node.path(member)
          .properties()
          .forEach(
              entry -> {
                if (!(entry.getValue() instanceof ObjectNode object)) {
                  throw new BadCompanyFile(place + member + "." + entry.getKey() + " is empty");
                }
                objects.put(entry.getKey(), object);
              });
      return objects;
    }

    ObjectNode without(String... members) {
      return ((ObjectNode) node).deepCopy().without(List.of(members));
    }
  }
}
