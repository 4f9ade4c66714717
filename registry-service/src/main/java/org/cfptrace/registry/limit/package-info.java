/**
 * Nobody may crowd out the others: at the doors that ask for no token, each address has an
 * allowance that fills up again with time. It is kept in memory, by each instance for itself, so it
 * is a fence against carelessness and simple floods, not against a flood from many addresses.
 */
@NullMarked
package org.cfptrace.registry.limit;

import org.jspecify.annotations.NullMarked;
