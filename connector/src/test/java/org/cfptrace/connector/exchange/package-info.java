/**
 * Several companies in one JVM, each on its own database, wired from the same plain classes as the
 * service; in between a broker that keeps what it is given.
 */
@NullMarked
package org.cfptrace.connector.exchange;

import org.jspecify.annotations.NullMarked;
