/**
 * Notifications in PostgreSQL, and the doors through which people list, read and follow them; the
 * stream looks into the database, so that it tells what another instance was told, too.
 */
@NullMarked
package org.cfptrace.connector.notify.adapter;

import org.jspecify.annotations.NullMarked;
