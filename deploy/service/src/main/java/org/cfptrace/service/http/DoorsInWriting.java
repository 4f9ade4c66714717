package org.cfptrace.service.http;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Writes into the OpenAPI document what all doors have in common, so that no resource has to repeat
 * it: the headers of a write, the pages of a list, the problems. A service that wants it calls it
 * from a filter of its own, which the build finds by its annotation.
 */
public final class DoorsInWriting {
  private static final String PROBLEM = "Problem";
  private static final Map<String, String> PROBLEMS =
      Map.of(
          "400", "fields, parameters or headers cannot be accepted; each fault is listed",
          "401", "no bearer token, or one that is not accepted",
          "403", "none of the caller's roles opens this door");
  private static final Map<String, String> PROBLEMS_OF_WRITES =
      Map.of(
          "409", "at odds with what is there",
          "422", "against a rule, or the Idempotency-Key belongs to another request");
  private static final Map<String, String> PROBLEMS_OF_CHANGES =
      Map.of("412", "changed in the meantime", "428", "If-Match is missing");

  private DoorsInWriting() {}

  /** Completes the document of all doors. */
  public static void complete(OpenAPI document) {
    document.getComponents().addSchema(PROBLEM, problem());
    document
        .getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .forEach((method, operation) -> complete(path, method, operation)));
  }

  private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
    PROBLEMS.forEach((status, why) -> refuses(operation, status, why));
    if (path.contains("{")) {
      refuses(operation, "404", "there is no such thing, or it is not yours");
    }
    switch (method) {
      case POST -> write(operation);
      case PUT, DELETE -> {
        write(operation);
        operation.addParameter(
            header("If-Match", false, "the ETag of the version this replaces", "\"3\""));
        PROBLEMS_OF_CHANGES.forEach((status, why) -> refuses(operation, status, why));
      }
      default -> {}
    }
    if (method == PathItem.HttpMethod.GET && isList(operation)) {
      operation.addParameter(query("limit", "how many at most, 1 to 100; 50 when not said"));
      operation.addParameter(query("after", "the \"next\" of the page before"));
    }
  }

  private static void write(Operation operation) {
    operation.addParameter(
        header(
            Writes.KEY_HEADER,
            true,
            "names this write: a repeat with the same key gets the same answer and does nothing"
                + " more",
            "6b1f0a52-6f3e-4a0b-8f1f-2d7a6f1f9c11"));
    PROBLEMS_OF_WRITES.forEach((status, why) -> refuses(operation, status, why));
  }

  private static boolean isList(Operation operation) {
    APIResponse ok = operation.getResponses().getAPIResponse("200");
    return ok != null
        && ok.getContent() != null
        && ok.getContent().getMediaTypes().values().stream()
            .map(type -> type.getSchema() == null ? null : type.getSchema().getRef())
            .anyMatch(ref -> ref != null && ref.contains("/Listed"));
  }

  private static void refuses(Operation operation, String status, String why) {
    operation
        .getResponses()
        .addAPIResponse(
            status,
            OASFactory.createAPIResponse()
                .description(why)
                .content(
                    OASFactory.createContent()
                        .addMediaType(
                            Problem.MEDIA_TYPE,
                            OASFactory.createMediaType()
                                .schema(
                                    OASFactory.createSchema()
                                        .ref("#/components/schemas/" + PROBLEM)))));
  }

  private static Parameter header(
      String name, boolean required, String description, String example) {
    return OASFactory.createParameter()
        .name(name)
        .in(Parameter.In.HEADER)
        .required(required)
        .description(description)
        .example(example)
        .schema(text());
  }

  private static Parameter query(String name, String description) {
    return OASFactory.createParameter()
        .name(name)
        .in(Parameter.In.QUERY)
        .description(description)
        .schema(text());
  }

  private static Schema problem() {
    Schema fault =
        object()
            .addProperty("field", text().description("its path, such as lines[3].amount"))
            .addProperty("code", text())
            .addProperty("message", text());
    return object()
        .description("why a request was refused (RFC 9457)")
        .addProperty("type", text().examples(List.of("urn:cfptrace:problem:invalid-fields")))
        .addProperty("title", text().description("English, or Japanese by Accept-Language"))
        .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
        .addProperty("code", text().examples(List.of("INVALID_FIELDS")))
        .addProperty("detail", text().examples(List.of("2 fields cannot be accepted")))
        .addProperty(
            "errors", OASFactory.createSchema().addType(Schema.SchemaType.ARRAY).items(fault));
  }

  private static Schema object() {
    return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
  }

  private static Schema text() {
    return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
  }
}
