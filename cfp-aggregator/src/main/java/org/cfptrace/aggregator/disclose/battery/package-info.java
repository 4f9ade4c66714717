/**
 * What is disclosed of a battery in the European Union: the carbon-footprint declaration of
 * Regulation (EU) 2023/1542 Article 7(1) as a document and as data, and the carbon-footprint part
 * of the battery passport. All of it shows the total without biogenic uptake.
 */
@NullMarked
package org.cfptrace.aggregator.disclose.battery;

import org.jspecify.annotations.NullMarked;
