package org.cfptrace.service.http;

/**
 * The keys of past writes and what they were answered. Usually a table in the clear; a service
 * whose answers hold secrets keeps them in a form of its own.
 */
public interface KeptAnswers {
  /** A key belongs to the user who chose it: two users' keys never meet. */
  record Name(String who, String key) {}

  /** A past write: the digest of its request, and its answer. */
  record Kept(String requestDigest, StoredAnswer answer) {}

  /** The longest key that can be kept. */
  int longestKey();

  /**
   * Claims a key for the present transaction. Where another transaction holds it, PostgreSQL makes
   * us wait for its end: committed, the key is taken; rolled back, it is ours.
   */
  boolean claim(Name name, String requestDigest);

  /**
   * Notes the digest of the request whose key was claimed before it was known: its body was read
   * while it came in.
   */
  void requestIs(Name name, String requestDigest);

  /** Keeps the answer beside the key that was claimed. */
  void keep(Name name, StoredAnswer answer);

  /** What the write of that name was answered. */
  Kept kept(Name name);

  /** Forgets keys that are too old to be repeated, and says how many. */
  int forgetOld();
}
