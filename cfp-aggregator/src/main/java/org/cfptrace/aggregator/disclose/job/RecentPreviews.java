package org.cfptrace.aggregator.disclose.job;

import static java.util.Objects.requireNonNull;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.cfptrace.aggregator.disclose.Stamp;
import org.cfptrace.aggregator.disclose.job.ExportSubjects.Known;
import org.cfptrace.aggregator.disclose.job.PreviewExport.Preview;

/** Previews that were read lately; where they grow too long, the one unread for longest goes. */
final class RecentPreviews {
  private final long most;
  private final Map<Key, Preview> previews = new LinkedHashMap<>(16, 0.75f, true);
  private long characters;

  /**
   * Keeps none yet.
   *
   * @param most characters that the texts of all together may have
   */
  RecentPreviews(long most) {
    this.most = most;
  }

  /**
   * All that the files of a subject follow from, and which they are once they are there.
   *
   * @param gathered digest of what was gathered
   */
  record Key(
      UUID export,
      int place,
      String gathered,
      Optional<String> exportId,
      Optional<Stamp.Overridden> overridden,
      Optional<String> manifestSha256) {
    Key {
      requireNonNull(export, "export");
      requireNonNull(gathered, "gathered");
      requireNonNull(exportId, "exportId");
      requireNonNull(overridden, "overridden");
      requireNonNull(manifestSha256, "manifestSha256");
    }

    static Key of(Export export, Known known, String gathered) {
      return new Key(
          export.id(),
          known.place(),
          Manifest.digest(gathered),
          export.progress().exportId(),
          export.progress().overridden(),
          known.manifestSha256());
    }
  }

  /** A preview, made where it is not known. */
  Preview find(Key key, Supplier<Preview> maker) {
    return known(key).orElseGet(() -> keep(key, maker.get()));
  }

  private synchronized Optional<Preview> known(Key key) {
    return Optional.ofNullable(previews.get(key));
  }

  private synchronized Preview keep(Key key, Preview made) {
    if (made.characters() > most) {
      return made;
    }
    if (previews.put(key, made) == null) {
      characters += made.characters();
    }
    for (Iterator<Preview> longestUnread = previews.values().iterator();
        characters > most && longestUnread.hasNext(); ) {
      characters -= longestUnread.next().characters();
      longestUnread.remove();
    }
    return made;
  }
}
