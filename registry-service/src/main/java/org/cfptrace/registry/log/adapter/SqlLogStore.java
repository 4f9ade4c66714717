package org.cfptrace.registry.log.adapter;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.cfptrace.log.LogEntry;
import org.cfptrace.log.StatusList;
import org.cfptrace.log.TileName;
import org.cfptrace.log.TileSource;
import org.cfptrace.log.Timestamp;
import org.cfptrace.log.TreeWriter;
import org.cfptrace.registry.log.LogStore;
import org.cfptrace.service.database.Sql;
import org.postgresql.PGConnection;

/** The log in PostgreSQL. */
public class SqlLogStore implements LogStore {
  static final String ENTRIES =
      "SELECT e.entry FROM log_place p JOIN log_entry e ON e.number = p.number"
          + " WHERE p.place >= ? AND p.place < ? ORDER BY p.place";
  private static final int HASH = 32;

  private final Sql sql;
  private final DataSource database;

  public SqlLogStore(DataSource database) {
    this.sql = new Sql(database);
    this.database = database;
  }

  @Override
  public Optional<Long> lease(UUID holder, Duration length) {
    // By the database's clock, which all instances share.
    return sql.first(
            "UPDATE log_writer SET held_until = clock_timestamp() + ? * interval '1 millisecond'"
                + " WHERE holder = ? RETURNING fence",
            row -> row.number("fence"),
            length.toMillis(),
            holder)
        .or(
            () ->
                sql.first(
                    "UPDATE log_writer SET holder = ?, fence = fence + 1,"
                        + " held_until = clock_timestamp() + ? * interval '1 millisecond'"
                        + " WHERE holder IS NULL OR held_until < clock_timestamp()"
                        + " RETURNING fence",
                    row -> row.number("fence"),
                    holder,
                    length.toMillis()));
  }

  @Override
  public void release(UUID holder) {
    sql.update("UPDATE log_writer SET holder = NULL WHERE holder = ?", holder);
  }

  @Override
  public void requireLease(long fence) {
    boolean isHeld =
        sql.first(
                "SELECT fence FROM log_writer WHERE fence = ? FOR UPDATE",
                row -> row.number("fence"),
                fence)
            .isPresent();
    if (!isHeld) {
      throw new LeaseLost(fence);
    }
  }

  @Override
  public long size() {
    return sql.number("SELECT size FROM log_writer");
  }

  @Override
  public TileSource tiles() {
    return name -> name.level() == TileName.ENTRIES ? bundle(name) : hashes(name);
  }

  private Optional<byte[]> hashes(TileName name) {
    int length = name.width() * HASH;
    return sql.first(
        "SELECT substring(hashes FROM 1 FOR ?) AS wide FROM log_tile"
            + " WHERE level = ? AND number = ? AND length(hashes) >= ?",
        row -> row.bytes("wide"),
        length,
        name.level(),
        name.number(),
        length);
  }

  /** Bundles are not kept: the entries are, in their order. */
  private Optional<byte[]> bundle(TileName name) {
    long first = name.number() * TileName.FULL;
    List<byte[]> entries =
        sql.list(ENTRIES, row -> row.bytes("entry"), first, first + name.width());
    if (entries.size() < name.width()) {
      return Optional.empty();
    }
    ByteBuffer bundle = ByteBuffer.allocate(entries.size() * (2 + LogEntry.BYTES));
    entries.forEach(entry -> bundle.putShort((short) entry.length).put(entry));
    return Optional.of(bundle.array());
  }

  @Override
  public List<Waiting> take(int most) {
    List<Long> numbers =
        sql.list(
            "DELETE FROM log_waiting WHERE number <= (SELECT max(number) FROM"
                + " (SELECT number FROM log_waiting ORDER BY number LIMIT ?) AS oldest)"
                + " RETURNING number",
            row -> row.number("number"),
            most);
    // Looked up one by one in the index; joined, the whole table would be read for each batch.
    return sql.list(
        "SELECT number, entry, superseded OR recalled AS has_status FROM log_entry"
            + " WHERE number = ANY (?)",
        row ->
            new Waiting(
                row.number("number"), LogEntry.parse(row.bytes("entry")), row.flag("has_status")),
        (Object) numbers.toArray(Long[]::new));
  }

