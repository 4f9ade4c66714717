package org.cfptrace.aggregator.partner.adapter;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/** A directory entry as it lies in its table: the registry's token. */
@Entity
@Table(name = "directory_entry")
@NullUnmarked
class EntryRow {
  @Id String participant;
  long sequence;
  String entry;
}
