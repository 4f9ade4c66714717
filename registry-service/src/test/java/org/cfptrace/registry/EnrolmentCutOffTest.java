package org.cfptrace.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.cfptrace.participant.EnrolledParticipant;
import org.cfptrace.participant.ParticipantKeys;
import org.cfptrace.service.crash.CrashPoint;
import org.cfptrace.service.database.Sql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A first start whose answer is lost on the way is made good by starting again. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@TestSecurity(user = "operator-1", roles = "operator")
class EnrolmentCutOffTest {
  /** The first write of an enrolment asks for a nonce, the second one enrols. */
  private static final int ENROLLING = 2;

  @TestHTTPResource("/")
  URI registry;

  @TempDir Path directory;

  @Inject DeadlyPoints points;
  @Inject DataSource dataSource;

  @Test
  void theKeptRequestGivesTheSamePrincipalAndNoSecondCertificate() {
    JsonPath approval = Newcomer.isApproved(Newcomer.applies(Newcomer.form("cut off", "")));
    String shortId = approval.getString("participantId");
    points.dieAt(CrashPoint.HTTP_WRITE_AFTER_COMMIT, ENROLLING);

    assertThatThrownBy(() -> Newcomer.enrols(registry, directory, approval))
        .isInstanceOf(RuntimeException.class);

    assertThat(points.disarm()).as("the registry enrolled it, and its answer was lost").isTrue();
    assertThat(certificatesOf(shortId)).isEqualTo(1);
    assertThat(directory.resolve("participant.json")).doesNotExist();
    assertThat(directory.resolve("enrolment.json")).exists();
    ParticipantKeys kept =
        ParticipantKeys.open(directory.resolve("keys.p12"), Newcomer.KEYS_PASSWORD);

    EnrolledParticipant enrolled = Newcomer.enrols(registry, directory, approval);

    assertThat(enrolled.principal()).isEqualTo(shortId + ".1");
    assertThat(enrolled.keys().signing().thumbprint()).isEqualTo(kept.signing().thumbprint());
    assertThat(certificatesOf(shortId)).isEqualTo(1);
    assertThat(Files.exists(directory.resolve("enrolment.json"))).isFalse();
    assertThat(Files.exists(directory.resolve("kafka-client.p12"))).isTrue();
  }

  private long certificatesOf(String shortId) {
    return new Sql(dataSource)
        .number("select count(*) from certified_key where participant_id = ?", shortId);
  }
}
