package org.cfptrace.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.cfptrace.local.stack.Postgres.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresTest {

  @TempDir Path directory;

  @Test
  void keepsDataOverStopKillAndRestartAndLetsEachRoleIntoItsOwnDatabaseOnly() throws Exception {
    try (DataDirectory data = DataDirectory.open(directory.resolve("data"))) {
      Secrets secrets = Secrets.in(data);
      Database mill;
      try (Postgres postgres = Postgres.start(data, secrets, new Ports().free())) {
        mill = postgres.database("steel_mill");
        Database parts = postgres.database("parts_maker");
        execute(mill, "CREATE TABLE kept (value text)");
        execute(mill, "INSERT INTO kept VALUES ('first')");

        assertThatThrownBy(() -> connect(mill.jdbcUrl(), "steel_mill", "wrong"))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("password");
        assertThatThrownBy(() -> connect(mill.jdbcUrl(), parts.username(), parts.password()))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("permission denied");

        postgres.kill();
        postgres.start();
        assertThat(count(mill)).isEqualTo(1);
      }
      try (Postgres postgres = Postgres.start(data, secrets, new Ports().free())) {
        assertThat(count(postgres.database("steel_mill"))).isEqualTo(1);
      }
    }
  }

  private static void execute(Database database, String sql) throws SQLException {
    try (Connection connection =
            connect(database.jdbcUrl(), database.username(), database.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int count(Database database) throws SQLException {
    try (Connection connection =
            connect(database.jdbcUrl(), database.username(), database.password());
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT count(*) FROM kept")) {
      result.next();
      return result.getInt(1);
    }
  }

  private static Connection connect(String url, String user, String password) throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }
}
