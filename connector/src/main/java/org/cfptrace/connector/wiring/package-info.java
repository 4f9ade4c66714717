/** Where plain classes become beans, and what every room of the connector shares. */
@NullMarked
package org.cfptrace.connector.wiring;

import org.jspecify.annotations.NullMarked;
