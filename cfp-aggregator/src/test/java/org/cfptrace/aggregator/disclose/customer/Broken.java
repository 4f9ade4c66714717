package org.cfptrace.aggregator.disclose.customer;

import org.cfptrace.aggregator.disclose.customer.PcfFacts.DataBasis;
import org.cfptrace.aggregator.disclose.customer.PcfFacts.Item;
import org.cfptrace.aggregator.disclose.customer.PcfFacts.Maker;
import org.cfptrace.aggregator.disclose.customer.PcfFacts.Method;
import org.cfptrace.aggregator.disclose.customer.PcfFacts.Place;
import org.cfptrace.aggregator.disclose.customer.PcfFacts.Stages;
import org.cfptrace.aggregator.disclose.customer.PcfFacts.Time;
import org.cfptrace.footprint.GwpSet;
import org.cfptrace.footprint.SystemBoundary;

/** Facts with one thing changed. */
final class Broken {
  private Broken() {}

  static PcfFacts maker(PcfFacts it, Maker other) {
    return new PcfFacts(
        other,
        it.item(),
        it.time(),
        it.place(),
        it.stages(),
        it.gwp(),
        it.boundary(),
        it.method(),
        it.data(),
        it.carbon(),
        it.words());
  }

  static PcfFacts item(PcfFacts it, Item other) {
    return new PcfFacts(
        it.maker(),
        other,
        it.time(),
        it.place(),
        it.stages(),
        it.gwp(),
        it.boundary(),
        it.method(),
        it.data(),
        it.carbon(),
        it.words());
  }

  static PcfFacts time(PcfFacts it, Time other) {
    return new PcfFacts(
        it.maker(),
        it.item(),
        other,
        it.place(),
        it.stages(),
        it.gwp(),
        it.boundary(),
        it.method(),
        it.data(),
        it.carbon(),
        it.words());
  }

  static PcfFacts place(PcfFacts it, Place other) {
    return new PcfFacts(
        it.maker(),
        it.item(),
        it.time(),
        other,
        it.stages(),
        it.gwp(),
        it.boundary(),
        it.method(),
        it.data(),
        it.carbon(),
        it.words());
  }

  static PcfFacts stages(PcfFacts it, Stages other) {
    return new PcfFacts(
        it.maker(),
        it.item(),
        it.time(),
        it.place(),
        other,
        it.gwp(),
        it.boundary(),
        it.method(),
        it.data(),
        it.carbon(),
        it.words());
  }

  static PcfFacts production(PcfFacts it, StageFigures other) {
    return stages(
        it,
        new Stages(
            other,
            it.stages().packagingIncluded(),
            it.stages().packaging(),
            it.stages().distribution()));
  }

  static PcfFacts gwp(PcfFacts it, GwpSet other) {
    return new PcfFacts(
        it.maker(),
        it.item(),
        it.time(),
        it.place(),
        it.stages(),
        other,
        it.boundary(),
        it.method(),
        it.data(),
        it.carbon(),
        it.words());
  }

  static PcfFacts boundary(PcfFacts it, SystemBoundary other) {
    return new PcfFacts(
        it.maker(),
        it.item(),
        it.time(),
        it.place(),
        it.stages(),
        it.gwp(),
        other,
        it.method(),
        it.data(),
        it.carbon(),
        it.words());
  }

  static PcfFacts method(PcfFacts it, Method other) {
    return new PcfFacts(
        it.maker(),
        it.item(),
        it.time(),
        it.place(),
        it.stages(),
        it.gwp(),
        it.boundary(),
        other,
        it.data(),
        it.carbon(),
        it.words());
  }

  static PcfFacts data(PcfFacts it, DataBasis other) {
    return new PcfFacts(
        it.maker(),
        it.item(),
        it.time(),
        it.place(),
        it.stages(),
        it.gwp(),
        it.boundary(),
        it.method(),
        other,
        it.carbon(),
        it.words());
  }
}
