/** The broker's own interface, the tables, and the owner's signed calls. */
@NullMarked
package org.cfptrace.registry.broker.adapter;

import org.jspecify.annotations.NullMarked;
