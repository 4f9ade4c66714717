/** A company's plants and products, what goes into them, and their footprint. */
@NullMarked
package org.cfptrace.connector.product;

import org.jspecify.annotations.NullMarked;
