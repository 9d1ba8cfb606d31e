package org.ansatz.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.ansatz.exchange.item.Archive;
import org.ansatz.exchange.item.ImportFault;
import org.ansatz.exchange.item.Imported;
import org.ansatz.exchange.qti.QtiPackage;
import org.ansatz.exchange.qti.QtiReader;
import org.ansatz.xml.Element;
import org.ansatz.xml.XmlFault;
import org.ansatz.xml.XmlReader;

/** Reads questions from files of other programs: Moodle XML, GIFT and QTI, told apart by how they begin. */
public final class Importer {

    private static final int BOM = 0xFEFF;
    private static final int BEGINNING = 256;

    private Importer() {}

    /**
     * The questions in a file.
     *
     * @throws ImportFault if it is in no such format
     */
    public static Imported read(byte[] file) throws ImportFault {
        if (Archive.isOne(file)) {
            return QtiPackage.read(Archive.read(file));
        }
        if (isXml(file)) {
            Element root = xml(file);
            return QtiReader.isItem(root) ? QtiPackage.single(root) : MoodleReader.read(root);
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ImportFault(1, 1, "this is no text in UTF-8");
        }
        String plain = !text.isEmpty() && text.charAt(0) == BOM ? text.substring(1) : text;
        if (plain.isBlank()) {
            throw new ImportFault(1, 1, "the file is empty");
        }
        return GiftReader.read(plain);
    }

    private static Element xml(byte[] file) throws ImportFault {
        try {
            return XmlReader.read(file);
        } catch (XmlFault e) {
            throw new ImportFault(e.line(), e.column(), String.valueOf(e.getMessage()));
        }
    }

    /** Whether a file begins as XML does, which says its encoding itself. */
    private static boolean isXml(byte[] file) {
        String beginning = new String(file, 0, Math.min(file.length, BEGINNING), StandardCharsets.ISO_8859_1);
        return beginning
                .replaceAll("[\\s\\x00\u00ef\u00bb\u00bf\u00fe\u00ff]", "")
                .startsWith("<");
    }
}
