package org.cfptrace.service.database;

import java.sql.SQLException;
import java.util.Optional;

/** The database did not do what it was asked; the whole transaction is given up and tried again. */
public final class DatabaseFailure extends RuntimeException {
  private static final String GIVEN_UP = "40";
  private static final String CONNECTION = "08";
  private static final String SHUTDOWN = "57P0";
  private static final String DISK_FULL = "53100";
  private static final String TOO_MANY = "53300";

  DatabaseFailure(String statement, SQLException cause) {
    super("the database refused: " + statement, cause);
  }

  /**
   * Whether a transaction was given up only for another's sake (SQLSTATE class 40, such as a
   * deadlock): done again from its beginning it may well succeed.
   */
  static boolean isForAnother(Throwable failure) {
    return state(failure).filter(it -> it.startsWith(GIVEN_UP)).isPresent();
  }

  /**
   * What of a failure somebody has to mend at the database, in words for who runs it; empty where
   * it is none of the database, or nothing that can be told from its state alone.
   */
  public static Optional<String> toMend(Throwable failure) {
    return state(failure).flatMap(DatabaseFailure::inWords);
  }

  private static Optional<String> inWords(String state) {
    if (state.equals(DISK_FULL)) {
      return Optional.of("the database's disk is full");
    }
    if (state.equals(TOO_MANY)) {
      return Optional.of("the database has no connection left");
    }
    return state.startsWith(CONNECTION) || state.startsWith(SHUTDOWN)
        ? Optional.of("the database is away")
        : Optional.empty();
  }

  private static Optional<String> state(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException refused && refused.getSQLState() != null) {
        return Optional.of(refused.getSQLState());
      }
    }
    return Optional.empty();
  }
}
