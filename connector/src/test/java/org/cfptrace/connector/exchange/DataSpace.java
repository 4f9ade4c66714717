package org.cfptrace.connector.exchange;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.cfptrace.exchange.anchor.PublicLog;
import org.cfptrace.exchange.partner.Registry;
import org.cfptrace.footprint.CorporateNumber;
import org.cfptrace.footprint.Lei;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.keys.SigningKey;
import org.cfptrace.participant.Accreditation;
import org.cfptrace.participant.DirectoryClient;
import org.cfptrace.participant.DirectoryEntry;
import org.cfptrace.participant.DirectoryRecord;
import org.cfptrace.participant.DirectoryStatus;
import org.cfptrace.participant.KeyBinding;
import org.cfptrace.participant.KeyRecord;
import org.cfptrace.participant.ParticipantKeys;
import org.cfptrace.participant.TrustAnchor;

/** A registry that keeps its directory in memory and can be away, or false. */
public final class DataSpace {
  private static final String DOMAIN = "registry.cfptrace.example";

  private final SigningKey directoryKey = SigningKey.generate();
  private final TrustAnchor anchor;
  private final MemoryLog log;
  private final Map<ParticipantId, DirectoryRecord> records = new HashMap<>();
  private final Map<ParticipantId, Set<ParticipantId>> mayWrite = new HashMap<>();
  private final Clock clock;
  private final Map<ParticipantId, PublicLog> otherHistories = new HashMap<>();
  private boolean away;
  private boolean logAway;

  public DataSpace(Clock clock) {
    this.clock = clock;
    log = new MemoryLog(clock, "did:web:" + DOMAIN, directoryKey);
    anchor =
        new TrustAnchor(DOMAIN, "did:web:" + DOMAIN, certificate(), directoryKey.verificationKey())
            .with(log.trust());
  }

  /** The public log. */
  public MemoryLog log() {
    return log;
  }

  /** The log as one company reaches it. */
  public PublicLog logFor(ParticipantId me) {
    return (PublicLog)
        Proxy.newProxyInstance(
            DataSpace.class.getClassLoader(),
            new Class<?>[] {PublicLog.class},
            (proxy, method, arguments) -> {
              PublicLog shown = otherHistories.getOrDefault(me, log.shown(() -> away || logAway));
              try {
                return method.invoke(shown, arguments);
              } catch (InvocationTargetException e) {
                throw e.getTargetException();
              }
            });
  }

  /** The log does not answer from now on, or does again. */
  public void isLogAway(boolean isAway) {
    logAway = isAway;
  }

  /** The log turns false: from now on it shows one company another history than the others. */
  public void forkFor(ParticipantId victim) {
    otherHistories.put(victim, log.forked(20));
  }

  /** From now on the log shows one company only what there is at this moment. */
  public void freezeFor(ParticipantId victim) {
    otherHistories.put(victim, log.frozen());
  }

  /** The log as it is now, to be shown to one company later. */
  public PublicLog frozen() {
    return log.frozen();
  }

  /** From now on one company is shown this. */
  public void showTo(ParticipantId victim, PublicLog shown) {
    otherHistories.put(victim, shown);
  }

  /** The operator accredits a company for audits of footprints. */
  public DirectoryEntry accredit(ParticipantId id, Instant from, Instant until) {
    DirectoryRecord before = records.get(id);
    records.put(
        id,
        new DirectoryRecord(
            id,
            before.sequence() + 1,
            before.status(),
            before.name(),
            before.nameKana(),
            before.country(),
            before.corporateNumber(),
            before.lei(),
            before.roles(),
            clock.instant(),
            before.keys(),
            Optional.of(new Accreditation(List.of(Accreditation.CFP_AUDIT), from, until))));
    return signed(records.get(id));
  }

  public TrustAnchor anchor() {
    return anchor;
  }

  /** Admits a company with its keys. */
  public ParticipantId admit(String shortId, String name, ParticipantKeys keys, String... roles) {
    return admit(shortId, new Known(name, Optional.empty(), Optional.empty()), keys, roles);
  }

  /** By what a company is known outside the data space. */
  public record Known(String name, Optional<String> corporateNumber, Optional<String> lei) {}

  /** Admits a company with its keys, of which one knows more than the name. */
  public ParticipantId admit(String shortId, Known known, ParticipantKeys keys, String... roles) {
    ParticipantId id = anchor.participant(shortId);
    Instant now = clock.instant().minusSeconds(3600);
    records.put(
        id,
        new DirectoryRecord(
            id,
            1,
            DirectoryStatus.ACTIVE,
            known.name(),
            Optional.empty(),
            "JP",
            known.corporateNumber(),
            known.lei(),
            List.of(roles),
            now,
            keyRecords(id, keys, now)));
    return id;
  }

