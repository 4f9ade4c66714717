package org.cfptrace.registry.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Whose allowance a request draws on. Each proxy adds the address it saw at the right end of {@code
 * X-Forwarded-For}; what stands further left than our own proxies wrote, the caller may have made
 * up.
 */
public final class RemoteAddress {
  private static final int LONGEST = 64;
  private static final int NETWORK_BYTES = 8;

  private final int trustedProxies;

  public RemoteAddress(int trustedProxies) {
    if (trustedProxies < 0) {
      throw new IllegalArgumentException("proxies are 0 or more, was " + trustedProxies);
    }
    this.trustedProxies = trustedProxies;
  }

  /**
   * The address to count.
   *
   * @param connected who opened the connection
   * @param forwardedFor the values of {@code X-Forwarded-For}, in order
   */
  public String of(String connected, List<String> forwardedFor) {
    if (trustedProxies == 0) {
      return network(connected);
    }
    List<String> hops =
        forwardedFor.stream()
            .flatMap(value -> Arrays.stream(value.split(",", -1)))
            .map(String::strip)
            .filter(hop -> !hop.isEmpty())
            .toList();
    // Fewer than we have proxies: it did not come through all of them, so none is believed.
    return hops.size() < trustedProxies
        ? network(connected)
        : network(hops.get(hops.size() - trustedProxies));
  }

  /** One line of IPv6 has a whole network of 2^64 addresses to its name: that is one caller. */
  private static String network(String address) {
    if (address.length() > LONGEST
        || !address.matches("[0-9a-fA-F:.]+")
        || !address.contains(":")) {
      return address.substring(0, Math.min(LONGEST, address.length()));
    }
    try {
      // Of digits and colons alone: no name is looked up.
      return InetAddress.getByName(address) instanceof Inet6Address six
          ? Arrays.toString(Arrays.copyOf(six.getAddress(), NETWORK_BYTES))
          : address;
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
