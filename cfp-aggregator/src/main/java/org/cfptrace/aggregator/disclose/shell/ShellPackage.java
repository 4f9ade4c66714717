package org.cfptrace.aggregator.disclose.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.cfptrace.aggregator.disclose.JsonDocument;
import org.cfptrace.paper.StoredZip;
import org.eclipse.digitaltwin.aas4j.v3.dataformat.aasx.AASXDeserializer;
import org.eclipse.digitaltwin.aas4j.v3.dataformat.core.DeserializationException;
import org.eclipse.digitaltwin.aas4j.v3.dataformat.core.SerializationException;
import org.eclipse.digitaltwin.aas4j.v3.dataformat.json.JsonDeserializer;
import org.eclipse.digitaltwin.aas4j.v3.dataformat.json.JsonSerializer;
import org.eclipse.digitaltwin.aas4j.v3.dataformat.xml.XmlDeserializer;
import org.eclipse.digitaltwin.aas4j.v3.dataformat.xml.XmlSerializer;
import org.eclipse.digitaltwin.aas4j.v3.model.Environment;

/**
 * An environment as JSON and as an AASX package. The package is put together here: AAS4J's own
 * writer gives relationships random ids and files the time of day, so no two of its packages are
 * the same bytes. Content and reading are AAS4J's.
 */
final class ShellPackage {
  private static final String ORIGIN = "aasx/aasx-origin";
  private static final String CONTENT = "aasx/xml/content.xml";
  private static final String CORE = "docProps/core.xml";
  private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final String RELATIONSHIPS =
      "http://schemas.openxmlformats.org/package/2006/relationships";
  private static final String AASX = "http://admin-shell.io/aasx/relationships/";
  private static final String TYPES =
      XML
          + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
          + "<Default Extension=\"rels\""
          + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
          + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
          + "<Override PartName=\"/"
          + ORIGIN
          + "\" ContentType=\"text/plain\"/>"
          + "<Override PartName=\"/"
          + CORE
          + "\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
          + "</Types>\n";

  // Making one of them takes longer than all its work, and finding their classes seconds, once.
  private static final JsonSerializer JSON_OUT = LibraryClasses.visibleTo(JsonSerializer::new);
  private static final JsonDeserializer JSON_IN = LibraryClasses.visibleTo(JsonDeserializer::new);
  private static final XmlSerializer XML_OUT = LibraryClasses.visibleTo(XmlSerializer::new);
  private static final XmlDeserializer XML_IN = LibraryClasses.visibleTo(XmlDeserializer::new);

  private ShellPackage() {}

  static byte[] json(Environment environment) {
    try {
      return JsonDocument.write(JsonDocument.read(JSON_OUT.write(environment).getBytes(UTF_8)));
    } catch (SerializationException e) {
      throw new IllegalStateException("an environment could not be written as JSON", e);
    }
  }

  static byte[] aasx(Environment environment, Instant asOf) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new StoredZip(bytes, asOf)) {
      add(zip, "[Content_Types].xml", TYPES);
      add(
          zip,
          "_rels/.rels",
          relationships(
              relationship("origin", AASX + "aasx-origin", ORIGIN)
                  + relationship("core", RELATIONSHIPS + "/metadata/core-properties", CORE)));
      add(zip, ORIGIN, "Intentionally empty.");
      add(
          zip,
          "aasx/_rels/aasx-origin.rels",
          relationships(relationship("spec", AASX + "aas-spec", CONTENT)));
      add(zip, CONTENT, XML_OUT.write(environment));
      add(zip, CORE, coreProperties(asOf));
    } catch (SerializationException e) {
      throw new IllegalStateException("an environment could not be written as XML", e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads an environment back.
   *
   * @throws IllegalArgumentException where it is none
   */
  static Environment readJson(byte[] json) {
    try {
      return JSON_IN.read(new String(json, UTF_8), Environment.class);
    } catch (DeserializationException e) {
      throw new IllegalArgumentException("not an environment in JSON", e);
    }
  }

  /**
   * Reads a package back.
   *
   * @throws IllegalArgumentException where it is none
   */
  static Environment readAasx(byte[] aasx) {
    try {
      return new AASXDeserializer(XML_IN, JSON_IN, new ByteArrayInputStream(aasx)).read();
    } catch (InvalidFormatException | IOException | DeserializationException e) {
      throw new IllegalArgumentException("not an AASX package", e);
    }
  }

  private static void add(StoredZip zip, String name, String text) {
    zip.add(name, text.getBytes(UTF_8));
  }

  private static String relationships(String inside) {
    return XML + "<Relationships xmlns=\"" + RELATIONSHIPS + "\">" + inside + "</Relationships>\n";
  }

  private static String relationship(String id, String type, String target) {
    return "<Relationship Id=\"" + id + "\" Type=\"" + type + "\" Target=\"/" + target + "\"/>";
  }

  private static String coreProperties(Instant asOf) {
    return XML
        + "<cp:coreProperties"
        + " xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
        + " xmlns:dcterms=\"http://purl.org/dc/terms/\""
        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
        + "<dcterms:created xsi:type=\"dcterms:W3CDTF\">"
        + asOf
        + "</dcterms:created></cp:coreProperties>\n";
  }
}
