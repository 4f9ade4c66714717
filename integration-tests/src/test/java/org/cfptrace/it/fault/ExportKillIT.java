package org.cfptrace.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cfptrace.it.Platform;
import org.cfptrace.it.bench.ExportJob;
import org.cfptrace.local.stack.LocalStack;
import org.cfptrace.local.stack.Postgres;
import org.cfptrace.local.stack.Service;
import org.cfptrace.local.story.Desk;
import org.cfptrace.local.story.Door;
import org.cfptrace.local.story.DoorRefused;
import org.junit.jupiter.api.Test;

/**
 * An export job whose aggregator is killed, {@code kill -9}, in each of its states ends as any
 * other. In which state it was killed is read from the database while nobody is there.
 */
class ExportKillIT {
  private static final Platform PLATFORM = Platform.get();
  private static final LocalStack STACK = PLATFORM.stack();
  // So many part lists take some seconds: time enough to be seen in each state.
  private static final int PRODUCTS = 200;
  private static final int MOST_TRIES = 10;
  private static final int POLL_MILLIS = 20;
  private static final String TARGET = "VEHICLE_PART_LIST";
  private static final Set<String> GOING_ON = Set.of("QUEUED", "VALIDATING", "RENDERING");
  private static final Set<String> WHOLE = Set.of("READY", "SIGNED");

  private final Service aggregator = STACK.service(LocalStack.AGGREGATOR);
  private final Desk maker = PLATFORM.desk(Platform.A);
  private final ExportJob job = new ExportJob(officer());

  private Door officer() {
    return Door.of(aggregator.url(), STACK.analyst(maker.service().name(), maker.did()));
  }

  @Test
  void aJobKilledInAnyOfItsStatesGoesOnAndItsBytesAreThoseOfAnUndisturbedOne() throws Exception {
    job.products(PRODUCTS);
    job.vehicles();
    Instant known = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    job.order(TARGET, known);
    awaitOneOf(WHOLE);
    byte[] undisturbed = job.file("export.zip");
    Set<String> killedIn = new TreeSet<>();
    for (String wished : List.of("QUEUED", "VALIDATING", "RENDERING")) {
      job.revoke();
      job.order(TARGET, known);
      for (int tries = 0; tries < MOST_TRIES && !killedIn.contains(wished); tries++) {
        killIn(wished, known).ifPresent(killedIn::add);
      }
      awaitOneOf(WHOLE);
      assertThat(job.file("export.zip")).as("killed in %s", wished).isEqualTo(undisturbed);
    }
    assertThat(killedIn).isEqualTo(GOING_ON);

    killed();

    assertThat(job.state()).as("a job that was ready stays so").isIn(WHOLE);
    assertThat(job.file("export.zip")).isEqualTo(undisturbed);
  }

  @Test
  void aJobThatIsBlockedStaysSoWithWhatBlocksIt() throws Exception {
    ExportJob ofNothing = new ExportJob(officer());
    ofNothing.unknownProduct();
    ofNothing.order("AUDITORS_PACK", Instant.now().truncatedTo(ChronoUnit.MILLIS));
    Desk.await(
        "an export that is blocked",
        () -> Optional.of(ofNothing.state()).filter("BLOCKED"::equals));
    JsonNode before = ofNothing.subjects();

    killed();

    assertThat(ofNothing.state()).isEqualTo("BLOCKED");
    assertThat(ofNothing.subjects()).isEqualTo(before);
    assertNotHandedOut(ofNothing);
  }

  /** Answers in which state it was killed, once it was seen in the one that is wished for. */
  private Optional<String> killIn(String wished, Instant asOf) throws Exception {
    String state = job.state();
    while (GOING_ON.contains(state) && !state.equals(wished)) {
      Thread.sleep(POLL_MILLIS);
      state = job.state();
    }
    if (!state.equals(wished)) {
      // It was too quick: the same once more.
      job.revoke();
      job.order(TARGET, asOf);
      return Optional.empty();
    }
    String left = killed();
    if (GOING_ON.contains(job.state())) {
      assertNotHandedOut(job);
    }
    return Optional.of(left);
  }

  private static void assertNotHandedOut(ExportJob unfinished) {
    DoorRefused refused =
        catchThrowableOfType(DoorRefused.class, () -> unfinished.file("export.zip"));
    // It may have become ready between the question and this one.
    if (refused != null || !WHOLE.contains(unfinished.state())) {
      assertThat(refused).isNotNull();
      assertThat(refused.status()).isEqualTo(409);
    }
  }

  private void awaitOneOf(Set<String> states) {
    Desk.await(
        "the export is one of " + states, () -> Optional.of(job.state()).filter(states::contains));
  }

  /** Kills the aggregator and starts it; answers with the state the job had in between. */
  private String killed() throws SQLException {
    aggregator.kill();
    String left = stateInTheDatabase();
    aggregator.start();
    aggregator.awaitReady();
    return left;
  }

  private String stateInTheDatabase() throws SQLException {
    Postgres.Database database = STACK.database(LocalStack.AGGREGATOR);
    try (Connection connection =
            DriverManager.getConnection(
                database.jdbcUrl(), database.username(), database.password());
        PreparedStatement become =
            connection.prepareStatement("select set_config('cfptrace.tenant', ?, false)");
        PreparedStatement ask =
            connection.prepareStatement(
                "select state from export_job order by number desc limit 1")) {
      become.setString(1, maker.did());
      become.execute();
      try (ResultSet row = ask.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
