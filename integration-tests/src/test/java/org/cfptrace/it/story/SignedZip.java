package org.cfptrace.it.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.cfptrace.keys.Sha256;
import org.cfptrace.strict.Base64Url;

/**
 * The ZIP of an export as whoever is given it checks it. The company has signed the digest of the
 * manifest of the whole, which names each subject's manifest by its digest, and that each file.
 */
final class SignedZip {
  private static final String MANIFEST = "manifest.json";

  private final Map<String, byte[]> entries;
  private final String signedSha256;

  private SignedZip(Map<String, byte[]> entries, String signedSha256) {
    this.entries = new TreeMap<>(entries);
    this.signedSha256 = signedSha256;
  }

  /**
   * Takes a ZIP apart.
   *
   * @param signedSha256 of its manifest, as it is signed: base64url
   */
  static SignedZip of(byte[] zip, String signedSha256) {
    Map<String, byte[]> entries = new HashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("not a ZIP", e);
    }
    return new SignedZip(entries, signedSha256);
  }

  Set<String> names() {
    return entries.keySet();
  }

  byte[] file(String name) {
    byte[] file = entries.get(name);
    if (file == null) {
      throw new IllegalArgumentException("there is no " + name);
    }
    return file;
  }

  /** The files in a folder, by their names without it. */
  Map<String, byte[]> folder(String folder) {
    Map<String, byte[]> files = new TreeMap<>();
    entries.forEach(
        (name, bytes) -> {
          if (name.startsWith(folder + "/")) {
            files.put(name.substring(folder.length() + 1), bytes);
          }
        });
    return files;
  }

  /** The same with one bit of one file changed. */
  SignedZip spoiled(String name) {
    Map<String, byte[]> spoiled = new TreeMap<>(entries);
    spoiled.put(name, spoiled(file(name)));
    return new SignedZip(spoiled, signedSha256);
  }

  static byte[] spoiled(byte[] file) {
    byte[] copy = file.clone();
    copy[copy.length / 2] ^= 1;
    return copy;
  }

  /** What does not hold, in sentences; nothing where all holds. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    byte[] whole = file(MANIFEST);
    if (!Base64Url.encode(Sha256.of(whole)).equals(signedSha256)) {
      faults.add(MANIFEST + " is not the one that was signed");
      return faults;
    }
    Set<String> unnamed = new TreeSet<>(names());
    unnamed.remove(MANIFEST);
    for (JsonNode subject : json(whole).path("subjects")) {
      String folder = subject.path("folder").asText() + "/";
      String manifest = folder + MANIFEST;
      unnamed.remove(manifest);
      if (isOther(manifest, subject.path("manifestSha256"))) {
        faults.add(manifest + " is not the one that is named");
        return faults;
      }
      for (JsonNode named : json(file(manifest)).path("files")) {
        String name = folder + named.path("name").asText();
        unnamed.remove(name);
        if (isOther(name, named.path("sha256"))) {
          faults.add(name + " is not the one that is named");
        }
      }
    }
    unnamed.forEach(name -> faults.add(name + " is named by no manifest"));
    return faults;
  }

  private boolean isOther(String name, JsonNode sha256) {
    return !HexFormat.of().formatHex(Sha256.of(file(name))).equals(sha256.asText());
  }

  private static JsonNode json(byte[] file) {
    try {
      return new ObjectMapper().readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException("no JSON", e);
    }
  }
}
