/**
 * What a company emits itself for one unit of a product (自社由来排出量): by stage and account, for a
 * period, with method and data quality. Postings are never changed; a newer one for the same period
 * takes the place of the older.
 */
@NullMarked
package org.cfptrace.connector.emission;

import org.jspecify.annotations.NullMarked;
