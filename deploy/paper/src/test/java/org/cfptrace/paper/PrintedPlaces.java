package org.cfptrace.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Where the signs of a PDF stand, in the order in which they were set. */
final class PrintedPlaces extends PDFTextStripper {
  private final List<Place> places = new ArrayList<>();

  private PrintedPlaces() {}

  record Place(String text, float left, float right, float fromTop) {}

  static List<Place> of(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      var stripper = new PrintedPlaces();
      stripper.getText(document);
      return stripper.places;
    }
  }

  @Override
  protected void processTextPosition(TextPosition text) {
    places.add(
        new Place(text.getUnicode(), text.getX(), text.getX() + text.getWidth(), text.getY()));
  }
}
