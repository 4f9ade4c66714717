package org.cfptrace.connector.trade;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.cfptrace.connector.notify.Notifications;
import org.cfptrace.connector.product.BillsOfMaterials;
import org.cfptrace.connector.product.MaintainBillOfMaterials;
import org.cfptrace.connector.product.Products;
import org.cfptrace.connector.product.StaleProducts;
import org.cfptrace.connector.receive.SupplierWords;
import org.cfptrace.connector.share.ProductReleases;
import org.cfptrace.exchange.deliver.PostMessage;
import org.cfptrace.exchange.partner.Partners;
import org.cfptrace.exchange.partner.Threads;
import org.cfptrace.exchange.receive.IncomingMessages;
import org.cfptrace.exchange.receive.MessageHandler;

/** The trade's use cases, put together. */
public final class TradeRooms {
  private final AskForFootprint ask;
  private final AnswerRequest answer;
  private final FollowRequest follow;
  private final List<MessageHandler> handlers = new ArrayList<>();

  public TradeRooms(
      Requests requests,
      Answers answers,
      Products products,
      BillsOfMaterials billsOfMaterials,
      MaintainBillOfMaterials maintainBillOfMaterials,
      Partners partners,
      Threads threads,
      IncomingMessages incoming,
      SupplierWords words,
      ProductReleases releases,
      StaleProducts staleProducts,
      Notifications notifications,
      PostMessage post,
      Clock clock) {
    RequestDesk desk = new RequestDesk(requests, incoming, post, clock);
    LinePlaces places = new LinePlaces(billsOfMaterials, maintainBillOfMaterials, requests);
    ask =
        new AskForFootprint(
            requests, products, billsOfMaterials, partners, post, staleProducts, clock);
    answer = new AnswerRequest(desk, products, threads, answers, clock);
    follow = new FollowRequest(desk, places, staleProducts, clock);
    handlers.addAll(
        new TakeRequests(
                requests, places, answers, words, releases, staleProducts, notifications, clock)
            .handlers());
    handlers.addAll(
        new TakeSupplierWords(words, answers, staleProducts, notifications, clock).handlers());
  }

  public AskForFootprint ask() {
    return ask;
  }

  public AnswerRequest answer() {
    return answer;
  }

  public FollowRequest follow() {
    return follow;
  }

  /** One for each message of the trade. */
  public List<MessageHandler> handlers() {
    return List.copyOf(handlers);
  }
}
