package org.cfptrace.service.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import org.cfptrace.keys.Sha256;

/** Answers with an ETag that changes exactly when the answer does: it is the hash of its bytes. */
@ApplicationScoped
public class Tagged {
  private final ObjectMapper json;

  Tagged(ObjectMapper json) {
    this.json = json;
  }

  /** The answer; not sent again to whoever has it already. */
  public Response answer(Request request, Object form) {
    byte[] written = written(form);
    EntityTag tag =
        new EntityTag(Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(written)));
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    return unchanged == null ? Response.ok(written).tag(tag).build() : unchanged.tag(tag).build();
  }

  private byte[] written(Object form) {
    try {
      return json.writeValueAsBytes(form);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write an answer", e);
    }
  }
}
