/**
 * The exchange put together from plain classes, and what drives it in a running service: rounds
 * that never end, figures an operator watches, and the enrolment that comes before the first start.
 */
@NullMarked
package org.cfptrace.exchange.wiring;

import org.jspecify.annotations.NullMarked;
