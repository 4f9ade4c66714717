/**
 * Figures that pass from company to company and come out right: 3, 8, 18, and the same with
 * amounts, yields, shares and estimates. What is expected is worked out by hand in each test.
 */
@NullMarked
package org.cfptrace.it.story;

import org.jspecify.annotations.NullMarked;
