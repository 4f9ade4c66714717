package org.cfptrace.connector.present;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.cfptrace.envelope.MessageType;
import org.cfptrace.exchange.deliver.Way;
import org.cfptrace.exchange.receive.Handled;
import org.cfptrace.exchange.receive.MessageHandler;
import org.cfptrace.rollup.SupplierProduct;
import org.cfptrace.verify.VerifiedMessage;

/** Takes a message as another handler does, and sees to it that what was taken is told on. */
record TellOn(MessageHandler taker, About about, Consumer<SupplierProduct> follow)
    implements MessageHandler {
  TellOn {
    requireNonNull(taker, "taker");
    requireNonNull(about, "about");
    requireNonNull(follow, "follow");
  }

  @Override
  public MessageType type() {
    return taker.type();
  }

  @Override
  public Set<Way> ways() {
    return taker.ways();
  }

  @Override
  public boolean isReceipted() {
    return taker.isReceipted();
  }

  @Override
  public Application prepare(VerifiedMessage message) {
    Application application = taker.prepare(message);
    return () -> {
      Handled handled = application.apply();
      if (handled instanceof Handled.Applied applied) {
        about.product(message, applied).ifPresent(follow);
      }
      return handled;
    };
  }

  /** Which product of a supplier a message was about that was taken. */
  @FunctionalInterface
  interface About {
    /** Empty where it was about none. */
    Optional<SupplierProduct> product(VerifiedMessage message, Handled.Applied applied);
  }
}
