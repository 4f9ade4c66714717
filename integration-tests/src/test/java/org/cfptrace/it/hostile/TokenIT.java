package org.cfptrace.it.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;
import org.cfptrace.it.Platform;
import org.cfptrace.local.stack.LocalStack;
import org.cfptrace.local.stack.Login;
import org.cfptrace.local.story.Door;
import org.cfptrace.local.story.DoorRefused;
import org.junit.jupiter.api.Test;

/** Tokens open the doors of their own company, in their own role, and no other. */
class TokenIT {

  private static final Platform PLATFORM = Platform.get();
  private static final LocalStack STACK = PLATFORM.stack();

  @Test
  void aSuppliersTokenOpensNoOperatorDoor() {
    Login supplier = STACK.login(LocalStack.REGISTRY, "a-supplier", Set.of("supplier"));
    Door door = Door.of(STACK.registry().url(), supplier);

    for (String path : List.of("applications", "audit-trail")) {
      assertThat(status(door, "GET", path)).as(path).isEqualTo(403);
    }
    String approval = "applications/00000000-0000-0000-0000-000000000000/approval";
    assertThat(status(door, "POST", approval)).isEqualTo(403);
    String suspension = "participants/" + PLATFORM.id(Platform.B) + "/suspension";
    assertThat(status(door, "POST", suspension)).isEqualTo(403);
  }

  @Test
  void aCompanysOwnTokenIsWorthNothingAtTheRegistry() {
    Door door = Door.of(STACK.registry().url(), STACK.service(Platform.A).login());
    assertThat(status(door, "GET", "applications")).isEqualTo(401);
  }

  @Test
  void oneCompanysTokenIsWorthNothingAtAnother() {
    Door door = Door.of(STACK.service(Platform.B).url(), STACK.service(Platform.A).login());
    for (String path : List.of("products", "partners", "declarations", "journal", "plants")) {
      assertThat(status(door, "GET", path)).as(path).isEqualTo(401);
    }
  }

  @Test
  void withoutATokenNoDoorOfACompanyOpens() {
    Door door = Door.withoutLogin(STACK.service(Platform.B).url());
    for (String path : List.of("products", "partners", "declarations", "journal", "quarantine")) {
      assertThat(status(door, "GET", path)).as(path).isEqualTo(401);
    }
  }

  @Test
  void anAnalystCannotInvitePartnersOrDeclare() {
    Login analyst = STACK.login(Platform.B, "an-analyst", Set.of("analyst"));
    Door door = Door.of(STACK.service(Platform.B).url(), analyst);
    assertThat(status(door, "POST", "partners")).isEqualTo(403);
    assertThat(status(door, "POST", "declarations")).isEqualTo(403);
    assertThat(status(door, "GET", "journal")).isEqualTo(403);
  }

  @Test
  void aWrongSecretGetsNoToken() {
    Login right = STACK.service(Platform.A).login();
    Login wrong = new Login(right.tokenUrl(), right.clientId(), "guessed", right.roles());
    assertThatThrownBy(() -> Door.of(STACK.service(Platform.A).url(), wrong).get("products"))
        .isInstanceOf(DoorRefused.class)
        .hasMessageContaining("HTTP 401");
  }

  private static int status(Door door, String method, String path) {
    Object body = method.equals("GET") ? null : new ObjectMapper().createObjectNode();
    return door.request(method, path, body, null).status();
  }
}
