package org.cfptrace.paper;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.EnumMap;
import java.util.Map;

/** QR codes (ISO/IEC 18004), error correction M, drawn as rectangles. */
final class QrCode {
  private static final int QUIET = 4;
  private static final float USUAL_SIDE = 100;
  private static final float LEAST_MODULE = 2;

  private final BitMatrix modules;

  /**
   * Makes a code.
   *
   * @throws IllegalArgumentException for nothing, or more than a code can hold (2,331 bytes)
   */
  QrCode(String content) {
    Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
    hints.put(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);
    hints.put(EncodeHintType.MARGIN, QUIET);
    if (!US_ASCII.newEncoder().canEncode(content)) {
      hints.put(EncodeHintType.CHARACTER_SET, UTF_8.name());
    }
    try {
      modules = new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, 0, 0, hints);
    } catch (WriterException e) {
      throw new IllegalArgumentException("no QR code holds " + content.length() + " characters", e);
    }
  }

  /** In points, the quiet zone within. */
  float side() {
    return Math.max(USUAL_SIDE, modules.getWidth() * LEAST_MODULE);
  }

  /** Draws it with its upper left corner at the left margin and the top of what is free. */
  void draw(Pages pages) {
    float module = side() / modules.getWidth();
    for (int row = 0; row < modules.getHeight(); row++) {
      float y = pages.top() - (row + 1) * module;
      int column = 0;
      while (column < modules.getWidth()) {
        int end = column;
        while (end < modules.getWidth() && modules.get(end, row)) {
          end++;
        }
        if (end > column) {
          pages.fill(Pages.LEFT + column * module, y, (end - column) * module, module, 0);
        }
        column = end + 1;
      }
    }
  }
}
