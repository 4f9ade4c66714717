/**
 * What suppliers have told us, handed on to an aggregator where their terms allow it. A person
 * presents one declaration; from then on the product is followed: what its supplier says of it
 * later, for better or worse, goes the same way, until somebody ends it.
 */
@NullMarked
package org.cfptrace.connector.present;

import org.jspecify.annotations.NullMarked;
