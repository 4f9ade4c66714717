package org.cfptrace.service.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What of a failure somebody has to mend is told in words, and nothing is guessed. */
class DatabaseFailureTest {
  private static Throwable refusedWith(String state) {
    return new IllegalStateException(
        new DatabaseFailure("insert into x values (?)", new SQLException("no", state)));
  }

  @Test
  void aFullDiskAndADatabaseThatIsAwayAreNamed() {
    assertThat(DatabaseFailure.toMend(refusedWith("53100")))
        .contains("the database's disk is full");
    assertThat(DatabaseFailure.toMend(refusedWith("53300")))
        .contains("the database has no connection left");
    assertThat(DatabaseFailure.toMend(refusedWith("08006"))).contains("the database is away");
    assertThat(DatabaseFailure.toMend(refusedWith("57P01"))).contains("the database is away");
  }

  @Test
  void whatIsNoneOfTheDatabasesOrOfTheStatementIsNot() {
    assertThat(DatabaseFailure.toMend(refusedWith("23505"))).isEmpty();
    assertThat(DatabaseFailure.toMend(new SQLException("no state"))).isEmpty();
    assertThat(DatabaseFailure.toMend(new IllegalStateException("no database"))).isEmpty();
  }
}
