package org.cfptrace.service.database;

import java.sql.SQLException;

/** The database did not do what it was asked; the whole transaction is given up and tried again. */
public final class DatabaseFailure extends RuntimeException {
  private static final String GIVEN_UP = "40";

  DatabaseFailure(String statement, SQLException cause) {
    super("the database refused: " + statement, cause);
  }

  /**
   * Whether a transaction was given up only for another's sake (SQLSTATE class 40, such as a
   * deadlock): done again from its beginning it may well succeed.
   */
  static boolean isForAnother(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException refused
          && refused.getSQLState() != null
          && refused.getSQLState().startsWith(GIVEN_UP)) {
        return true;
      }
    }
    return false;
  }
}
