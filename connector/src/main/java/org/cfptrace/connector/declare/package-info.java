/**
 * Saying what a product's footprint is. The cumulative footprint becomes one self-declaration, the
 * statement that holds everything; each recipient gets a copy of its own with fresh salts and
 * blinding, cut to what it may see, and stored as bytes together with the message that carries it.
 */
@NullMarked
package org.cfptrace.connector.declare;

import org.jspecify.annotations.NullMarked;
