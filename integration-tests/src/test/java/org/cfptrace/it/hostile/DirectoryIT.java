package org.cfptrace.it.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.cfptrace.it.Platform;
import org.cfptrace.it.hostile.LeakSearch.Finding;
import org.cfptrace.local.story.Company;
import org.cfptrace.local.story.Door;
import org.junit.jupiter.api.Test;

/** The public directory says who takes part, and nothing of who deals with whom. */
class DirectoryIT {

  private static final Platform PLATFORM = Platform.get();
  private static final List<String> COMPANIES =
      List.of(Platform.A, Platform.B, Platform.C, Platform.A2);

  @Test
  void anEntryNamesItsOwnCompanyAndNoOther() {
    Door anyone = Door.withoutLogin(PLATFORM.stack().registry().url());
    for (String company : COMPANIES) {
      LeakSearch others = new LeakSearch(identitiesOfOthers(company));
      String id = PLATFORM.id(company);
      for (String path : List.of("participants/" + id, "participants/" + id + "/did.json")) {
        JsonNode entry = anyone.get(path);
        assertThat(others.in(path, entry.toString().getBytes(UTF_8))).isEmpty();
        assertThat(entry.toString()).contains(id);
      }
    }
  }

  @Test
  void theListNamesEveryCompanyOnceAndSaysNothingAboutPairs() {
    Door anyone = Door.withoutLogin(PLATFORM.stack().registry().url());
    for (JsonNode item : anyone.all("participants")) {
      long named =
          COMPANIES.stream()
              .filter(company -> item.toString().contains(PLATFORM.id(company)))
              .count();
      assertThat(named).as(item.toString()).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void noRecordOfTheDirectoryTopicNamesTwoCompanies() throws Exception {
    List<Finding> findings = new ArrayList<>();
    Topic.read(
        PLATFORM.kafkaOf(Platform.A),
        "cfp.directory",
        record -> {
          String key = record.key() == null ? "" : new String(record.key(), UTF_8);
          for (String company : COMPANIES) {
            if (key.equals(PLATFORM.id(company)) && record.value() != null) {
              LeakSearch others = new LeakSearch(identitiesOfOthers(company));
              findings.addAll(others.in("entry of " + company, record.value()));
            }
          }
        });
    assertThat(findings).isEmpty();
  }

  private static List<Secret> identitiesOfOthers(String company) {
    List<Secret> secrets = new ArrayList<>();
    for (String other : COMPANIES) {
      if (!other.equals(company)) {
        Company named = PLATFORM.company(other);
        secrets.add(Secret.word(other + "'s id", PLATFORM.id(other)));
        secrets.add(Secret.word(other + "'s name", named.name()));
      }
    }
    return secrets;
  }
}
