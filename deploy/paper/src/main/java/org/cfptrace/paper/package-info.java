/**
 * What people and offices read: PDF, XLSX, CSV and ZIP, made from plain data. The same data are the
 * same bytes: no clock, no random id; the one moment that appears is handed in.
 */
@NullMarked
package org.cfptrace.paper;

import org.jspecify.annotations.NullMarked;
