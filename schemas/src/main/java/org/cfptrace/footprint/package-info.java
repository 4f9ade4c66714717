/**
 * What a footprint is made of. An amount of CO2-equivalent is booked by stage and account ({@link
 * org.cfptrace.footprint.Emissions}), per one {@link org.cfptrace.footprint.DeclaredUnit} of a
 * product, for a {@link org.cfptrace.footprint.Period}, with a word on how good the data is. Every
 * number is an exact decimal inside a type that knows its unit; text from outside becomes such a
 * number through {@link org.cfptrace.footprint.DecimalText} alone.
 */
@NullMarked
package org.cfptrace.footprint;

import org.jspecify.annotations.NullMarked;
