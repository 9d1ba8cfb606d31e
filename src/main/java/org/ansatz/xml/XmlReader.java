package org.ansatz.xml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML of strangers into elements. A document type is refused, so that no entity is ever resolved and nothing but the file
 * is opened; depth and number of elements are bounded.
 */
public final class XmlReader {

    /** Below the limit of newer JDKs, 100, which would be told in their own words. */
    private static final int MAX_DEPTH = 90;

    private static final int MAX_ELEMENTS = 1_000_000;

    private final XMLStreamReader reader;
    private int elements;

    private XmlReader(XMLStreamReader reader) {
        this.reader = reader;
    }

    /**
     * The root of a document.
     *
     * @throws XmlFault if it is none
     */
    public static Element read(byte[] xml) throws XmlFault {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(Encoding.text(xml)));
            return new XmlReader(reader).root();
        } catch (XMLStreamException e) {
            Location at = e.getLocation();
            String message = String.valueOf(e.getMessage()).replaceAll("(?s).*Message: ", "");
            throw new XmlFault(
                    at == null ? 1 : at.getLineNumber(), at == null ? 1 : at.getColumnNumber(), "no XML: " + message);
        }
    }

    private Element root() throws XMLStreamException, XmlFault {
        Element root = null;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD) {
                throw fault("a document type is not read: nothing that it defines would be resolved");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                root = element(1);
            }
        }
        if (root == null) {
            throw fault("there is no element");
        }
        return root;
    }

    private Element element(int depth) throws XMLStreamException, XmlFault {
        if (depth > MAX_DEPTH || ++elements > MAX_ELEMENTS) {
            throw fault(
                    depth > MAX_DEPTH
                            ? "elements are nested more than " + MAX_DEPTH + " deep"
                            : "more than " + MAX_ELEMENTS + " elements");
        }
        String name = reader.getLocalName();
        int line = reader.getLocation().getLineNumber();
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        List<Element> children = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                texts.add(text.toString());
                text.setLength(0);
                children.add(element(depth + 1));
            } else if (event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw fault("the entity &" + reader.getLocalName() + "; is not defined");
            } else if (reader.hasText() && event != XMLStreamConstants.COMMENT) {
                text.append(reader.getText());
            }
        }
        texts.add(text.toString());
        return new Element(name, attributes, children, texts, line);
    }

    private XmlFault fault(String message) {
        Location at = reader.getLocation();
        return new XmlFault(at.getLineNumber(), at.getColumnNumber(), message);
    }
}
