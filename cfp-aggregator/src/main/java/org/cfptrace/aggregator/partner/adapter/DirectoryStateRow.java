package org.cfptrace.aggregator.partner.adapter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** Until when we know the directory topic to be complete; there is one row. */
@Entity
@Table(name = "directory_state")
@NullUnmarked
class DirectoryStateRow {
  static final int ONLY = 1;

  @Id int id = ONLY;

  @Column(name = "complete_as_of")
  Instant completeAsOf;
}
