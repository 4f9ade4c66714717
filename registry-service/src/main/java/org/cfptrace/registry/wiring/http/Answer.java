package org.cfptrace.registry.wiring.http;

/** What a write is answered: a status and a body that Jackson can write. */
public record Answer(int status, Object body) {
  public static Answer ok(Object body) {
    return new Answer(200, body);
  }

  public static Answer created(Object body) {
    return new Answer(201, body);
  }
}
