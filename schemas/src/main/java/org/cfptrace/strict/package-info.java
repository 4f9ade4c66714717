/**
 * Where text from outside becomes values. JSON without duplicates, floats or trailing tokens,
 * base64url in its one spelling, decimals by pattern only: whatever could be read in two ways is
 * not read at all. Nothing here knows what the values mean.
 */
@NullMarked
package org.cfptrace.strict;

import org.jspecify.annotations.NullMarked;
