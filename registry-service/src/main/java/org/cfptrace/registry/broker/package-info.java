/**
 * The broker's topics and rights follow the register: an inbox and a door for each participant,
 * leave to write for each accepted partner, nothing for whoever is suspended. What should be is
 * worked out from the database and compared with what is, again and again, so that a broker that
 * was down or changed by hand is brought back.
 */
@NullMarked
package org.cfptrace.registry.broker;

import org.jspecify.annotations.NullMarked;
