package org.cfptrace.aggregator.query.adapter;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.cfptrace.aggregator.query.Footprints.Question;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.cfptrace.service.http.Parameters;
import org.jspecify.annotations.Nullable;

/** Reads what is asked from the parameters of a request. */
public final class Questions {
  private static final int MOST_OPTIONS = 100;
  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  private Questions() {}

  /** The question in the parameters of a request. */
  public static Question of(
      @Nullable String asOf, @Nullable String knownAt, @Nullable String options) {
    return new Question(
        Optional.ofNullable(asOf).map(text -> Parameters.day("asOf", text)),
        Optional.ofNullable(knownAt).map(Questions::instant),
        options(options));
  }

  /** A whole number of a range. */
  static int number(String name, @Nullable String text, int usual, int most) {
    if (text == null) {
      return usual;
    }
    if (!text.matches("[1-9][0-9]{0,5}") || Integer.parseInt(text) > most) {
      throw new Refused(ProblemCode.INVALID_PARAMETER, "\"" + name + "\" is 1 to " + most);
    }
    return Integer.parseInt(text);
  }

  /** The number of a version; empty where none was asked for. */
  static Optional<Long> version(String name, @Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    if (!text.matches("[1-9][0-9]{0,8}")) {
      throw new Refused(ProblemCode.INVALID_PARAMETER, "\"" + name + "\" is a number such as 3");
    }
    return Optional.of(Long.valueOf(text));
  }

  private static Instant instant(String text) {
    try {
      Instant moment = Instant.parse(text);
      if (moment.isAfter(EARLIEST) && moment.isBefore(LATEST)) {
        return moment;
      }
      throw new DateTimeException("not of this age");
    } catch (DateTimeException notAMoment) {
      throw new Refused(
          ProblemCode.INVALID_PARAMETER, "\"knownAt\" is a moment such as 2026-03-31T12:00:00Z");
    }
  }

  private static Set<String> options(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return Set.of();
    }
    Set<String> options = new LinkedHashSet<>(Arrays.asList(text.split(",", MOST_OPTIONS)));
    return Set.copyOf(options);
  }
}
