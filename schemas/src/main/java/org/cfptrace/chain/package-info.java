/**
 * The way back from a figure to all it was made of: what each company of a chain has shown is
 * checked against what the companies before and after it have signed, and against the public log.
 * Plain data goes in, a tree of outcomes comes out; nothing here asks anybody anything.
 */
@NullMarked
package org.cfptrace.chain;

import org.jspecify.annotations.NullMarked;
