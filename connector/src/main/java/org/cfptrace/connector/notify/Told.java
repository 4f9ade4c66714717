package org.cfptrace.connector.notify;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;

/**
 * What is to be told. Begins with {@link #of} and grows: {@code Told.of(RECALLED,
 * now).withPartner(mill).withFact("reason", reason)}.
 *
 * @param facts at most 20 small named values, each of at most 1,000 characters, such as {@code
 *     "days": "30"}
 * @param onceKey what is told under the same key is told once, ever; at most 500 characters. A
 *     daily job puts the day and the thing into it.
 */
public record Told(
    NotificationType type,
    Optional<ParticipantId> partner,
    Optional<TraceId> product,
    Optional<String> requestId,
    Optional<String> declarationId,
    Map<String, String> facts,
    Instant at,
    Optional<String> onceKey) {
  private static final int LONGEST_KEY = 500;

  /** Refuses facts and keys that are too many or too long. */
  public Told {
    requireNonNull(type, "type");
    requireNonNull(at, "at");
    facts = Facts.checked(facts);
    onceKey.ifPresent(Told::check);
  }

  /** Nothing more than what happened, and when. */
  public static Told of(NotificationType type, Instant at) {
    return new Told(
        type,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        at,
        Optional.empty());
  }

  /** The other company. */
  public Told withPartner(ParticipantId id) {
    return new Told(type, Optional.of(id), product, requestId, declarationId, facts, at, onceKey);
  }

  /** The product it is about, ours or the partner's. */
  public Told withProduct(TraceId id) {
    return new Told(type, partner, Optional.of(id), requestId, declarationId, facts, at, onceKey);
  }

  /** The request it is about. */
  public Told withRequest(String id) {
    return new Told(type, partner, product, Optional.of(id), declarationId, facts, at, onceKey);
  }

  /** The declaration it is about. */
  public Told withDeclaration(String id) {
    return new Told(type, partner, product, requestId, Optional.of(id), facts, at, onceKey);
  }

  /**
   * One more fact. A value that is too long is cut and ends in "…": words of a partner must not
   * undo the act they came with, and whoever wants them all looks at the thing itself.
   */
  public Told withFact(String name, String value) {
    Map<String, String> more = new TreeMap<>(facts);
    more.put(name, Facts.fitting(value));
    return new Told(type, partner, product, requestId, declarationId, more, at, onceKey);
  }

  /** Told once under this key, whoever tells it and however often. */
  public Told once(String key) {
    return new Told(type, partner, product, requestId, declarationId, facts, at, Optional.of(key));
  }

  private static void check(String key) {
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      throw new IllegalArgumentException(
          "a key has 1 to " + LONGEST_KEY + " characters, seen " + key.length());
    }
  }
}
