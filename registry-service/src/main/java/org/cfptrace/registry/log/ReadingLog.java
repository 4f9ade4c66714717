package org.cfptrace.registry.log;

import java.util.List;
import java.util.Optional;
import org.cfptrace.log.ConsistencyProof;
import org.cfptrace.log.InclusionProof;
import org.cfptrace.log.TileName;
import org.cfptrace.log.TileSource;
import org.cfptrace.log.Tiles;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;

/** What anybody may read of the log: never more than the checkpoint shown covers. */
public final class ReadingLog {
  private static final int MOST_STAMPS = 100;

  private final LogStore store;

  public ReadingLog(LogStore store) {
    this.store = store;
  }

  /** The newest checkpoint, the whole note. */
  public LogStore.Published checkpoint() {
    return store
        .published()
        .orElseThrow(() -> new Refused(ProblemCode.NOT_FOUND, "no checkpoint was made yet"));
  }

  /** The bytes of a tile or bundle, exactly as wide as its name says. */
  public byte[] tile(String path) {
    TileName name = name(path);
    return shown(name)
        .flatMap(covered -> store.tiles().read(covered))
        .orElseThrow(() -> new Refused(ProblemCode.NOT_FOUND, "the log has no such tile"));
  }

  private Optional<TileName> shown(TileName name) {
    return TileName.in(checkpoint().size(), name.level(), name.number())
        .filter(covered -> name.width() <= covered.width())
        .map(covered -> name);
  }

  private static TileName name(String path) {
    try {
      return TileName.parse(path);
    } catch (IllegalArgumentException e) {
      throw new Refused(ProblemCode.NOT_FOUND, "this is not the name of a tile");
    }
  }

  public InclusionProof inclusion(long index, Optional<Long> size) {
    long tree = size(size);
    if (index >= tree) {
      throw new Refused(ProblemCode.INVALID_PARAMETER, "index is below the size, which is " + tree);
    }
    return new Tiles(tiles(), tree).inclusion(index);
  }

  public ConsistencyProof consistency(long from, Optional<Long> to) {
    long tree = size(to);
    if (from > tree) {
      throw new Refused(ProblemCode.INVALID_PARAMETER, "from is at most the size, " + tree);
    }
    return new Tiles(tiles(), tree).consistencyFrom(from);
  }

  private TileSource tiles() {
    return store.tiles();
  }

  private long size(Optional<Long> asked) {
    long shown = checkpoint().size();
    long size = asked.orElse(shown);
    if (size > shown) {
      throw new Refused(ProblemCode.INVALID_PARAMETER, "the newest checkpoint is for " + shown);
    }
    return size;
  }

  /** The newest signed status list. */
  public String statusList() {
    return store
        .statusList()
        .map(LogStore.Listed::token)
        .orElseThrow(() -> new Refused(ProblemCode.NOT_FOUND, "no status list was made yet"));
  }

  /** The stamps that cover so many entries, oldest first. */
  public List<LogStore.Stamped> stamps(long size) {
    return store.stamps(size, MOST_STAMPS);
  }
}
