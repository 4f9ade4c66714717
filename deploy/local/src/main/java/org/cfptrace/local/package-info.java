/**
 * The demo command: a visitor types {@code deploy/demo} and watches a steel mill, a parts maker and
 * a car maker pass a carbon footprint down the chain. This package reads the command line, starts
 * the platform ({@link org.cfptrace.local.stack}), lets the companies live their day ({@link
 * org.cfptrace.local.story}) and says how it ended.
 */
@NullMarked
package org.cfptrace.local;

import org.jspecify.annotations.NullMarked;
