package org.cfptrace.verify;

/** What a key in the directory is for; never two things. */
public enum KeyUse {
  SIGN,
  ENCRYPT
}
