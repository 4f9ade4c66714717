/**
 * Pieces of forms that several doors share: amounts by stage and account, data quality, periods,
 * identifiers in paths.
 */
@NullMarked
package org.cfptrace.connector.wiring.form;

import org.jspecify.annotations.NullMarked;
