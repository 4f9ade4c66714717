package org.cfptrace.registry;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;

/** Every row of every table as text, as somebody would see it who got hold of the database. */
@ApplicationScoped
class TableDump {
  private final AgroalDataSource database;

  TableDump(AgroalDataSource database) {
    this.database = database;
  }

  String all() {
    try (var connection = database.getConnection()) {
      var dump = new StringBuilder();
      for (var table : tables(connection)) {
        try (var statement = connection.createStatement();
            var rows = statement.executeQuery("SELECT t::text FROM " + table + " t")) {
          while (rows.next()) {
            dump.append(table).append(": ").append(rows.getString(1)).append('\n');
          }
        }
      }
      return dump.toString();
    } catch (SQLException e) {
      throw new IllegalStateException("the database could not be dumped", e);
    }
  }

  private static Iterable<String> tables(Connection connection) throws SQLException {
    var tables = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }
}
