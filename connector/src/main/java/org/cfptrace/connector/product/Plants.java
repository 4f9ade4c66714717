package org.cfptrace.connector.product;

import java.util.Optional;
import org.cfptrace.service.answer.ExpectedVersion;
import org.cfptrace.service.answer.Page;
import org.cfptrace.service.answer.PageRequest;
import org.cfptrace.service.answer.Versioned;

/** The company's plants. */
public interface Plants {
  /** A plant with its version. */
  Optional<Versioned<Plant>> find(PlantId id);

  /** The plants by id. */
  Page<Versioned<Plant>> list(PageRequest page);

  /** Keeps a new plant; refused when its public number is taken. */
  Versioned<Plant> add(Plant plant);

  /** Replaces a plant; refused when it is not there, or not at that version any more. */
  Versioned<Plant> replace(Plant plant, ExpectedVersion expected);
}
