/**
 * How one company speaks to another: a message is signed, padded to a size class and sealed to the
 * recipient's key. What is sealed says who speaks, to whom, in which thread and in which order; the
 * outside says nothing but the key it is for. Opening and checking are the reader's ({@code
 * org.cfptrace.verify}).
 */
@NullMarked
package org.cfptrace.envelope;

import org.jspecify.annotations.NullMarked;
