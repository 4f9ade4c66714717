package org.cfptrace.registry.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What an operator can set; each as an environment variable, {@code CFPTRACE_…}. */
@ConfigMapping(prefix = "cfptrace")
public interface RegistrySettings {
  /** The permanent name of the data space. It is part of every participant's name: never change. */
  @WithDefault("registry.cfptrace.example")
  String dataSpaceDomain();

  /** Our own name. */
  default String registryDid() {
    return "did:web:" + dataSpaceDomain();
  }

  /** What the doors take; read by the furniture that all services share. */
  Doors doors();

  /** The issuing key and the files beside it. */
  Authority authority();

  /** How companies enrol. */
  Enrolment enrolment();

  /** What we make at the broker. */
  BrokerSettings broker();

  /** How the directory is kept fresh. */
  DirectorySettings directory();

  /** What the doors take. */
  interface Doors {
    /** The largest body. */
    int mostBytes();
  }

  /** How often one address may come to the doors that ask for no token. */
  Limits limits();

  /** The issuing key and the files beside it. */
  interface Authority {
    /** The directory {@code AuthorityFiles} wrote. */
    @WithDefault("authority")
    Path directory();

    /** The password of its files. There is no default. */
    Optional<String> password();
  }

  /** How companies enrol. */
  interface Enrolment {
    /** How long a one-time code is good. */
    @WithDefault("P7D")
    Duration codeLifetime();

    /** How long a nonce is good. */
    @WithDefault("PT10M")
    Duration nonceLifetime();
  }

  /** What we make at the broker. */
  interface BrokerSettings {
    /** Replicas of each topic; without it, the broker's own default. */
    Optional<Short> replicationFactor();

    /** Partitions of an inbox: how many instances of a connector can read side by side. */
    @WithDefault("3")
    int inboxPartitions();

    /** Bytes a participant may send each second, at each broker. */
    @WithDefault("2097152")
    long producedBytesPerSecond();

    /** Bytes a participant may fetch each second, at each broker. */
    @WithDefault("8388608")
    long consumedBytesPerSecond();
  }

  /** How often one address may come to the doors that ask for no token. */
  interface Limits {
    /** Looking things up, and signed calls. */
    Reads reads();

    /** Applying and enrolling. */
    Arrivals arrivals();

    /**
     * How many proxies of ours stand before this service. With none, {@code X-Forwarded-For} is not
     * believed: anybody can send it.
     */
    @WithDefault("0")
    int trustedProxies();

    /** Looking things up, and signed calls. */
    interface Reads {
      /** Requests a minute, in the long run. */
      @WithDefault("3000")
      int perMinute();

      /** Requests at once, after a pause. */
      @WithDefault("500")
      int burst();
    }

    /** Applying and enrolling. */
    interface Arrivals {
      /** Requests a minute, in the long run. */
      @WithDefault("300")
      int perMinute();

      /** Requests at once, after a pause. */
      @WithDefault("200")
      int burst();
    }
  }

  /** How the directory is kept fresh. */
  interface DirectorySettings {
    /** How often we say that the directory topic is complete. */
    @WithDefault("PT10M")
    Duration heartbeatEvery();
  }
}
