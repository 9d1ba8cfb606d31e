package org.ansatz.xml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of an XML file, whose encoding follows from its first bytes and its declaration (XML 1.0, appendix F). They are
 * decoded here, for the parser of the JDK writes to standard error where a byte belongs to no character.
 */
final class Encoding {

    private static final int BEGINNING = 200;
    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");

    private Encoding() {}

    /**
     * The text, without a byte order mark.
     *
     * @throws XmlFault if the encoding is not known, or a byte belongs to no character in it
     */
    static String text(byte[] xml) throws XmlFault {
        CharsetDecoder decoder = of(xml).newDecoder();
        ByteBuffer in = ByteBuffer.wrap(xml);
        CharBuffer out = CharBuffer.allocate((int) Math.ceil(xml.length * (double) decoder.maxCharsPerByte()) + 1);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            int line = (int) text.chars().filter(c -> c == '\n').count() + 1;
            int column = text.length() - text.lastIndexOf('\n');
            throw new XmlFault(line, column, "this byte belongs to no character of " + decoder.charset());
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Charset of(byte[] xml) throws XmlFault {
        if (begins(xml, 0xFE, 0xFF) || begins(xml, 0x00, '<')) {
            return StandardCharsets.UTF_16BE;
        }
        if (begins(xml, 0xFF, 0xFE) || begins(xml, '<', 0x00)) {
            return StandardCharsets.UTF_16LE;
        }
        String beginning = new String(xml, 0, Math.min(xml.length, BEGINNING), StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(beginning.replaceFirst("^\u00ef\u00bb\u00bf", ""));
        if (!declared.find()) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(declared.group(1));
        } catch (IllegalArgumentException e) {
            throw new XmlFault(1, 1, "the encoding '" + declared.group(1) + "' is not known");
        }
    }

    private static boolean begins(byte[] xml, int first, int second) {
        return xml.length > 1 && (xml[0] & 0xFF) == first && (xml[1] & 0xFF) == second;
    }
}
