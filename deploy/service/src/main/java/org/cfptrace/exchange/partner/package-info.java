/**
 * Whom we deal with, and by which keys we know them. A company is invited over its door and
 * accepts, and on each side a person compares the other's fingerprint once; from then on its key is
 * pinned, and a key that nobody we trust vouches for waits for a person again. The directory tells
 * who stands where; our own entry in it is watched like everybody else's. For an audit a company
 * may also be known by the word of one that is trusted already, for that purpose alone.
 */
@NullMarked
package org.cfptrace.exchange.partner;

import org.jspecify.annotations.NullMarked;
