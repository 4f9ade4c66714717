/**
 * Who did what, and who looked at what: noted in the transaction of the act itself, read by
 * auditors. Only services that are participants keep one.
 */
@NullMarked
package org.cfptrace.service.journal;

import org.jspecify.annotations.NullMarked;
