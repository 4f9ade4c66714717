package org.cfptrace.service.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.cfptrace.service.answer.FieldError;
import org.cfptrace.service.answer.ProblemCode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A refusal as RFC 9457 writes it. */
@Schema(description = "Why a request was refused (RFC 9457).")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    @Schema(examples = "urn:cfptrace:problem:invalid-fields") String type,
    @Schema(examples = "Some fields cannot be accepted") String title,
    @Schema(examples = "400") int status,
    @Schema(examples = "INVALID_FIELDS", description = "stable, for programs") String code,
    @Schema(examples = "1 field cannot be accepted") String detail,
    List<FieldError> errors) {

  /** The content type of a problem. */
  public static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(
      ProblemCode code, int status, String detail, List<FieldError> errors, boolean japanese) {
    return new Problem(
        "urn:cfptrace:problem:" + code.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        japanese ? code.japaneseTitle() : code.title(),
        status,
        code.name(),
        detail,
        errors);
  }
}
