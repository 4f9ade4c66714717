package org.cfptrace.aggregator.disclose.cbam;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.cfptrace.aggregator.disclose.cbam.CbamOptions.Exchange;
import org.cfptrace.aggregator.steel.CnCode;
import org.cfptrace.service.http.Fields;

/** Reads the options of a CBAM summary; all faults at once, each under its field. */
final class CbamOptionsReader {
  private static final int MOST_GOODS = 100;
  private static final int MOST_PRECURSORS = 200;
  private static final int MOST = 20;
  private static final int LONGEST = 200;

  private CbamOptionsReader() {}

  static CbamOptions read(Fields fields) {
    CbamOptions options = stated(fields);
    fields.refuseOthers();
    return options;
  }

  private static CbamOptions stated(Fields fields) {
    return new CbamOptions(
        codes(fields),
        PartyReader.operator(fields.object("operator")),
        PartyReader.site(fields.object("installation")),
        fields.object("verifier").flatMap(PartyReader::verifier),
        goods(fields),
        all(fields, "precursors", MOST_PRECURSORS, StatementReader::origin),
        stated(fields, "carbonPrices", StatementReader::carbonPrice),
        stated(fields, "co2Captured", StatementReader::capture),
        fields.object("ownElectricity").map(StatementReader::ownElectricity),
        exchange(fields.object("exchange")));
  }

  private static List<String> codes(Fields fields) {
    List<String> codes = fields.texts("cnCodes", MOST_GOODS, LONGEST);
    for (int i = 0; i < codes.size(); i++) {
      String code = codes.get(i);
      fields.holds(
          "cnCodes[" + i + "]",
          CnCode.isCode(code),
          "CN_INVALID",
          "expected a CN code of 8 digits, seen " + code);
    }
    fields.holds(
        "cnCodes",
        Set.copyOf(codes).size() == codes.size(),
        "DUPLICATE",
        "expected every code once");
    return codes;
  }

  private static List<CbamOptions.GoodStatement> goods(Fields fields) {
    List<CbamOptions.GoodStatement> goods = all(fields, "goods", MOST_GOODS, StatementReader::good);
    Set<String> seen = new HashSet<>();
    fields.holds(
        "goods",
        goods.stream().allMatch(good -> seen.add(good.cn())),
        "DUPLICATE",
        "expected every CN code once");
    return goods;
  }

  private static Exchange exchange(Optional<Fields> stated) {
    return stated
        .map(
            fields -> {
              Exchange exchange =
                  new Exchange(
                      all(fields, "requesting", MOST, StatementReader::companyId),
                      all(fields, "responding", MOST, StatementReader::companyId),
                      all(fields, "documents", MOST, StatementReader::companyId));
              fields.refuseOthers();
              return exchange;
            })
        .orElseGet(() -> new Exchange(List.of(), List.of(), List.of()));
  }

  /** Missing where nothing was said, empty where the officer says that there is nothing. */
  private static <T> Optional<List<T>> stated(
      Fields fields, String name, Function<Fields, Optional<T>> reader) {
    return fields.isThere(name) ? Optional.of(all(fields, name, MOST, reader)) : Optional.empty();
  }

  private static <T> List<T> all(
      Fields fields, String name, int most, Function<Fields, Optional<T>> reader) {
    return fields.objects(name, most).stream().flatMap(one -> reader.apply(one).stream()).toList();
  }
}
