/**
 * The service's own database: transactions as the stories know them, and plain SQL for tables whose
 * rows are claimed, counted or stored as bytes.
 */
@NullMarked
package org.cfptrace.service.database;

import org.jspecify.annotations.NullMarked;