  /** Publishes another status for a company. */
  public DirectoryEntry publish(ParticipantId id, DirectoryStatus status) {
    return publish(id, status, records.get(id).keys());
  }

  /** The registry turns false: it shows keys in a company's name that are not its own. */
  public DirectoryEntry publishFalseKeys(ParticipantId id, ParticipantKeys keys) {
    return publish(id, DirectoryStatus.ACTIVE, keyRecords(id, keys, clock.instant()));
  }

  /** An entry with keys that are not the company's; what others are told stays as it is. */
  public DirectoryEntry forgedEntry(ParticipantId id, ParticipantKeys keys) {
    DirectoryRecord before = records.get(id);
    DirectoryEntry forged = publishFalseKeys(id, keys);
    records.put(id, before);
    return forged;
  }

  /** The registry slips a second pair of keys in beside the true ones. */
  public DirectoryEntry slipInKeys(ParticipantId id, ParticipantKeys keys, Instant signingFrom) {
    List<KeyRecord> both = new ArrayList<>(records.get(id).keys());
    both.add(KeyRecord.signing(keys.signing().verificationKey(), signingFrom, Optional.empty()));
    both.add(keyRecords(id, keys, clock.instant()).get(1));
    return publish(id, DirectoryStatus.ACTIVE, both);
  }

  /** The registry does not answer from now on, or does again. */
  public void isAway(boolean isAway) {
    away = isAway;
  }

  /** Whether one company may write to the other's inbox. */
  public boolean mayWrite(ParticipantId writer, ParticipantId owner) {
    return mayWrite.getOrDefault(owner, Set.of()).contains(writer);
  }

  /** The registry as one company reaches it. */
  public Registry registryFor(ParticipantId me) {
    return new Registry() {
      @Override
      public Optional<DirectoryEntry> find(ParticipantId participant) {
        answer();
        return Optional.ofNullable(records.get(participant)).map(DataSpace.this::signed);
      }

      @Override
      public List<DirectoryEntry> search(DirectoryClient.Wanted wanted, int most) {
        answer();
        return records.values().stream()
            .filter(record -> wanted.name().map(record.name()::contains).orElse(true))
            .filter(
                record ->
                    isWanted(
                        wanted.corporateNumber().map(CorporateNumber::digits),
                        record.corporateNumber()))
            .filter(record -> isWanted(wanted.lei().map(Lei::code), record.lei()))
            .limit(most)
            .map(DataSpace.this::signed)
            .toList();
      }

      @Override
      public void letIn(ParticipantId participant) {
        answer();
        mayWrite.computeIfAbsent(me, owner -> new HashSet<>()).add(participant);
      }

      @Override
      public void shutOut(ParticipantId participant) {
        answer();
        mayWrite.computeIfAbsent(me, owner -> new HashSet<>()).remove(participant);
      }
    };
  }

  private static boolean isWanted(Optional<String> wanted, Optional<String> known) {
    return wanted.isEmpty() || wanted.equals(known);
  }

  private void answer() {
    if (away) {
      throw new Registry.RegistryAway("away", new IOException("no route"));
    }
  }

  private DirectoryEntry publish(ParticipantId id, DirectoryStatus status, List<KeyRecord> keys) {
    DirectoryRecord before = records.get(id);
    records.put(
        id,
        new DirectoryRecord(
            id,
            before.sequence() + 1,
            status,
            before.name(),
            before.nameKana(),
            before.country(),
            before.corporateNumber(),
            before.lei(),
            before.roles(),
            clock.instant(),
            keys,
            before.accreditation()));
    return signed(records.get(id));
  }

  private DirectoryEntry signed(DirectoryRecord record) {
    log.enter(record);
    return DirectoryEntry.read(
        DirectoryEntry.sign(record, anchor.registryDid(), directoryKey, clock.instant()), anchor);
  }

  private static List<KeyRecord> keyRecords(ParticipantId id, ParticipantKeys keys, Instant from) {
    String binding =
        new KeyBinding(id, keys.encryption().sealingKey(), "nonce", from).sign(keys.signing());
    return List.of(
        KeyRecord.signing(keys.signing().verificationKey(), from, Optional.empty()),
        KeyRecord.encryption(keys.encryption().sealingKey(), from, binding));
  }

  @SuppressWarnings("JavaUtilDate") // certificates are still dated that way
  private static X509Certificate certificate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      X500Name name = new X500Name("CN=root");
      return new JcaX509CertificateConverter()
          .getCertificate(
              new JcaX509v3CertificateBuilder(
                      name,
                      BigInteger.ONE,
                      new Date(0),
                      new Date(4_000_000_000_000L),
                      name,
                      pair.getPublic())
                  .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
    } catch (GeneralSecurityException | OperatorException e) {
      throw new IllegalStateException("cannot make a certificate", e);
    }
  }
}
