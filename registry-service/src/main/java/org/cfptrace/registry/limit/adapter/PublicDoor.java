package org.cfptrace.registry.limit.adapter;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A door that asks for no token: each address has an allowance there. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface PublicDoor {
  /** Which allowance a request draws on. */
  Kind value();

  /** The allowances. */
  enum Kind {
    /** Looking things up, and signed calls. */
    READ,
    /** Applying and enrolling: dearer for us, and rare for an honest company. */
    ARRIVAL
  }
}
