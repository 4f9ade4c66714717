/**
 * The REST doors and the tables of plants, products and bills of materials. A resource reads a
 * form, calls one use case, shows the result; a table returns the story's own types.
 */
@NullMarked
package org.cfptrace.connector.product.adapter;

import org.jspecify.annotations.NullMarked;
