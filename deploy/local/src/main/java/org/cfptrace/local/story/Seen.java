package org.cfptrace.local.story;

/** What a company was told by a partner about one product, as its own connector shows it. */
public record Seen(String company, String product, String cumulative, String unit) {}
