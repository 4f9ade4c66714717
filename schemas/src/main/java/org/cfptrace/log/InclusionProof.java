package org.cfptrace.log;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.cfptrace.strict.Members;

/**
 * The way from a leaf to the root: shows that the entry at {@code index} is in the tree of {@code
 * size} entries (RFC 9162 section 2.1.3).
 */
public record InclusionProof(long index, long size, List<TreeHash> path) {
  /** No tree is higher. */
  public static final int LONGEST = 63;

  public InclusionProof {
    path = List.copyOf(path);
    if (index < 0 || size < 0) {
      throw new IllegalArgumentException("expected an index and a size of zero or more");
    }
  }

  /** Checks it for an entry and what the log signed; answers with the index. */
  public LogVerdict<Long> check(LogEntry entry, Checkpoint checkpoint) {
    if (size != checkpoint.size()) {
      return refused("the checkpoint is for " + checkpoint.size() + ", the proof for " + size);
    }
    if (index >= size) {
      return refused("no entry " + index + " in a tree of " + size);
    }
    return walk(entry.leaf(), checkpoint.root());
  }

  // RFC 9162 section 2.1.3.2, step by step.
  private LogVerdict<Long> walk(TreeHash leaf, TreeHash root) {
    long fn = index;
    long sn = size - 1;
    TreeHash hash = leaf;
    for (TreeHash beside : path) {
      if (sn == 0) {
        return refused("the path is longer than the tree is high");
      }
      if ((fn & 1) == 1 || fn == sn) {
        hash = TreeHash.ofNode(beside, hash);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        hash = TreeHash.ofNode(hash, beside);
      }
      fn >>= 1;
      sn >>= 1;
    }
    if (sn != 0) {
      return refused("the path is shorter than the tree is high");
    }
    return hash.equals(root) ? LogVerdict.proven(index) : refused("leads to another root");
  }

  private static LogVerdict<Long> refused(String detail) {
    return LogVerdict.refused(LogReason.BAD_INCLUSION_PROOF, detail);
  }

  /** Writes the members {@code index, size} (decimal strings) and {@code path} (base64). */
  public ObjectNode writeTo(ObjectNode json) {
    json.put("index", Long.toString(index)).put("size", Long.toString(size));
    ArrayNode hashes = json.putArray("path");
    path.forEach(hash -> hashes.add(hash.base64()));
    return json;
  }

  /** Reads these members; what stands beside them is for the caller to read. */
  public static InclusionProof read(Members members) {
    return new InclusionProof(
        Checkpoint.wholeNumber(members.text("index")),
        Checkpoint.wholeNumber(members.text("size")),
        members.texts("path", LONGEST).stream().map(TreeHash::parse).toList());
  }
}
