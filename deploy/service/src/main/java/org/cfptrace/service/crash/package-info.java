/**
 * The places at which a process may die. Production passes them by; a test dies at each of them and
 * expects the same rows after the next start.
 */
@NullMarked
package org.cfptrace.service.crash;

import org.jspecify.annotations.NullMarked;
