package org.cfptrace.service.http;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.cfptrace.service.answer.ProblemCode;
import org.cfptrace.service.answer.Refused;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hands a resource method its {@link Body}, which is no larger than this service allows. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class BodyReader implements MessageBodyReader<Body> {
  // The server itself cuts the connection at more than this, without a word; up to there we say
  // why.
  private final int mostBytes;

  BodyReader(@ConfigProperty(name = "cfptrace.doors.most-bytes") int mostBytes) {
    this.mostBytes = mostBytes;
  }

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
    byte[] bytes = entityStream.readNBytes(mostBytes + 1);
    if (bytes.length > mostBytes) {
      throw new Refused(ProblemCode.BODY_TOO_LARGE, "a body has at most " + mostBytes + " bytes");
    }
    return Body.parse(bytes);
  }
}
