package org.cfptrace.connector.wiring.http;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.cfptrace.connector.answer.ProblemCode;
import org.cfptrace.connector.answer.Refused;

/**
 * Hands a resource method its {@link Body}, which is at most 8 MiB: room for 5,000 lines of a bill
 * of materials.
 */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class BodyReader implements MessageBodyReader<Body> {
  // The server itself cuts the connection at twice as many, without a word; up to there we say why.
  private static final int MOST_BYTES = 8 * 1024 * 1024;

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type == Body.class;
  }

  @Override
  public Body readFrom(
      Class<Body> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> httpHeaders,
      InputStream entityStream)
      throws IOException {
    byte[] bytes = entityStream.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new Refused(ProblemCode.BODY_TOO_LARGE, "a body has at most " + MOST_BYTES + " bytes");
    }
    return Body.parse(bytes);
  }
}
