package org.ansatz.xml;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes XML 1.0, an element a line, indented by its depth. Characters that XML forbids become replacement characters. */
public final class XmlWriter {

    private static final String INDENT = "  ";

    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Opens an element.
     *
     * @param attributes names and values in turn
     */
    public XmlWriter open(String name, String... attributes) {
        tag(name, attributes).append(">\n");
        open.push(name);
        return this;
    }

    /** Closes the element that was opened last. */
    public XmlWriter close() {
        String name = open.pop();
        indent().append("</").append(name).append(">\n");
        return this;
    }

    /**
     * An element that holds nothing but text.
     *
     * @param attributes names and values in turn
     */
    public XmlWriter element(String name, String text, String... attributes) {
        tag(name, attributes);
        if (text.isEmpty()) {
            out.append("/>\n");
        } else {
            out.append('>').append(escaped(text)).append("</").append(name).append(">\n");
        }
        return this;
    }

    /**
     * An element whose content is XML already.
     *
     * @param attributes names and values in turn
     */
    public XmlWriter raw(String name, String xml, String... attributes) {
        tag(name, attributes).append('>').append(xml).append("</").append(name).append(">\n");
        return this;
    }

    private StringBuilder tag(String name, String... attributes) {
        indent().append('<').append(name);
        for (int i = 0; i + 1 < attributes.length; i += 2) {
            out.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escaped(attributes[i + 1]).replace("\n", "&#10;"))
                    .append('"');
        }
        return out;
    }

    private StringBuilder indent() {
        return out.append(INDENT.repeat(open.size()));
    }

    /** The document; every element that was opened is closed. */
    public String text() {
        while (!open.isEmpty()) {
            close();
        }
        return out.toString();
    }

    /** Text as it stands in XML. */
    public static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(isAllowed(c) ? c : '\uFFFD');
            }
        });
        return out.toString();
    }

    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c >= ' ' && !Character.isISOControl(c) && c <= 0xFFFD && !isSurrogate(c)
                || c >= 0x10000;
    }

    private static boolean isSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
