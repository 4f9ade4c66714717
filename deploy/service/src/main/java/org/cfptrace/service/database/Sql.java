package org.cfptrace.service.database;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Plain SQL for tables whose rows are claimed, counted or stored as bytes. Takes part in the
 * transaction that is under way. Values go in as parameters: times as instants, an empty optional
 * as SQL null.
 */
public final class Sql {
  private final DataSource dataSource;

  public Sql(DataSource dataSource) {
    this.dataSource = requireNonNull(dataSource, "dataSource");
  }

  /** Changes rows and says how many. */
  public int update(String statement, Object... parameters) {
    return run(statement, parameters, PreparedStatement::executeUpdate);
  }

  /** Reads all rows. */
  public <T> List<T> list(String query, RowReader<T> reader, Object... parameters) {
    return run(
        query,
        parameters,
        prepared -> {
          try (ResultSet rows = prepared.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
              found.add(reader.read(new Row(rows)));
            }
            return found;
          }
        });
  }

  /** Reads the first row, if there is one. */
  public <T> Optional<T> first(String query, RowReader<T> reader, Object... parameters) {
    return list(query, reader, parameters).stream().findFirst();
  }

  /** Reads one number, such as a count. */
  public long number(String query, Object... parameters) {
    return first(query, row -> row.number(1), parameters)
        .orElseThrow(() -> new IllegalStateException("expected a row, seen none"));
  }

  private <T> T run(String statement, Object[] parameters, Execution<T> execution) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement prepared = connection.prepareStatement(statement)) {
      for (int i = 0; i < parameters.length; i++) {
        bind(connection, prepared, i + 1, parameters[i]);
      }
      return execution.run(prepared);
    } catch (SQLException e) {
      // The statement holds no values, so it may be shown; the driver's own message might.
      throw new DatabaseFailure(statement, e);
    }
  }

  private static void bind(
      Connection connection, PreparedStatement prepared, int at, @Nullable Object value)
      throws SQLException {
    if (value == null) {
      prepared.setNull(at, Types.NULL);
    } else if (value instanceof Optional<?> optional) {
      bind(connection, prepared, at, optional.orElse(null));
    } else if (value instanceof Instant instant) {
      prepared.setObject(at, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
    } else if (value instanceof Enum<?> constant) {
      prepared.setString(at, constant.name());
    } else if (value instanceof byte[] bytes) {
      prepared.setBytes(at, bytes);
    } else if (value instanceof String[] texts) {
      prepared.setArray(at, connection.createArrayOf("text", texts));
    } else if (value instanceof UUID[] uuids) {
      prepared.setArray(at, connection.createArrayOf("uuid", uuids));
    } else if (value instanceof Long[] numbers) {
      prepared.setArray(at, connection.createArrayOf("bigint", numbers));
    } else {
      prepared.setObject(at, value);
    }
  }

  /** Makes a value of one row. */
  @FunctionalInterface
  public interface RowReader<T> {
    /** Reads the row the cursor stands on. */
    T read(Row row) throws SQLException;
  }

  @FunctionalInterface
  private interface Execution<T> {
    T run(PreparedStatement prepared) throws SQLException;
  }

  /** One row; columns that may be null are asked for as optional. */
  public static final class Row {
    private final ResultSet rows;

    private Row(ResultSet rows) {
      this.rows = rows;
    }

    /** A text that is there. */
    public String text(String column) throws SQLException {
      return requireNonNull(rows.getString(column), column);
    }

    /** A text that may be missing. */
    public Optional<String> optionalText(String column) throws SQLException {
      return Optional.ofNullable(rows.getString(column));
    }

    /** An array of texts. */
    public String[] texts(String column) throws SQLException {
      return (String[]) rows.getArray(column).getArray();
    }

    /** A whole number. */
    public long number(String column) throws SQLException {
      return rows.getLong(column);
    }

    /** A whole number by its place. */
    public long number(int place) throws SQLException {
      return rows.getLong(place);
    }

    /** A whole number that may be missing. */
    public Optional<Long> optionalNumber(String column) throws SQLException {
      return Optional.ofNullable(rows.getObject(column, Long.class));
    }

    /** true or false. */
    public boolean flag(String column) throws SQLException {
      return rows.getBoolean(column);
    }

    /** Bytes that are there. */
    public byte[] bytes(String column) throws SQLException {
      return requireNonNull(rows.getBytes(column), column);
    }

    /** A UUID that is there. */
    public UUID uuid(String column) throws SQLException {
      return requireNonNull(rows.getObject(column, UUID.class), column);
    }

    /** A UUID that may be missing. */
    public Optional<UUID> optionalUuid(String column) throws SQLException {
      return Optional.ofNullable(rows.getObject(column, UUID.class));
    }

    /** A moment that is there. */
    public Instant instant(String column) throws SQLException {
      return optionalInstant(column)
          .orElseThrow(() -> new IllegalStateException(column + " is null"));
    }

    /** A moment that may be missing. */
    public Optional<Instant> optionalInstant(String column) throws SQLException {
      return Optional.ofNullable(rows.getObject(column, OffsetDateTime.class))
          .map(OffsetDateTime::toInstant);
    }

    /** A day that is there. */
    public LocalDate date(String column) throws SQLException {
      return requireNonNull(rows.getObject(column, LocalDate.class), column);
    }

    /** A day that may be missing. */
    public Optional<LocalDate> optionalDate(String column) throws SQLException {
      return Optional.ofNullable(rows.getObject(column, LocalDate.class));
    }
  }
}
