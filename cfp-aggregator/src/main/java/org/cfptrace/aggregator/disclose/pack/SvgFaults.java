package org.cfptrace.aggregator.disclose.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads a drawing back: well-formed, of plain shapes and text alone, nothing that is fetched or
 * run, and saying what it must.
 */
final class SvgFaults {
  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final Set<String> PLAIN = Set.of("svg", "g", "title", "rect", "path", "text");
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "xmlns",
          "width",
          "height",
          "viewBox",
          "font-family",
          "font-size",
          "font-weight",
          "x",
          "y",
          "rx",
          "d",
          "fill",
          "stroke",
          "stroke-width",
          "stroke-dasharray");

  private SvgFaults() {}

  static List<String> of(byte[] svg, PackFacts facts) {
    List<String> faults = new ArrayList<>();
    Document document;
    try {
      document = reader().parse(new ByteArrayInputStream(svg));
    } catch (SAXException | IOException broken) {
      return List.of("lineage.svg is not well-formed: " + broken.getMessage());
    }
    visit(document.getDocumentElement(), faults);
    String text = document.getDocumentElement().getTextContent();
    List<String> expected = new ArrayList<>();
    expected.add(Confidential.MARK);
    expected.add(facts.product().name());
    Layout layout = new Layout(facts.lineage());
    if (!layout.leftOut().isEmpty()) {
      expected.add(
          layout.leftOut().size()
              + " of "
              + facts.lineage().nodes().size()
              + " nodes are not drawn");
    }
    expected.stream()
        .filter(it -> !text.contains(it))
        .forEach(it -> faults.add("lineage.svg does not say \"" + it + "\""));
    int boxes = document.getElementsByTagNameNS(SVG, "g").getLength();
    if (boxes != layout.places().size()) {
      faults.add("lineage.svg draws " + boxes + " nodes, not " + layout.places().size());
    }
    return faults;
  }

  private static void visit(Element element, List<String> faults) {
    if (!SVG.equals(element.getNamespaceURI()) || !PLAIN.contains(element.getLocalName())) {
      faults.add("lineage.svg has an element <" + element.getTagName() + ">");
    }
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Node attribute = element.getAttributes().item(i);
      if (!ATTRIBUTES.contains(attribute.getNodeName())
          || attribute.getNodeValue().contains("url(")) {
        faults.add("lineage.svg has an attribute " + attribute.getNodeName());
      }
    }
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element nested) {
        visit(nested, faults);
      }
    }
  }

  /** A reader that fetches nothing and knows no document types. */
  private static DocumentBuilder reader() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new Quiet());
      return builder;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("this Java cannot read XML safely", e);
    }
  }

  /** Throws what is wrong instead of printing it. */
  private static final class Quiet implements ErrorHandler {
    @Override
    public void warning(SAXParseException exception) {}

    @Override
    public void error(SAXParseException exception) throws SAXParseException {
      throw exception;
    }

    @Override
    public void fatalError(SAXParseException exception) throws SAXParseException {
      throw exception;
    }
  }
}
