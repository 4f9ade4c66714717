/**
 * Where plain classes become beans: settings in, stories out. Also what no story owns: jobs,
 * health, metrics, and the refusal to start production with a development secret.
 */
@NullMarked
package org.cfptrace.registry.wiring;

import org.jspecify.annotations.NullMarked;
