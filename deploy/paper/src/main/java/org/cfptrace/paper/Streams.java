package org.cfptrace.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/** The streams of a PDF, compressed by {@link Deflate}, so that they are the same everywhere. */
final class Streams {
  private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private Streams() {}

  /** Compresses all that hang on to this object. */
  static void compress(COSBase root) throws IOException {
    new Streams().walk(root);
  }

  private void walk(@Nullable COSBase object) throws IOException {
    if (object == null || !seen.add(object)) {
      return;
    }
    if (object instanceof COSObject reference) {
      walk(reference.getObject());
    } else if (object instanceof COSArray array) {
      for (COSBase item : array) {
        walk(item);
      }
    } else if (object instanceof COSDictionary dictionary) {
      for (COSBase value : dictionary.getValues()) {
        walk(value);
      }
      if (dictionary instanceof COSStream stream) {
        compress(stream);
      }
    }
  }

  private static void compress(COSStream stream) throws IOException {
    byte[] data;
    try (InputStream in = stream.createInputStream()) {
      data = in.readAllBytes();
    }
    try (OutputStream out = stream.createRawOutputStream()) {
      out.write(Deflate.zlib(data));
    }
    stream.setItem(COSName.FILTER, COSName.FLATE_DECODE);
  }
}
