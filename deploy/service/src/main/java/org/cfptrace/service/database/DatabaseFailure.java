package org.cfptrace.service.database;

import java.sql.SQLException;

/** The database did not do what it was asked; the whole transaction is given up and tried again. */
public final class DatabaseFailure extends RuntimeException {
  DatabaseFailure(String statement, SQLException cause) {
    super("the database refused: " + statement, cause);
  }
}
