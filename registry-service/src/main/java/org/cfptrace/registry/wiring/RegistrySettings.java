package org.cfptrace.registry.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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

  /** The name of the log. It is part of every checkpoint: never change. */
  default String logOrigin() {
    return dataSpaceDomain() + "/log";
  }

  /** What the doors take. */
  interface Doors {
    /** The largest body. */
    int mostBytes();
  }

  /** How often one address may come to the doors that ask for no token. */
  Limits limits();

  /** The public log. */
  LogSettings log();

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

  /** The public log. */
  interface LogSettings {
    /** How often a checkpoint is shown when there is something new. */
    @WithDefault("PT10S")
    Duration checkpointEvery();

    /** How long an entry may be in the log before a status list speaks of it. */
    @WithDefault("PT1M")
    Duration listEvery();

    /** How long the one writer may be silent before another instance goes on. */
    @WithDefault("PT15S")
    Duration lease();

    /** How many entries are shuffled and entered at once. */
    @WithDefault("8192")
    int batch();

    /** Where each witness takes checkpoints: the whole address of its add-checkpoint door. */
    Optional<List<URI>> witnessUrls();

    /** The witnesses' verifier keys (name+id+key), in the order of their addresses. */
    Optional<List<String>> witnessKeys();

    /** How many witnesses must have signed a checkpoint. */
    @WithDefault("1")
    int quorum();

    /** Where the time-stamp authority (RFC 3161) answers; without it nothing is stamped. */
    Optional<URI> timestampUrl();

    /** Its certificate: DER in base64. */
    Optional<String> timestampCertificate();

    /** How often a checkpoint is stamped. */
    @WithDefault("P1D")
    Duration timestampEvery();
  }

  /** How the directory is kept fresh. */
  interface DirectorySettings {
    /** How often we say that the directory topic is complete. */
    @WithDefault("PT10M")
    Duration heartbeatEvery();
  }
}
