/** The allowance at the HTTP doors. */
@NullMarked
package org.cfptrace.registry.limit.adapter;

import org.jspecify.annotations.NullMarked;
