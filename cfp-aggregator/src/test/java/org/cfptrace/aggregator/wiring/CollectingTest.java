package org.cfptrace.aggregator.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.Optional;
import org.cfptrace.aggregator.collect.CompromisedKeys;
import org.cfptrace.aggregator.collect.Declarations;
import org.cfptrace.aggregator.collect.HeedDirectory;
import org.cfptrace.aggregator.collect.IssuerSuspensions;
import org.cfptrace.aggregator.collect.IssuerWords;
import org.cfptrace.aggregator.disclose.sign.SignedExports;
import org.cfptrace.aggregator.propose.Proposals;
import org.cfptrace.aggregator.tenant.Tenant;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.ParticipantId;
import org.junit.jupiter.api.Test;

/** Of which declarations a company may prove that they are in the public log. */
class CollectingTest {
  private static final DeclarationId HANDED_IN = new DeclarationId("A".repeat(43));
  private static final ParticipantId HOLDER = company("holderholderhold");

  private static ParticipantId company(String shortId) {
    return ParticipantId.of("registry.cfptrace.example", shortId);
  }

  private final Collecting collecting =
      new Collecting(
          tokens(),
          nobody(IssuerWords.class),
          nobody(Proposals.class),
          nobody(SignedExports.class),
          new HeedDirectory(
              nobody(IssuerSuspensions.class),
              nobody(CompromisedKeys.class),
              tokens(),
              Clock.systemUTC()),
          Clock.systemUTC());

  @Test
  void ofThoseItHasHandedInItself() {
    assertThat(collecting.heard(HANDED_IN, HOLDER)).contains("a.b.c~");
  }

  @Test
  void ofNoneThatAnotherHasHandedIn() {
    assertThat(collecting.heard(HANDED_IN, company("someoneelseentir"))).isEmpty();
  }

  /** What was handed in, as each company's rows show it. */
  private static Declarations tokens() {
    return of(
        Declarations.class,
        (tenant, id) ->
            tenant.equals(new Tenant(HOLDER)) && id.equals(HANDED_IN)
                ? Optional.of("a.b.c~")
                : Optional.empty());
  }

  private interface Tokens {
    Optional<String> find(Object tenant, Object id);
  }

  private static <T> T nobody(Class<T> type) {
    return of(
        type,
        (tenant, id) -> {
          throw new UnsupportedOperationException("nobody asks here");
        });
  }

  private static <T> T of(Class<T> type, Tokens tokens) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              if (method.getName().equals("token")) {
                return tokens.find(arguments[0], arguments[1]);
              }
              throw new UnsupportedOperationException(method.getName());
            }));
  }
}
