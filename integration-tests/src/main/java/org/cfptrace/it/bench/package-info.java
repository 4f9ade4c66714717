/**
 * How fast it is, as ratios to a bound measured in the same run: an absolute figure from a shared
 * machine means little. Programs of their own, never timed tests.
 */
@NullMarked
package org.cfptrace.it.bench;

import org.jspecify.annotations.NullMarked;
