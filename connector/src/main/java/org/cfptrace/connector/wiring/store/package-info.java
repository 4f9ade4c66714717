/**
 * How values of the shared language lie in JSON columns: plain names and decimal strings, read back
 * through the same types that checked them when they came in.
 */
@NullMarked
package org.cfptrace.connector.wiring.store;

import org.jspecify.annotations.NullMarked;