  @Override
  public void place(long first, List<Waiting> entries) {
    try (Connection connection = database.getConnection()) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(CopyRows.STATEMENT, CopyRows.of(first, entries));
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("entries could not be placed from " + first, e);
    }
    // What was said while it waited is in no list yet.
    if (entries.stream().anyMatch(Waiting::hasStatus)) {
      sql.update("UPDATE log_status_change SET changes = changes + 1");
    }
  }

  @Override
  public void write(List<TreeWriter.Tile> tiles, long size) {
    List<TreeWriter.Tile> hashes =
        tiles.stream().filter(tile -> tile.name().level() != TileName.ENTRIES).toList();
    sql.update(
        "INSERT INTO log_tile (level, number, hashes)"
            + " SELECT * FROM unnest(?::smallint[], ?::bigint[], ?::bytea[])"
            + " ON CONFLICT (level, number) DO UPDATE SET hashes = excluded.hashes",
        hashes.stream().map(tile -> (long) tile.name().level()).toArray(Long[]::new),
        hashes.stream().map(tile -> tile.name().number()).toArray(Long[]::new),
        hashes.stream().map(TreeWriter.Tile::bytes).toArray(byte[][]::new));
    sql.update("UPDATE log_writer SET size = ?", size);
  }

  @Override
  public Optional<Published> published() {
    return sql.first(
        "SELECT size, note, published_at FROM log_checkpoint ORDER BY size DESC LIMIT 1",
        SqlLogStore::published);
  }

  private static Published published(Sql.Row row) throws SQLException {
    return new Published(row.number("size"), row.text("note"), row.instant("published_at"));
  }

  @Override
  public void publish(Published checkpoint) {
    sql.update(
        "INSERT INTO log_checkpoint (size, note, published_at) VALUES (?, ?, ?)",
        checkpoint.size(),
        checkpoint.note(),
        checkpoint.at());
  }

  @Override
  public Optional<Listed> statusList() {
    return sql.first(
        "SELECT version, size, token, made_at FROM log_status_list ORDER BY version DESC LIMIT 1",
        row ->
            new Listed(
                row.number("version"),
                row.number("size"),
                row.text("token"),
                row.instant("made_at")));
  }

  @Override
  public boolean hasStatusBeyond(long place) {
    return sql.number(
            "SELECT count(*) FROM (SELECT 1 FROM log_place p JOIN log_entry e ON e.number = p.number"
                + " WHERE p.place >= ? AND get_byte(e.entry, 0) <> ? LIMIT 1) AS one",
            place,
            (int) LogEntry.Kind.STATUS_LIST.code())
        > 0;
  }

  @Override
  public Optional<Long> unlistedChanges() {
    return sql.first(
        "SELECT changes FROM log_status_change WHERE changes > listed FOR UPDATE",
        row -> row.number("changes"));
  }

  @Override
  public StatusList status() {
    StatusList.Builder list = StatusList.ofSize(size()).toBuilder();
    for (Marked marked :
        sql.list(
            "SELECT p.place, e.superseded, e.recalled FROM log_entry e"
                + " JOIN log_place p ON p.number = e.number WHERE e.superseded OR e.recalled",
            row -> new Marked(row.number("place"), row.flag("superseded"), row.flag("recalled")))) {
      list.set(marked.place(), marked.superseded(), marked.recalled());
    }
    return list.build();
  }

  private record Marked(long place, boolean superseded, boolean recalled) {}

  @Override
  public void keep(Listed list, Optional<Long> changes) {
    sql.update(
        "INSERT INTO log_status_list (version, size, token, made_at) VALUES (?, ?, ?, ?)",
        list.version(),
        list.size(),
        list.token(),
        list.at());
    changes.ifPresent(upTo -> sql.update("UPDATE log_status_change SET listed = ?", upTo));
  }

  @Override
  public Optional<Stamped> newestStamp() {
    return sql.first(
        "SELECT size, note, token, stamped_at FROM log_timestamp ORDER BY number DESC LIMIT 1",
        SqlLogStore::stamped);
  }

  private static Stamped stamped(Sql.Row row) throws SQLException {
    return new Stamped(
        row.number("size"),
        new Timestamp(row.text("note"), row.bytes("token")),
        row.instant("stamped_at"));
  }

  @Override
  public void keep(Timestamp stamp, long size, Instant at) {
    sql.update(
        "INSERT INTO log_timestamp (size, note, token, stamped_at) VALUES (?, ?, ?, ?)",
        size,
        stamp.note(),
        stamp.token(),
        at);
  }

  @Override
  public List<Stamped> stamps(long size, int most) {
    return sql.list(
        "SELECT size, note, token, stamped_at FROM log_timestamp WHERE size >= ?"
            + " ORDER BY number LIMIT ?",
        SqlLogStore::stamped,
        size,
        most);
  }

  @Override
  public List<Published> unsent(int most) {
    return sql.list(
        "SELECT size, note, published_at FROM log_checkpoint WHERE sent_at IS NULL"
            + " ORDER BY size LIMIT ? FOR UPDATE",
        SqlLogStore::published,
        most);
  }

  @Override
  public void sent(List<Long> sizes, Instant at) {
    sql.update(
        "UPDATE log_checkpoint SET sent_at = ? WHERE size = ANY (?)",
        at,
        sizes.toArray(Long[]::new));
  }
}
