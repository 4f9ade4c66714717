/**
 * Who is acting and what that person may do: the caller of a request, the roles of a token, and
 * what a secret must not be when a service goes into production.
 */
@NullMarked
package org.cfptrace.service.access;

import org.jspecify.annotations.NullMarked;
