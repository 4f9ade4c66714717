package org.cfptrace.local.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Random;

/**
 * Free ports on the loopback address. They lie below the range from which systems take the ports of
 * outgoing connections, so that nothing slips in between the choice and its use.
 */
public final class Ports {

  private static final int LOWEST = 20_000;
  private static final int COUNT = 12_000;
  private static final int ATTEMPTS = 200;

  private final Random random;

  public Ports() {
    this(new Random());
  }

  Ports(Random random) {
    this.random = random;
  }

  /** A port nobody listens on now. */
  public int free() {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int port = LOWEST + random.nextInt(COUNT);
      if (isFree(port)) {
        return port;
      }
    }
    throw new StackFailure("no free port found on 127.0.0.1 in " + ATTEMPTS + " attempts");
  }

  static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
