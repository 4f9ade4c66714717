package org.cfptrace.log;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.cfptrace.strict.Members;

/**
 * Shows that the tree of {@code from} entries is the beginning of the tree of {@code to} (RFC 9162
 * section 2.1.4): nothing was taken out or changed.
 */
public record ConsistencyProof(long from, long to, List<TreeHash> path) {
  /** No proof is longer: one hash beside each step up, and the one it begins with. */
  public static final int LONGEST = 64;

  public ConsistencyProof {
    path = List.copyOf(path);
    if (from < 0 || to < 0) {
      throw new IllegalArgumentException("expected two sizes of zero or more");
    }
  }

  /**
   * Checks that {@code newer} goes on where {@code older} ended. A smaller tree is {@link
   * LogReason#TREE_SHRANK}; another root over as many entries is {@link LogReason#FORK}, as is a
   * proof that fits the newer root alone: then the log has two histories.
   */
  public LogVerdict<Checkpoint> check(Checkpoint older, Checkpoint newer) {
    if (!older.origin().equals(newer.origin())) {
      return LogVerdict.refused(
          LogReason.OTHER_LOG, "expected " + older.origin() + ", saw " + newer.origin());
    }
    if (newer.size() < older.size()) {
      return LogVerdict.refused(
          LogReason.TREE_SHRANK, "had " + older.size() + " entries, has " + newer.size());
    }
    if (newer.size() == older.size() && !newer.root().equals(older.root())) {
      return LogVerdict.refused(LogReason.FORK, "two roots over " + newer.size() + " entries");
    }
    if (from != older.size() || to != newer.size()) {
      return refused(
          "the checkpoints are for %d and %d, the proof for %d and %d"
              .formatted(older.size(), newer.size(), from, to));
    }
    if (from == to || from == 0) {
      return path.isEmpty() ? LogVerdict.proven(newer) : refused("there is nothing to prove");
    }
    return walk(older.root(), newer);
  }

  // RFC 9162 section 2.1.4.2, step by step.
  private LogVerdict<Checkpoint> walk(TreeHash olderRoot, Checkpoint newer) {
    List<TreeHash> hashes = new ArrayList<>(path);
    if (Long.bitCount(from) == 1) {
      hashes.add(0, olderRoot);
    }
    if (hashes.isEmpty()) {
      return refused("the path is empty");
    }
    long fn = from - 1;
    long sn = to - 1;
    while ((fn & 1) == 1) {
      fn >>= 1;
      sn >>= 1;
    }
    TreeHash fr = hashes.get(0);
    TreeHash sr = hashes.get(0);
    for (TreeHash beside : hashes.subList(1, hashes.size())) {
      if (sn == 0) {
        return refused("the path is longer than the tree is high");
      }
      if ((fn & 1) == 1 || fn == sn) {
        fr = TreeHash.ofNode(beside, fr);
        sr = TreeHash.ofNode(beside, sr);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        sr = TreeHash.ofNode(sr, beside);
      }
      fn >>= 1;
      sn >>= 1;
    }
    if (sn != 0) {
      return refused("the path is shorter than the tree is high");
    }
    if (!sr.equals(newer.root())) {
      return refused("leads to another root");
    }
    return fr.equals(olderRoot)
        ? LogVerdict.proven(newer)
        : LogVerdict.refused(LogReason.FORK, "the newer tree does not begin with the older one");
  }

  private static LogVerdict<Checkpoint> refused(String detail) {
    return LogVerdict.refused(LogReason.BAD_CONSISTENCY_PROOF, detail);
  }

  /** Writes the members {@code from, to} (decimal strings) and {@code path} (base64). */
  public ObjectNode writeTo(ObjectNode json) {
    json.put("from", Long.toString(from)).put("to", Long.toString(to));
    ArrayNode hashes = json.putArray("path");
    path.forEach(hash -> hashes.add(hash.base64()));
    return json;
  }

  /** Reads these members; what stands beside them is for the caller to read. */
  public static ConsistencyProof read(Members members) {
    return new ConsistencyProof(
        Checkpoint.wholeNumber(members.text("from")),
        Checkpoint.wholeNumber(members.text("to")),
        members.texts("path", LONGEST).stream().map(TreeHash::parse).toList());
  }
}
