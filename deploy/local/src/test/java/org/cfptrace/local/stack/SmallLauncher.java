package org.cfptrace.local.stack;

import java.nio.file.Path;

/** A launcher to be killed: starts PostgreSQL and a broker, says so, and waits for ever. */
final class SmallLauncher {

  private SmallLauncher() {}

  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[0]);
    DataDirectory data = DataDirectory.open(directory.resolve("data"));
    TestAuthority authority = new TestAuthority(directory.resolve("authority"));
    Ports ports = new Ports();
    Postgres postgres = Postgres.start(data, Secrets.in(data), ports.free());
    Broker broker =
        Broker.begin(
            data,
            AgentJar.writeTo(data.root()),
            authority.issue("CN=broker"),
            authority.trust(),
            ports.free(),
            ports.free());
    broker.awaitReady();
    System.out.println("started " + postgres.port() + " " + broker.pid());
    Thread.sleep(Long.MAX_VALUE);
  }
}
