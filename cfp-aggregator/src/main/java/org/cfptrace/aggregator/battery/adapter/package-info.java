/** The doors and tables of batteries. */
@NullMarked
package org.cfptrace.aggregator.battery.adapter;

import org.jspecify.annotations.NullMarked;
