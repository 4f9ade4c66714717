package org.cfptrace.aggregator.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cfptrace.aggregator.collect.AttestedDeclarations;
import org.cfptrace.aggregator.collect.CompromisedKeys;
import org.cfptrace.aggregator.collect.Declarations;
import org.cfptrace.aggregator.collect.HeedDirectory;
import org.cfptrace.aggregator.collect.IssuerSuspensions;
import org.cfptrace.aggregator.collect.IssuerWords;
import org.cfptrace.aggregator.collect.WithdrawnAttestations;
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

  private final List<String> heard = new ArrayList<>();
  private final Collecting collecting =
      new Collecting(
          tokens(),
          nobody(IssuerWords.class),
          nobody(WithdrawnAttestations.class),
          nobody(Proposals.class),
          nobody(SignedExports.class),
          (tenant, id) -> heard.add(tenant.did() + " " + id.value()),
          new HeedDirectory(
              nobody(IssuerSuspensions.class),
              nobody(CompromisedKeys.class),
              tokens(),
              nobody(AttestedDeclarations.class),
              Clock.systemUTC()),
          nobody(AttestedDeclarations.class),
          Clock.systemUTC());

  @Test
  void ofThoseItHasHandedInItself() {
    assertThat(collecting.heard(HANDED_IN, HOLDER)).contains("a.b.c~");
  }

  @Test
  void ofNoneThatAnotherHasHandedIn() {
    assertThat(collecting.heard(HANDED_IN, company("someoneelseentir"))).isEmpty();
  }

  @Test
  void whoeverHoldsADeclarationHearsThatItIsProved() {
    collecting.proven(HANDED_IN);

    assertThat(heard).containsExactly(HOLDER.did() + " " + HANDED_IN.value());
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
              if (method.getName().equals("holders")) {
                return List.of(new Tenant(HOLDER));
              }
              throw new UnsupportedOperationException(method.getName());
            }));
  }
}
