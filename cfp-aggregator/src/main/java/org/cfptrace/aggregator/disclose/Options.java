package org.cfptrace.aggregator.disclose;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.cfptrace.service.answer.FieldError;
import org.cfptrace.service.answer.FieldErrors;
import org.cfptrace.service.http.Body;
import org.cfptrace.service.http.Fields;

/** The options of a subject: one JSON object, as its target reads it. */
public final class Options {
  private Options() {}

  /** No options. */
  public static ObjectNode none() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** Those of one subject, each in the place of the one for all. */
  public static ObjectNode merged(ObjectNode common, Optional<ObjectNode> own) {
    ObjectNode merged = common.deepCopy();
    own.ifPresent(merged::setAll);
    return merged;
  }

  /** All that is wrong with options; nothing where they can be read. */
  public static List<FieldError> faults(Target<?, ?> target, String json) {
    FieldErrors errors = new FieldErrors();
    Fields fields = fields(json, errors);
    target.options(fields);
    fields.refuseOthers();
    return errors.list();
  }

  /**
   * Reads options that have no faults.
   *
   * @throws org.cfptrace.service.answer.Refused where they have some after all
   */
  static <O> O of(Target<O, ?> target, String json) {
    FieldErrors errors = new FieldErrors();
    Fields fields = fields(json, errors);
    O options = target.options(fields);
    errors.refuseIfAny();
    return options;
  }

  private static Fields fields(String json, FieldErrors errors) {
    return Body.parse(json.getBytes(UTF_8)).fields(errors);
  }
}
